import { isDeepStrictEqual } from 'node:util';
import type { EventCopy, EventInstance, Guest } from '../../../src/sandbox/calendar/event-copy.ts';
import { lastOf } from './microsoft-checks.ts';
import type { Meeting } from './microsoft-model.ts';
import type { Run } from './microsoft-run.ts';
import { googlePerson, graphPeople, group, mainAddress } from './microsoft-stand.ts';

/** Before and after everything that anybody writes. */
const window = { fromMs: Date.parse('2026-09-01T00:00:00Z'), toMs: Date.parse('2027-06-01T00:00:00Z') };
const mostOccurrences = 500;

/** Meetings between the two calendars: the copies of the guests say what the organizer's says. */
export function mixedFaults(run: Run): string[] {
  const { engine } = run.stand.sandbox().parts;
  return [...run.model.meetings.values()].flatMap((meeting) => {
    const theirs = engine.findByUid(meeting.organizer, meeting.uid);
    const guests = meeting.organizer === googlePerson ? graphPeople : [googlePerson];
    return theirs === null ? [] : guests.flatMap((guest) => guestFaults(run, meeting, theirs, guest));
  });
}

function guestFaults(run: Run, meeting: Meeting, theirs: EventCopy, guest: string): string[] {
  const { isInvited, purged, away, local } = run.model.seat(meeting, guest);
  const { engine } = run.stand.sandbox().parts;
  const mine = engine.findByUid(guest, meeting.uid);
  const fault = (text: string) => `${guest}, ${meeting.uid} ${text}: ${lastOf(meeting)}`;
  const isThere = mine?.folder === 'calendar' && !mine.fields.cancelled;
  if (!isInvited) return isThere ? [fault('is not invited and not told')] : [];
  if (purged || away.has('')) return isThere ? [fault('should be away')] : [];
  if (!isThere) return [fault('is missing')];
  if (local.size > 0) return [];
  const shown = new Map(
    engine.instances(mine.key, window, mostOccurrences).map((one) => [one.originalStart, one]),
  );
  return engine.instances(theirs.key, window, mostOccurrences).flatMap((said) => {
    const text = occurrenceFault(run, meeting, guest, said, shown.get(said.originalStart));
    return text === null ? [] : [fault(`${said.originalStart} ${text}`)];
  });
}

function occurrenceFault(
  { model }: Run,
  meeting: Meeting,
  guest: string,
  theirs: EventInstance,
  mine: EventInstance | undefined,
): string | null {
  const { away, unsent } = model.seat(meeting, guest);
  const key = graphKey(theirs);
  if (mine === undefined) return 'is missing';
  if (away.has(key)) return mine.gone ? null : 'should be away';
  if (mine.gone) return 'is gone';
  const names = theirs.fields.guests.map(({ address }) => address);
  const isCancelled = theirs.fields.cancelled || !model.invited(names, meeting.organizer).has(guest);
  if (mine.fields.cancelled !== isCancelled) return `is ${isCancelled ? 'on' : 'cancelled'}`;
  if (isCancelled) return null;
  if (!isDeepStrictEqual({ ...theirs.fields, guests: [] }, { ...mine.fields, guests: [] }))
    return `says ${JSON.stringify(mine.fields)} instead of ${JSON.stringify(theirs.fields)}`;
  if (named(theirs) !== named(mine)) return `has ${named(mine)} as guests instead of ${named(theirs)}`;
  const heard = answerOf(theirs, guest);
  const given = answerOf(mine, guest);
  const isUnsent = unsent.get(key) ?? unsent.get('') ?? false;
  return isUnsent || heard === null || heard === given ? null : `answered ${given}, heard as ${heard}`;
}

/** The original start as Graph writes it; empty for a single event. */
function graphKey({ copy, originalMoment }: EventInstance): string {
  if (copy.fields.recurrence.length === 0) return '';
  const ms = originalMoment.kind === 'instant' ? originalMoment.ms : Date.parse(originalMoment.date);
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function answerOf({ fields }: EventInstance, guest: string): Guest['answer'] | null {
  return fields.guests.find(({ address }) => mainAddress(address) === guest)?.answer ?? null;
}

/** Without members of an invited group: their answers make entries, of which the other guests hear later. */
function named({ fields }: EventInstance): string {
  const hasGroup = fields.guests.some(({ address }) => address === group.address);
  return fields.guests
    .filter(({ address }) => !(hasGroup && group.members.includes(mainAddress(address))))
    .map(({ address, optional }) => `${address} ${optional ? 'optional' : 'required'}`)
    .sort()
    .join();
}
