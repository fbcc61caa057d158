import { createHash } from 'node:crypto';
import { type Purpose, purposes } from '../../core/signals/signal.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import { invitationText } from './planned-meeting.ts';
import type { Plan } from './read-plan.ts';

/** What the gate knows of a meeting that was planned through it: it was judged with this before it was created. */
export interface Planned {
  readonly purpose: Purpose | null;
  /** Epoch milliseconds of the start that the planner decided on. */
  readonly startMs: number;
}

/** Digest of everything that is judged and created; with another one the meeting is another one. */
export function planDigest(plan: Plan, planner: string): string {
  const { title, purpose, guests, startMs, endMs, zone, weeks } = plan;
  const content = [planner, title, purpose, invitationText(plan), guests, startMs, endMs, zone, weeks];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
}

/**
 * The key under which a plan is created, which the entry carries from then on: one form with one content is one meeting.
 * The stated purpose and the time stand in it, so that they are known from the moment that the entry exists.
 */
export function plannedKey(plan: Plan, planner: string, formKey: string): string {
  const id = createHash('sha256')
    .update(`${formKey} ${planDigest(plan, planner)}`)
    .digest('hex')
    .slice(0, 32);
  return `plan:${plan.purpose ?? ''}:${plan.startMs}:${id}`;
}

/** Null for an entry that was not planned through the gate by the owner of its mailbox. */
export function plannedOf({ gateKey, owner }: Pick<CalendarEntry, 'gateKey' | 'owner'>): Planned | null {
  const [kind, stated, startMs] = gateKey?.split(':') ?? [];
  if (kind !== 'plan' || owner.role !== 'organizer') return null;
  return { purpose: purposes.find((name) => name === stated) ?? null, startMs: Number(startMs) };
}
