import type { Chance } from './microsoft-chance.ts';
import type { GraphEvent } from './microsoft-event.ts';
import type { Meeting, Model } from './microsoft-model.ts';
import type { Replica } from './microsoft-replicas.ts';
import { type Answer, graphPeople, type Stand } from './microsoft-stand.ts';

/** A subscription as the fuzz knows it. */
interface Watch {
  readonly person: string;
  readonly clientState: string;
  readonly changeTypes: readonly string[];
  expiresMs: number;
}

/** An event with its id as one person knows it. */
export interface Known {
  readonly id: string;
  readonly uid: string;
}

/** Everything that one run of the fuzz holds. */
export interface Run {
  readonly stand: Stand;
  readonly chance: Chance;
  readonly model: Model;
  /** By person: what the last reading of the calendar showed, and what was seen before it. */
  readonly shelves: Map<string, { known: readonly Known[]; readonly past: Known[]; age: number }>;
  readonly replicas: Replica[];
  readonly watches: Map<string, Watch>;
  readonly firstTags: Map<string, string>;
  readonly created: { person: string; transactionId: string; id: string }[];
}

/** What one operation did. */
export interface Outcome {
  readonly text: string;
  readonly meeting: Meeting | null;
  /** Nothing may have changed, nobody may have been told. */
  readonly isSilent: boolean;
}

/** An event as somebody is about to do something with it. */
export interface Subject {
  readonly person: string;
  readonly id: string;
  readonly meeting: Meeting;
  /** Null where it is not found any more. */
  readonly event: GraphEvent | null;
  /** Empty for a whole event. */
  readonly originalStart: string;
}

export const silent = (text: string, meeting: Meeting | null = null): Outcome => ({
  text,
  meeting,
  isSilent: true,
});

/** @throws Error where the status is none of those that the model allows */
export function needStatus(answer: Answer, what: string, ...allowed: readonly number[]): void {
  if (allowed.includes(answer.status)) return;
  const said = JSON.stringify(answer.json).slice(0, 500);
  throw new Error(`${what}: ${answer.status} instead of ${allowed.join(' or ')}: ${said}`);
}

const gateProperty = 'String {00020329-0000-0000-C000-000000000046} Name gate';
const expand = `$expand=singleValueExtendedProperties($filter=id eq '${gateProperty}')`;

/** The path of an event with everything in its answer. */
export function eventPath(id: string): string {
  return `/me/events/${id}?${encodeURI(expand)}`;
}

const shelfAge = 30;

/** Everything the person has in the calendar, read anew now and then. */
export async function shelfOf(run: Run, person: string): Promise<readonly Known[]> {
  const shelf = run.shelves.get(person) ?? { known: [], past: [], age: shelfAge };
  run.shelves.set(person, shelf);
  shelf.age += 1;
  if (shelf.age < shelfAge) return shelf.known;
  const now = (await readAll(run.stand, person, '/me/events?$top=900&$select=id,iCalUId')).map(
    ({ id, iCalUId }) => ({
      id,
      uid: iCalUId,
    }),
  );
  const ids = new Set(now.map(({ id }) => id));
  shelf.past.push(...shelf.known.filter(({ id }) => !ids.has(id)));
  shelf.past.splice(0, shelf.past.length - 40);
  shelf.known = now;
  shelf.age = 0;
  return now;
}

interface ListPage {
  readonly value: readonly GraphEvent[];
  readonly '@odata.nextLink'?: string;
}

export async function readAll(stand: Stand, person: string, path: string): Promise<readonly GraphEvent[]> {
  const events: GraphEvent[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const answer: Answer = await stand.call(person, 'GET', next);
    needStatus(answer, `GET ${next}`, 200);
    const page = answer.json as ListPage;
    events.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return events;
}

/** Some event of some person, whole or one occurrence of it; null where the person has none. */
export async function someSubject(run: Run): Promise<Subject | null> {
  const { chance } = run;
  return subjectOf(run, chance.oneOf(graphPeople) ?? '', 60);
}

/** @param occurrencePercent how often one occurrence of a series is taken rather than the whole */
export async function subjectOf(
  run: Run,
  person: string,
  occurrencePercent: number,
): Promise<Subject | null> {
  const { chance } = run;
  const known = await shelfOf(run, person);
  const past = run.shelves.get(person)?.past ?? [];
  const chosen = chance.oneOf(chance.inPercent(8) && past.length > 0 ? past : known);
  return chosen ? readSubject(run, person, chosen, occurrencePercent) : null;
}

async function readSubject(
  run: Run,
  person: string,
  { id, uid }: Known,
  occurrencePercent: number,
): Promise<Subject> {
  const { stand, chance, model, firstTags } = run;
  const answer = await stand.call(person, 'GET', eventPath(id));
  needStatus(answer, `GET event of ${person}`, 200, 404);
  const whole = answer.status === 200 ? (answer.json as GraphEvent) : null;
  const organizer = whole?.organizer.emailAddress.address ?? model.meetings.get(uid)?.organizer ?? person;
  const meeting = model.meeting(uid, organizer);
  const isSeries = whole?.type === 'seriesMaster' && chance.inPercent(occurrencePercent);
  const event = isSeries ? ((await someOccurrence(run, person, id)) ?? whole) : whole;
  if (event && !firstTags.has(event.id)) firstTags.set(event.id, event['@odata.etag']);
  return { person, id: event?.id ?? id, meeting, event, originalStart: event?.originalStart ?? '' };
}

async function someOccurrence(
  { stand, chance }: Run,
  person: string,
  id: string,
): Promise<GraphEvent | null> {
  const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-20T00:00:00Z&$top=20';
  const answer = await stand.call(person, 'GET', `/me/events/${id}/instances?${window}`);
  needStatus(answer, `GET instances of ${person}`, 200);
  const one = chance.oneOf((answer.json as ListPage).value);
  if (one === undefined) return null;
  const read = await stand.call(person, 'GET', eventPath(one.id));
  needStatus(read, `GET an occurrence that /instances of ${person} shows`, 200);
  return read.json as GraphEvent;
}
