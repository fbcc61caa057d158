import { DateTime } from 'luxon';
import { fuzzWindow, type GraphEvent } from './microsoft-event.ts';
import { someGarbage } from './microsoft-garbage.ts';
import { needStatus, type Outcome, type Run, readAll, shelfOf, silent } from './microsoft-run.ts';
import { graphPeople } from './microsoft-stand.ts';

const day = 'startDateTime=2026-11-10T00:00:00Z&endDateTime=2026-11-12T00:00:00Z';

/** Lists, views and free/busy: none of them changes anything. */
export async function readSomething(run: Run): Promise<Outcome> {
  const { stand, chance } = run;
  const person = chance.oneOf(graphPeople) ?? '';
  const path = chance.pick([
    `/me/calendarView?${day}&$top=7`,
    `/users/${person}/calendar/calendarView?${day}&$orderby=subject&$select=subject,start`,
    '/me/events?$top=5&$count=true',
    "/me/events?$filter=isAllDay eq true and subject ne 'Plan'&$top=5",
    '/me/events?$top=3&$orderby=start/dateTime desc',
    '/me/calendars',
    '/subscriptions',
  ]);
  const answer = await stand.call(person, 'GET', path);
  needStatus(answer, `GET ${path}`, 200);
  return silent(`${person} reads ${path}`);
}

/** What free/busy says of oneself is what the own calendar shows (microsoft.md 3.5). */
export async function compareSchedule({ stand, chance }: Run): Promise<Outcome> {
  const person = chance.oneOf(graphPeople) ?? '';
  const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  const body = {
    schedules: [person, 'out@else.example', chance.oneOf(graphPeople)],
    startTime: at(asked.start),
    endTime: at(asked.end),
  };
  const answer = await stand.call(person, 'POST', '/me/calendar/getSchedule', { body });
  needStatus(answer, 'getSchedule', 200);
  const [own] = (answer.json as { value: { scheduleItems: ScheduleItem[] }[] }).value;
  const told = (own?.scheduleItems ?? [])
    .map(({ status, start, end }) => `${start.dateTime} ${end.dateTime} ${status}`)
    .sort();
  const zone = stand.sandbox().parts.people.find(person)?.zone ?? 'UTC';
  const shown = (await readAll(stand, person, `/me/calendarView?${aroundAsked}&$top=900`))
    .filter(blocks)
    .map((event) => ({ ...spanOf(event, zone), showAs: event.showAs }))
    .filter(({ start, end }) => start < asked.end && end > asked.start)
    .map(({ start, end, showAs }) => `${start}.0000000 ${end}.0000000 ${showAs}`)
    .sort();
  if (told.join() !== shown.join())
    throw new Error(
      `free/busy of ${person} tells\n${told.join('\n')}\nthe calendar shows\n${shown.join('\n')}`,
    );
  return silent(`${person} asks for free/busy`);
}

const asked = { start: '2026-11-10T00:00:00', end: '2026-11-12T00:00:00' };
/** A day in a zone begins up to 14 hours away from the same day in UTC, which is what the view goes by. */
const aroundAsked = 'startDateTime=2026-11-09T00:00:00Z&endDateTime=2026-11-13T00:00:00Z';

interface ScheduleItem {
  readonly status: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
}

/** Whole days float in the calendar; in free/busy they lie in the zone of the mailbox. */
function spanOf({ isAllDay, start, end }: GraphEvent, zone: string): { start: string; end: string } {
  const utcOf = (dateTime: string) => {
    const local = DateTime.fromISO(dateTime.slice(0, 19), { zone: isAllDay ? zone : 'UTC' });
    return local.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss");
  };
  return { start: utcOf(start.dateTime), end: utcOf(end.dateTime) };
}

function blocks({ isCancelled, showAs, responseStatus }: GraphEvent): boolean {
  return !isCancelled && showAs !== 'free' && responseStatus.response !== 'declined';
}

/** A request that has to be refused and to change nothing. */
export async function sendGarbage(run: Run): Promise<Outcome> {
  const { stand, chance } = run;
  const person = chance.oneOf(graphPeople) ?? '';
  const known = chance.oneOf(await shelfOf(run, person));
  const { method, path, body } = someGarbage(chance, known?.id ?? null);
  const answer = await stand.call(person, method, path, { body });
  const text = `${method} ${path.slice(0, 200)} ${JSON.stringify(body ?? null).slice(0, 300)}`;
  if (answer.status < 400 || answer.status >= 500)
    throw new Error(`${text}: ${answer.status} to what has to be refused`);
  return silent(text);
}

export async function sendMail({ stand, chance, model }: Run): Promise<Outcome> {
  const person = chance.oneOf(graphPeople) ?? '';
  const to = ['ben@acme.example', 'out@else.example'];
  const message = {
    subject: 'Hello',
    body: { contentType: 'Text', content: 'Hello' },
    toRecipients: to.map((address) => ({ emailAddress: { address } })),
  };
  const answer = await stand.call(person, 'POST', '/me/sendMail', { body: { message } });
  needStatus(answer, 'sendMail', 202);
  model.expect({ kind: 'mail', from: person, to });
  return { text: `${person} sends a mail`, meeting: null, isSilent: true };
}

export const viewPath = `/me/calendarView?${fuzzWindow}&$top=900`;
