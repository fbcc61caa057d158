import { someGuests, someOwn, someRecurrence, someText, someTime } from './microsoft-bodies.ts';
import { differences, type GraphEvent } from './microsoft-event.ts';
import type { Written } from './microsoft-model.ts';
import { eventPath, needStatus, type Outcome, type Run, type Subject, silent } from './microsoft-run.ts';
import { graphPeople, namesOf } from './microsoft-stand.ts';

export async function createEvent(run: Run): Promise<Outcome> {
  const { stand, chance, model } = run;
  const person = chance.oneOf(graphPeople) ?? '';
  const transactionId = chance.inPercent(40) ? `t-${chance.below(1e9)}` : undefined;
  const body = {
    ...someText(chance),
    ...someOwn(chance),
    ...someTime(chance),
    ...(chance.inPercent(40) ? { recurrence: someRecurrence(chance) } : {}),
    attendees: someGuests(chance),
    transactionId,
  };
  const answer = await stand.call(person, 'POST', '/me/events', { body });
  needStatus(answer, `POST of ${person}`, 201);
  const event = answer.json as GraphEvent;
  const meeting = model.meeting(event.iCalUId, person);
  model.organizerWrote(meeting, {
    ...unchanged,
    is: model.invited(addresses(event), person),
    isChanged: true,
  });
  if (transactionId !== undefined) run.created.push({ person, transactionId, id: event.id });
  return { text: `${person} creates ${JSON.stringify(body)}`, meeting, isSilent: false };
}

/** The same `transactionId` again gives the same event again, whatever else is in the body. */
export async function createAgain(run: Run): Promise<Outcome> {
  const { stand, chance } = run;
  const earlier = chance.oneOf(run.created);
  if (earlier === undefined) return silent('nothing was created yet');
  const { person, transactionId, id } = earlier;
  const there = await stand.call(person, 'GET', `/me/events/${id}`);
  if (there.status === 404) return silent('what was created is purged');
  const body = { subject: 'again', ...someTime(chance), transactionId };
  const answer = await stand.call(person, 'POST', '/me/events', { body });
  needStatus(answer, 'POST again', 201);
  const { id: idAgain } = answer.json as GraphEvent;
  if (idAgain !== id) throw new Error(`the same transactionId made ${idAgain} beside ${id}`);
  return silent(`${person} creates again with ${transactionId}`);
}

const unchanged: Written = {
  originalStart: '',
  was: new Set(),
  is: new Set(),
  isChanged: false,
  isFull: false,
  isNewEnd: false,
  isNewStartOrRule: false,
};

function addresses({ attendees }: GraphEvent): string[] {
  return attendees.map(({ emailAddress }) => emailAddress.address);
}

const contentOf = ({ '@odata.etag': _tag, ...event }: GraphEvent) => {
  const {
    changeKey: _key,
    lastModifiedDateTime: _modified,
    ...rest
  } = event as unknown as Record<string, unknown>;
  return JSON.stringify(rest);
};

function someChange(run: Run, { event, originalStart }: Subject): object {
  const { chance } = run;
  const isOrganizer = event?.isOrganizer ?? false;
  const isWhole = originalStart === '';
  return chance.weighted<() => object>([
    [30, () => someText(chance)],
    [15, () => someOwn(chance)],
    [isOrganizer ? 15 : 2, () => someTime(chance)],
    [isOrganizer ? 15 : 1, () => ({ end: event?.isAllDay ? undefined : longer(event) })],
    [isOrganizer ? 15 : 1, () => (isOrganizer ? { attendees: someGuests(chance) } : {})],
    [isOrganizer && isWhole ? 6 : 1, () => (isOrganizer && isWhole ? someRule(run) : {})],
    [isOrganizer ? 10 : 1, () => (isOrganizer && event ? { attendees: byOtherName(event) } : {})],
    [4, () => ({ subject: event?.subject })],
  ])();
}

/** The same guests, but for the address that names somebody who has two. */
function byOtherName({ attendees }: GraphEvent): object[] {
  return attendees.map(({ type, emailAddress: { address } }) => {
    const other = namesOf(address).find((name) => name !== address);
    return { type, emailAddress: { address: other ?? address } };
  });
}

function longer(event: GraphEvent | null): object | undefined {
  if (!event) return undefined;
  const end = new Date(Date.parse(`${event.end.dateTime.slice(0, 19)}Z`) + 900_000);
  return { dateTime: end.toISOString().slice(0, 19), timeZone: event.end.timeZone };
}

function someRule({ chance }: Run): object {
  return { recurrence: chance.inPercent(75) ? someRecurrence(chance) : null };
}

