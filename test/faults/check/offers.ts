import { declinesOf, type OpenBooks, type PlayedInvite, type Violation, violation } from './books.ts';

/** A link that opens the prefilled draft. */
const draftLink = /https?:\/\/\S+\/o\/[\w-]+/;

/**
 * One voice per meeting: of all declines of a meeting (of an occurrence, where those are answered) exactly one brings
 * the offer. Inside the organization it is the one with a link; outsiders never get one.
 */
export function checkOffers(all: readonly PlayedInvite[], books: OpenBooks): Violation[] {
  return all.flatMap(({ invite }) => {
    const declines = invite.owners.flatMap((mailbox) => declinesOf(books.answersOf(invite.uid, mailbox)));
    const byMeeting = Map.groupBy(declines, ({ originalStart }) => originalStart ?? 'the whole');
    return [...byMeeting].flatMap(([of, list]) => {
      const offers = list.filter(({ comment }) => draftLink.test(comment ?? '')).length;
      const wanted = invite.organizerIsInside ? 1 : 0;
      return offers === wanted
        ? []
        : [
            violation(
              invite.uid,
              null,
              `${offers} offers with a link in ${list.length} declines of ${of}, not ${wanted}`,
            ),
          ];
    });
  });
}
