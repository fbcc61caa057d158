import {
  type Books,
  declinesOf,
  lastStep,
  type OpenBooks,
  type PlayedInvite,
  type Violation,
  violation,
} from './books.ts';

/**
 * The gate knows every decline in a calendar as its own: it set out to tell the owner of each, with a way to undo it,
 * whatever became of that mail; or it told them that one may have gone out. Where the owner answered by hand right after
 * a process was killed, nobody can say any more whose decline it was.
 */
export function checkTold(all: readonly PlayedInvite[], books: OpenBooks, { told }: Books): Violation[] {
  if (told === null) return [];
  return all.flatMap((played) =>
    played.invite.owners.flatMap((mailbox) => {
      const { uid } = played.invite;
      const declines = declinesOf(books.answersOf(uid, mailbox)).length;
      const { answered: known, inDoubt } = told.get(`${uid} ${mailbox}`) ?? { answered: 0, inDoubt: 0 };
      const least = lastStep(played, 'answered', mailbox) === null ? declines : declines - 1;
      return known + inDoubt >= least && known <= declines
        ? []
        : [violation(uid, mailbox, `the gate set out to tell of ${known} of ${declines} declines`)];
    }),
  );
}
