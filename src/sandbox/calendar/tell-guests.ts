import type { VisibleAct } from '../acts.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, Guest } from './event-copy.ts';
import { invited, invitedBefore } from './invited.ts';

/** The state of a meeting, or of one occurrence, before and after the organizer did something. */
export interface Told {
  readonly organizer: EventCopy;
  readonly originalStart: string | null;
  /** Empty before the meeting was made. */
  readonly was: readonly Guest[];
  /** Empty once it is called off. */
  readonly is: readonly Guest[];
  /** False where nothing but the guest list changed: those who stay hear nothing. */
  readonly isUpdate: boolean;
  readonly comment: string | null;
}

/** Records what the guests get by mail (iTIP REQUEST and CANCEL): who is new, who stays, who is gone. */
export function tellGuests(deps: Pick<EngineDeps, 'acts' | 'clock' | 'people'>, told: Told): void {
  const { organizer, originalStart, comment } = told;
  const before = invitedBefore(told.was, told.is, organizer.mailbox, deps.people);
  const after = invited(told.is, organizer.mailbox, deps.people);
  const detail = organizer.exceptions[originalStart ?? '']?.fields.summary ?? organizer.fields.summary;

  function record(kind: VisibleAct['kind'], to: readonly string[]): void {
    if (to.length === 0) return;
    const act = { from: organizer.mailbox, to, uid: organizer.uid, originalStart, detail, comment };
    deps.acts.record({ kind, ...act, atMs: deps.clock.nowMs() });
  }
  record(
    'invitation',
    [...after].filter((address) => !before.has(address)),
  );
  if (told.isUpdate)
    record(
      'update',
      [...after].filter((address) => before.has(address)),
    );
  record(
    'cancellation',
    [...before].filter((address) => !after.has(address)),
  );
}
