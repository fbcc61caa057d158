import type { Target } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { EventTime } from '../../core/meeting/event-time.ts';
import { readResourceDate, readResourceTime } from '../formats/resource-time.ts';
import { toEventTime } from '../formats/written-time.ts';
import type { GoogleMailbox } from './client.ts';
import { getEvent, listInstances, rfc3339 } from './event-requests.ts';
import { refusal } from './problems.ts';
import type { EventResource } from './schema.ts';

/**
 * The event that a target names: the meeting, the series, or one occurrence. The id of an occurrence is asked for,
 * never put together from its parts. Gone or cancelled is `not-found`.
 *
 * @param version the entry's version when it was looked at, that of the whole series for an occurrence; an entry that
 *   changed since is `changed-meanwhile`. Null skips the check
 */
export async function findTarget(
  mailbox: GoogleMailbox,
  target: Target,
  version: string | null,
): Promise<Outcome<EventResource>> {
  const { meetingId, originalStart } = target;
  const whole = await getEvent(mailbox, meetingId);
  if (!whole.ok) return whole;
  if (whole.value === null || whole.value.status === 'cancelled') return refusal('not-found', 'gone');
  if (version !== null && whole.value.etag !== version) return refusal('changed-meanwhile', 'version');
  // An invite to one date of a series is a meeting of its own, and that date too.
  if (originalStart === null || isSameStart(originalStartOf(whole.value), originalStart))
    return { ok: true, value: whole.value };
  return findOccurrence(mailbox, meetingId, originalStart);
}

async function findOccurrence(
  mailbox: GoogleMailbox,
  seriesId: string,
  originalStart: EventTime,
): Promise<Outcome<EventResource>> {
  const start = startParameter(originalStart);
  if (start === null) return refusal('request-refused', 'no instant');
  const list = await listInstances(mailbox, seriesId, { originalStart: start });
  if (!list.ok) return list;
  const found = list.value.instances.find((instance) =>
    isSameStart(originalStartOf(instance), originalStart),
  );
  return found && found.status !== 'cancelled' ? { ok: true, value: found } : refusal('not-found', 'gone');
}

/** The start that the rule gives an occurrence; null for what is none. */
export function originalStartOf({ originalStartTime }: EventResource): EventTime | null {
  const written = originalStartTime?.date
    ? readResourceDate(originalStartTime.date)
    : originalStartTime?.dateTime
      ? readResourceTime(originalStartTime.dateTime, originalStartTime.timeZone)
      : null;
  return written && toEventTime(written);
}

/** The same day or instant; a zone may be written in two ways. */
export function isSameStart(left: EventTime | null, right: EventTime): boolean {
  if (left?.kind === 'instant' && right.kind === 'instant') return left.ms === right.ms;
  return left?.kind === 'date' && right.kind === 'date' && left.date === right.date;
}

function startParameter(start: EventTime): string | null {
  if (start.kind === 'instant') return rfc3339(start.ms);
  return start.kind === 'date' ? start.date : null;
}