/** PATCH by whoever has the event: organizers tell everybody, guests change their own copy. */
export async function changeEvent(run: Run, subject: Subject): Promise<Outcome> {
  const { stand, model } = run;
  const { person, id, event, meeting, originalStart } = subject;
  const body = someChange(run, subject);
  const stale = staleTag(run, subject);
  const headers = stale === null ? {} : { 'if-match': stale.tag };
  const text = `${person} changes ${originalStart || 'the whole'}: ${JSON.stringify(body)} ${stale?.tag ?? ''}`;
  const answer = await stand.call(person, 'PATCH', eventPath(id), { body, headers });
  needStatus(answer, text, expectedStatus(subject, stale, 200));
  if (answer.status !== 200 || event === null) return silent(text, meeting);
  const after = answer.json as GraphEvent;
  const changed = differences(event, after);
  if (event.isOrganizer) model.organizerWrote(meeting, writtenBetween(model, subject, event, after, changed));
  else rememberLocal(model.seat(meeting, person), originalStart, changed);
  return {
    text: `${text} changed ${changed.join()}`,
    meeting,
    isSilent: contentOf(event) === contentOf(after),
  };
}

const ruleNames = ['start', 'recurrence', 'isAllDay', 'originalStartTimeZone'];
const endNames = ['end', 'originalEndTimeZone'];

function writtenBetween(
  { invited, invitedBefore }: Run['model'],
  { person, originalStart }: Subject,
  before: GraphEvent,
  after: GraphEvent,
  changed: readonly string[],
): Written {
  const listOf = (event: GraphEvent) => (event.isCancelled ? [] : addresses(event));
  const isOtherList = JSON.stringify(before.attendees) !== JSON.stringify(after.attendees);
  return {
    originalStart,
    was: invitedBefore(listOf(before), listOf(after), person),
    is: invited(listOf(after), person),
    isChanged: changed.length > 0 || isOtherList,
    isFull: changed.length > 0 && !after.isCancelled,
    isNewEnd: changed.some((name) => endNames.includes(name)),
    isNewStartOrRule: changed.some((name) => ruleNames.includes(name)),
  };
}

/** From another time or rule on, the guest's occurrences are not those of the organizer. */
function rememberLocal(
  { local, away, unsent }: ReturnType<Run['model']['seat']>,
  originalStart: string,
  changed: readonly string[],
): void {
  for (const name of changed) local.add(`${originalStart} ${name}`);
  if (originalStart !== '') return;
  if (changed.some((name) => [...ruleNames, ...endNames].includes(name))) local.add('time');
  if (!changed.some((name) => ruleNames.includes(name))) return;
  for (const key of [...away]) if (key !== '') away.delete(key);
  for (const key of unsent.keys()) if (key !== '') unsent.set(key, true);
}

interface Tag {
  readonly tag: string;
  readonly isStale: boolean;
}

/** Now and then an `If-Match`, of the present version or of the first that was seen. */
function staleTag({ chance, firstTags }: Run, { event }: Subject): Tag | null {
  if (event === null || !chance.inPercent(20)) return null;
  const tag = firstTags.get(event.id) ?? '*';
  return { tag, isStale: tag !== '*' && tag !== event['@odata.etag'] };
}

function expectedStatus({ event }: Subject, tag: Tag | null, usual: number): number {
  if (event === null) return 404;
  return tag?.isStale ? 412 : usual;
}

/** `/cancel` and DELETE: by organizers for everybody, by guests for themselves. */
export async function cancelEvent(run: Run, subject: Subject): Promise<Outcome> {
  const { stand, chance } = run;
  const { person, id, event, meeting, originalStart } = subject;
  const body = chance.pick([undefined, { comment: 'Sorry <b>all</b>' }, { Comment: null }]);
  const text = `${person} cancels ${originalStart || 'the whole'}`;
  const answer = await stand.call(person, 'POST', `/me/events/${id}/cancel`, { body });
  needStatus(answer, text, event === null ? 404 : event.isOrganizer ? 202 : 400);
  if (answer.status !== 202 || event === null || event.isCancelled) return silent(text, meeting);
  return callOff(run, subject, text);
}

export async function deleteEvent(run: Run, subject: Subject): Promise<Outcome> {
  const { stand, model } = run;
  const { person, id, event, meeting, originalStart } = subject;
  const stale = staleTag(run, subject);
  const headers = stale === null ? {} : { 'if-match': stale.tag };
  const text = `${person} deletes ${originalStart || 'the whole'}`;
  const answer = await stand.call(person, 'DELETE', `/me/events/${id}`, { headers });
  needStatus(answer, text, expectedStatus(subject, stale, 204));
  if (answer.status !== 204 || event === null) return silent(text, meeting);
  if (event.isOrganizer && !event.isCancelled) return callOff(run, subject, text);
  if (event.isOrganizer) return { text, meeting, isSilent: originalStart !== '' };
  const { away } = model.seat(meeting, person);
  const isNothing = originalStart !== '' && (away.has('') || away.has(originalStart));
  if (!isNothing) model.guestDeleted(meeting, person, originalStart);
  return { text, meeting, isSilent: isNothing };
}

function callOff({ model }: Run, { person, event, meeting, originalStart }: Subject, text: string): Outcome {
  const was = event === null ? new Set<string>() : model.invited(addresses(event), person);
  model.organizerWrote(meeting, { ...unchanged, originalStart, was, isChanged: true });
  return { text, meeting, isSilent: false };
}
