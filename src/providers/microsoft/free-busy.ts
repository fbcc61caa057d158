import type { z } from 'zod';
import type { Availability } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { unionOf } from '../../core/meeting/intervals.ts';
import { readResourceTime } from '../formats/resource-time.ts';
import { instantOf } from '../formats/written-time.ts';
import { schedulesPerRequest } from './limits.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { schedules } from './schema.ts';
import { utcTimes } from './slot.ts';

type Schedule = z.output<typeof schedules>['value'][number];
type Taken = Extract<Availability, { known: true }>['taken'][number];

/** What others and the owner have in the window. Whatever cannot be read makes the whole of a person unknown. */
export async function freeBusy(
  { client }: MailboxContext,
  emails: readonly string[],
  window: Window,
): Promise<Outcome<readonly Availability[]>> {
  const answers = new Map<string, Schedule>();
  const { start, end } = utcTimes({ startMs: window.fromMs, endMs: window.toMs, zone: 'UTC' });
  const asked = [...new Set(emails.map((email) => email.toLowerCase()))];
  for (let from = 0; from < asked.length; from += schedulesPerRequest) {
    const body = {
      schedules: asked.slice(from, from + schedulesPerRequest),
      startTime: start,
      endTime: end,
      availabilityViewInterval: 30,
    };
    const answer = await client.send(
      { method: 'POST', path: 'calendar/getSchedule', body, repeatable: true },
      schedules,
    );
    if (!answer.ok) return answer;
    for (const schedule of answer.value.value) answers.set(schedule.scheduleId.toLowerCase(), schedule);
  }
  return { ok: true, value: emails.map((email) => availabilityOf(email, answers, window)) };
}

function availabilityOf(email: string, answers: ReadonlyMap<string, Schedule>, window: Window): Availability {
  const schedule = answers.get(email.toLowerCase());
  if (schedule === undefined) return { email, known: false, why: 'no answer for this address' };
  if (schedule.error !== null) return { email, known: false, why: schedule.error.responseCode ?? 'error' };
  const items = schedule.scheduleItems?.map((item) => takenBy(item, window)) ?? null;
  if (items === null || items.includes('unreadable'))
    return { email, known: false, why: 'the answer could not be read' };
  return { email, known: true, taken: sorted(items.filter((item) => typeof item === 'object')) };
}

const kinds: ReadonlyMap<string, Taken['as'] | 'free'> = new Map([
  ['free', 'free'],
  ['tentative', 'tentative'],
  ['busy', 'busy'],
  ['oof', 'out-of-office'],
  ['workingelsewhere', 'elsewhere'],
]);

function takenBy(
  { status, start, end }: NonNullable<Schedule['scheduleItems']>[number],
  window: Window,
): Taken | 'free' | 'unreadable' {
  const as = kinds.get(status?.toLowerCase() ?? '') ?? 'unknown';
  if (as === 'free') return 'free';
  const [from, to] = [start, end].map(({ dateTime, timeZone }) => {
    const written = readResourceTime(dateTime, timeZone);
    return written && instantOf(written);
  });
  if (from == null || to == null || to < from) return 'unreadable';
  const inside = { fromMs: Math.max(from, window.fromMs), toMs: Math.min(to, window.toMs) };
  return inside.fromMs < inside.toMs ? { ...inside, as } : 'free';
}

/** Touching and overlapping entries of one kind become one. */
function sorted(taken: readonly Taken[]): readonly Taken[] {
  return [...Map.groupBy(taken, ({ as }) => as)]
    .flatMap(([as, windows]) => unionOf(windows).map((window) => ({ ...window, as })))
    .sort((a, b) => a.fromMs - b.fromMs);
}
