import { unionOf } from '../../core/meeting/intervals.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { zoneAt } from '../../core/meeting/zone-at.ts';
import { focusEventsOf } from '../../core/time/focus-events.ts';
import { busyWindows } from '../plan/busy-windows.ts';
import type { HoldRecord } from '../ports/store/holds.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { MeetingRecord } from '../ports/store/meetings.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type CalendarTime, goalWindow } from './goal-holds.ts';

const nothing = { busy: [], takenOn: [], focus: [] };

/** Reads what a weekly goal of focus time has to keep clear of; nothing is read where there is no goal. */
export async function calendarTime(
  { meetings }: StoreTransaction,
  { id }: MailboxRecord,
  policy: Policy,
  holds: readonly HoldRecord[],
  nowMs: number,
): Promise<CalendarTime> {
  const window = goalWindow(policy, nowMs);
  if (!policy.focus.weeklyGoal || window === null) return { ...nothing, holds };
  const records = (await meetings.inWindow(id, window)).filter((record) => !isHold(record));
  const zone = zoneAt(policy, nowMs);
  return {
    busy: unionOf(busyWindows(records, zone)),
    takenOn: unionOf(busyWindows(records.filter(isTakenOn), zone)),
    focus: unionOf(
      focusEventsOf(
        records.map(({ entry }) => entry.meeting),
        policy,
      ),
    ),
    holds,
  };
}

/** What the gate put into the calendar for nobody else, also if it is on its way out. */
function isHold({ entry: { gateKey, owner } }: MeetingRecord): boolean {
  return gateKey !== null && owner.role === 'alone';
}

function isTakenOn({ entry: { owner } }: MeetingRecord): boolean {
  return owner.role === 'organizer' || owner.role === 'alone' || owner.answer === 'accepted';
}
