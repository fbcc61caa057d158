import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import type { CopyView } from '../world/copy-view.ts';
import {
  type Books,
  openBooks,
  type PlayedInvite,
  type PlayedStep,
  type Violation,
  violation,
} from './books.ts';
import { isHold } from './holds.ts';

/** What a person's step lets other people see. */
const actsOfPeople: Readonly<Record<PlayedStep['name'], VisibleAct['kind'] | null>> = {
  invited: 'invitation',
  answered: 'answer',
  moved: 'update',
  rewritten: 'update',
  cancelled: 'cancellation',
  undone: null,
};

/** Nothing else was done to any calendar: no copy of any mailbox has changed but for answers, and nobody was told more. */
export function checkUntouched(all: readonly PlayedInvite[], books: Books): Violation[] {
  return [...strangeCopies(all, books), ...changedCopies(all, books), ...strangeActs(all, books)];
}

function strangeCopies(all: readonly PlayedInvite[], { copies }: Books): Violation[] {
  const planned = new Set(all.map(({ invite }) => invite.uid));
  return copies
    .filter((copy) => !planned.has(copy.uid) && !isHold(copy))
    .map(({ uid, mailbox }) => violation(null, mailbox, `an entry that nobody planned: ${uid}`));
}

function changedCopies(all: readonly PlayedInvite[], books: Books): Violation[] {
  const { copyOf } = openBooks(books);
  return all.flatMap((played) => {
    const before = new Map<string, CopyView>();
    for (const { moment } of played.steps) for (const copy of moment.copies) before.set(copy.mailbox, copy);
    return [...before.values()].flatMap((was) => {
      const now = copyOf(was.uid, was.mailbox);
      if (now === null) return [violation(was.uid, was.mailbox, 'the copy is gone')];
      if (now.rest === was.rest || mayShowOtherwise(played, was.mailbox)) return [];
      return [violation(was.uid, was.mailbox, 'the copy differs in more than its answer')];
    });
  });
}

/** Outlook shows a tentative meeting otherwise, and an undo there ends as tentative: the stated second way. */
function mayShowOtherwise({ invite, steps }: PlayedInvite, mailbox: string): boolean {
  const isUndone = steps.some((step) => step.name === 'undone' && step.mailbox === mailbox);
  return isUndone || (invite.kind === 'moved-off' && invite.owners.includes(mailbox));
}

function strangeActs(all: readonly PlayedInvite[], { acts }: Books): Violation[] {
  const counted = Map.groupBy(
    acts.filter(({ kind }) => kind !== 'answer' && kind !== 'mail'),
    ({ uid, kind }) => `${uid} ${kind}`,
  );
  const planned = Map.groupBy(
    all.flatMap(({ invite, steps }) => steps.map(({ name }) => `${invite.uid} ${actsOfPeople[name]}`)),
    (key) => key,
  );
  return [...counted].flatMap(([key, list]) => {
    const wanted = planned.get(key)?.length ?? 0;
    const [uid = null] = key.split(' ');
    return list.length <= wanted
      ? []
      : [
          violation(
            uid,
            list[0]?.from ?? null,
            `${list.length} acts of the kind ${list[0]?.kind}, not ${wanted}`,
          ),
        ];
  });
}
