import { DateTime } from 'luxon';
import type { SandboxColleague, SandboxEntry, SandboxWeek } from '../../../app/ports/sandbox-desk.ts';
import type { EventInstance, EventMoment } from '../../../sandbox/calendar/event-copy.ts';
import type { SandboxParts } from '../../../sandbox/parts.ts';

/** No calendar of the company has more in a week. */
const mostOfOne = 50;
/** What the gate writes on the time that it keeps free in Outlook. */
const focusCategory = 'Focus time';

/** @param monday `YYYY-MM-DD`; another day stands for its week. @returns null for what is no date */
export function calendarWeek(
  { engine }: Pick<SandboxParts, 'engine'>,
  person: SandboxColleague,
  monday: string,
): SandboxWeek | null {
  const from = DateTime.fromISO(monday, { zone: person.zone }).startOf('week');
  if (!from.isValid) return null;
  const window = { fromMs: from.toMillis(), toMs: from.plus({ weeks: 1 }).toMillis() };
  const entries = engine
    .copies(person.address)
    .filter(({ folder, hidden }) => folder !== 'purged' && !hidden)
    .flatMap(({ key }) => engine.instances(key, window, mostOfOne))
    .flatMap((instance) => entryOf(engine, instance, person) ?? []);
  const days = Array.from({ length: 7 }, (_, number) => {
    const day = from.plus({ days: number });
    const [startMs, endMs] = [day.toMillis(), day.plus({ days: 1 }).toMillis()];
    // What began before the week stands on its first day.
    const isOf = (entry: SandboxEntry) =>
      entry.startMs < endMs && (number === 0 ? entry.endMs > startMs : entry.startMs >= startMs);
    return { date: day.toFormat('yyyy-MM-dd'), entries: entries.filter(isOf).toSorted(byStart) };
  });
  return { person, days };
}

function entryOf(
  engine: SandboxParts['engine'],
  { copy, fields, own, originalStart, gone }: EventInstance,
  { zone, provider }: SandboxColleague,
): SandboxEntry | null {
  if (own.special?.eventType === 'workingLocation') return null;
  const occurrence = fields.recurrence.length > 0 ? originalStart : null;
  const isOwn = copy.organizer === copy.mailbox;
  const { answer = null, comment = null } = isOwn ? {} : (engine.ownGuest(copy, occurrence) ?? {});
  const removed = gone || copy.folder === 'deleted';
  // What its owner deleted is nowhere; only what Outlook put away with a decline is worth showing.
  if (removed && !(provider === 'microsoft' && answer === 'declined')) return null;
  return {
    startMs: instantOf(fields.start, zone),
    endMs: instantOf(fields.end, zone),
    allDay: fields.start.kind === 'date',
    title: fields.summary,
    kind: kindOf(own, fields.guests.length > 0 || !isOwn),
    ...{ answer, comment, removed },
    cancelled: fields.cancelled,
  };
}

function kindOf({ special, categories }: EventInstance['own'], hasOthers: boolean): SandboxEntry['kind'] {
  if (special?.eventType === 'outOfOffice') return 'away';
  if (special?.eventType === 'focusTime') return 'focus';
  if (hasOthers) return 'meeting';
  return categories.includes(focusCategory) ? 'focus' : 'own';
}

function instantOf(moment: EventMoment, zone: string): number {
  return moment.kind === 'instant' ? moment.ms : DateTime.fromISO(moment.date, { zone }).toMillis();
}

function byStart(one: SandboxEntry, other: SandboxEntry): number {
  return one.startMs - other.startMs || one.endMs - other.endMs;
}
