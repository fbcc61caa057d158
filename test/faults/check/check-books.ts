import { checkAnswers } from './answers.ts';
import { type Books, openBooks, type PlayedInvite, type Violation } from './books.ts';
import { checkHolds } from './holds.ts';
import { checkMails } from './mails.ts';
import { checkOffers } from './offers.ts';
import { checkTold } from './told.ts';
import { checkUntouched } from './untouched.ts';

/** Everything in the emulators' books that is not as the promises say; empty is what a right gate leaves. */
export function checkBooks(all: readonly PlayedInvite[], books: Books): readonly Violation[] {
  const opened = openBooks(books);
  return [
    ...checkAnswers(all, opened),
    ...checkOffers(all, opened, books),
    ...checkMails(all, books),
    ...checkTold(all, opened, books),
    ...checkHolds(books),
    ...checkUntouched(all, books),
  ];
}

/** What happened to the meeting of a violation, one line for each step and act. */
export function historyOf(uid: string, all: readonly PlayedInvite[], books: Books): readonly string[] {
  const played = all.find(({ invite }) => invite.uid === uid);
  const steps = (played?.steps ?? []).map(({ name, mailbox, moment }) => ({
    atMs: moment.atMs,
    text: `${mailbox ?? played?.invite.organizer} ${name} (after act ${moment.acts})`,
  }));
  const acts = books.acts.flatMap((act, index) =>
    act.uid === uid
      ? [
          {
            atMs: act.atMs,
            text: `act ${index + 1}: ${act.from} ${act.kind} ${act.detail} ${act.originalStart ?? ''} ${JSON.stringify(act.comment?.slice(0, 120) ?? null)}`,
          },
        ]
      : [],
  );
  return [...steps, ...acts]
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ atMs, text }) => `${new Date(atMs).toISOString()} ${text}`);
}
