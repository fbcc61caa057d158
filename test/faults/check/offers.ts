import {
  type Books,
  declinesOf,
  type OpenBooks,
  type PlayedInvite,
  type Violation,
  violation,
} from './books.ts';

/** A link that opens the prefilled draft. */
const draftLink = /https?:\/\/\S+\/o\/[\w-]+/;

/** What a decline says that brings no offer of its own. */
const pointer = /in the first answer/i;

/**
 * One voice per meeting: of all declines of a meeting (of an occurrence, where those are answered) exactly one brings
 * the offer, inside the organization with a link, and the others point to it. Outsiders never get a link. Where the
 * answer that carried it was undone, or nobody knows whether it went out and its owner was told so, a later decline
 * carries it once more. Where somebody answered by hand, or the organizer called the meeting off or moved it away, the
 * answer that was to carry it may have been cut off before it went out, and is not given any more: then there may be
 * none.
 */
export function checkOffers(all: readonly PlayedInvite[], books: OpenBooks, { told }: Books): Violation[] {
  return all.flatMap(({ invite, steps }) => {
    const undone = steps.filter(({ name }) => name === 'undone').length;
    const mayBeCutOff = steps.some(({ name }) => name === 'answered' || name === 'cancelled');
    const least = mayBeCutOff || invite.kind === 'moved-off' ? 0 : 1;
    const doubts = invite.owners.map((mailbox) => told?.get(`${invite.uid} ${mailbox}`)?.inDoubt ?? 0);
    const most = 1 + undone + doubts.reduce((sum, each) => sum + each, 0);
    const declines = invite.owners.flatMap((mailbox) => declinesOf(books.answersOf(invite.uid, mailbox)));
    const byMeeting = Map.groupBy(declines, ({ originalStart }) => originalStart ?? 'the whole');
    return [...byMeeting].flatMap(([of, list]) => {
      const offers = list.filter(({ comment }) => !pointer.test(comment ?? '')).length;
      const links = list.filter(({ comment }) => draftLink.test(comment ?? '')).length;
      const about = (what: string) =>
        violation(invite.uid, null, `${what} in ${list.length} declines of ${of}`);
      const wantedLinks = invite.organizerIsInside ? offers : 0;
      return [
        ...(offers >= least && offers <= most ? [] : [about(`${offers} offers`)]),
        ...(links === wantedLinks ? [] : [about(`${links} offers with a link, not ${wantedLinks},`)]),
      ];
    });
  });
}
