import { isDeepStrictEqual } from 'node:util';
import { testStartMs } from '../../support/sandbox.ts';
import { actors } from './google-cast.ts';
import type { Json } from './google-office.ts';
import { dayMs, type Expected, expectStatus, MeetingFault, quiet, type Run } from './google-run.ts';

/** What a client has of a calendar: a full read, brought up to date from its own sync token. */
export interface Replica {
  readonly mailbox: string;
  readonly params: Readonly<Record<string, string>>;
  readonly name: string;
  items: Map<string, Json>;
  /** Null until the full read is through. */
  token: string | null;
  tokenMs: number;
  /** A read that stands between two pages. */
  under: { readonly sync: boolean; page: string | null; readonly got: Json[] } | null;
}

const kinds: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  { singleEvents: 'true' },
  { showHiddenInvitations: 'true' },
  { timeZone: 'Asia/Tokyo' },
  { maxAttendees: '1' },
];
const mostPerPerson = 4;
const longestSyncMs = 28 * dayMs;

/** Begins a full read, of which only the first page is taken. */
export async function beginReplica(run: Run): Promise<Expected> {
  const mailbox = run.dice.pick(actors);
  const mine = run.replicas.filter((one) => one.mailbox === mailbox);
  const oldest = mine.length >= mostPerPerson ? mine[run.dice.below(mine.length)] : undefined;
  if (oldest) run.replicas.splice(run.replicas.indexOf(oldest), 1);
  const params = run.dice.pick(kinds);
  const name = `${mailbox} ${JSON.stringify(params)} since operation ${run.steps}`;
  const replica: Replica = { mailbox, params, name, items: new Map(), token: null, tokenMs: 0, under: null };
  run.replicas.push(replica);
  await turnPage(run, replica);
  return quiet;
}

/** Takes the next page of one replica, or the rest of them. */
export async function advanceReplica(run: Run): Promise<Expected> {
  if (run.replicas.length === 0) return beginReplica(run);
  const replica = run.dice.pick(run.replicas);
  if (run.dice.percent(50)) await turnPage(run, replica);
  else await bringUpToDate(run, replica);
  return quiet;
}

/** Every replica says what a fresh full read says. @throws Error naming the first that does not */
export async function checkReplicas(run: Run): Promise<void> {
  const fresh = new Map<string, Map<string, Json>>();
  for (const replica of run.replicas) {
    if (replica.under !== null) await bringUpToDate(run, replica);
    await bringUpToDate(run, replica);
    const kind = `${replica.mailbox} ${JSON.stringify(replica.params)}`;
    const whole = fresh.get(kind) ?? (await freshRead(run, replica));
    fresh.set(kind, whole);
    compare(run, replica, whole);
  }
}

/** Sync tokens of a mailbox become worthless: the next sync has to be refused with 410. */
export async function expireTokens(run: Run): Promise<Expected> {
  const mailbox = run.dice.pick(actors);
  await run.office.expireSync(mailbox);
  for (const replica of run.replicas)
    if (replica.mailbox === mailbox) replica.tokenMs = Number.NEGATIVE_INFINITY;
  return quiet;
}

async function bringUpToDate(run: Run, replica: Replica): Promise<void> {
  do await turnPage(run, replica);
  while (replica.under !== null);
}

async function turnPage(run: Run, replica: Replica): Promise<void> {
  const nowMs = run.office.parts().clock.nowMs();
  const under = replica.under ?? { sync: replica.token !== null, page: null, got: [] };
  const begins = replica.under === null && under.sync;
  const query = {
    ...replica.params,
    maxResults: String(under.sync ? 1 + run.dice.below(12) : 40),
    ...(under.sync && { syncToken: replica.token ?? '' }),
    ...(under.page !== null && { pageToken: under.page }),
  };
  const isWorthless = begins && nowMs - replica.tokenMs > longestSyncMs;
  const reply = await run.office.call(replica.mailbox, 'GET', '/calendars/primary/events', { query });
  expectStatus(reply, [isWorthless ? 410 : 200], `list of ${replica.name}`);
  if (isWorthless) {
    Object.assign(replica, { items: new Map(), token: null, under: null });
    return turnPage(run, replica);
  }
  under.got.push(...(reply.body.items as Json[]));
  const { nextPageToken, nextSyncToken } = reply.body;
  if (typeof nextPageToken === 'string') {
    replica.under = { ...under, page: nextPageToken };
    return;
  }
  if (typeof nextSyncToken !== 'string') throw new Error(`the last page of ${replica.name} has no token`);
  replica.items = applied(
    under.sync ? replica.items : new Map(),
    under.got,
    'singleEvents' in replica.params,
  );
  Object.assign(replica, { under: null, token: nextSyncToken, tokenMs: nowMs });
}

/** Cancelled occurrences stay with their series, unless the client asked for occurrences only (google.md 5.2). */
function applied(before: Map<string, Json>, changes: readonly Json[], single: boolean): Map<string, Json> {
  const items = new Map(before);
  for (const item of changes) {
    const id = String(item.id);
    if (item.status !== 'cancelled' || (item.recurringEventId !== undefined && !single)) items.set(id, item);
    else items.delete(id);
  }
  return items;
}

async function freshRead(
  run: Run,
  { mailbox, params }: Pick<Replica, 'mailbox' | 'params'>,
): Promise<Map<string, Json>> {
  const got: Json[] = [];
  let pageToken: string | null = null;
  do {
    const query: Record<string, string> = {
      ...params,
      maxResults: '2500',
      ...(pageToken !== null && { pageToken }),
    };
    const reply = await run.office.call(mailbox, 'GET', '/calendars/primary/events', { query });
    expectStatus(reply, [200], 'full read');
    got.push(...(reply.body.items as Json[]));
    pageToken = typeof reply.body.nextPageToken === 'string' ? reply.body.nextPageToken : null;
  } while (pageToken !== null);
  return applied(new Map(), got, 'singleEvents' in params);
}

function compare(run: Run, replica: Replica, whole: ReadonlyMap<string, Json>): void {
  const mine = withoutOrphans(replica.items);
  const fresh = withoutOrphans(whole);
  for (const id of new Set([...mine.keys(), ...fresh.keys()])) {
    const [have, should] = [mine.get(id), fresh.get(id)];
    if (isDeepStrictEqual(seen(have), seen(should))) continue;
    const [master] = id.split('_');
    throw new MeetingFault(
      run.meetings.find((meeting) => meeting.id === master)?.uid ?? null,
      `replica ${replica.name}: ${id} is ${text(have)}, a full read gives ${text(should)}`,
    );
  }
}

/** A cancelled occurrence counts as long as there is a series that would have it. */
function withoutOrphans(items: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  return new Map(
    [...items].filter(
      ([, { recurringEventId, status }]) =>
        status !== 'cancelled' || items.get(String(recurringEventId))?.recurrence !== undefined,
    ),
  );
}

/** Of a cancelled occurrence only its existence counts. */
function seen(item: Json | undefined): unknown {
  return item?.status === 'cancelled' ? 'cancelled' : item;
}

const text = (item: Json | undefined) => JSON.stringify(item) ?? 'missing';

/** Free/busy says what the list of occurrences says. */
export async function checkBusy(run: Run): Promise<Expected> {
  const mailbox = run.dice.pick(actors);
  const fromMs = testStartMs + run.dice.below(40) * dayMs;
  const [timeMin, timeMax] = [new Date(fromMs).toISOString(), new Date(fromMs + 3 * dayMs).toISOString()];
  const body = { timeMin, timeMax, timeZone: 'UTC', items: [{ id: mailbox }] };
  const busy = expectStatus(await run.office.call(mailbox, 'POST', '/freeBusy', { body }), [200], 'freeBusy');
  const query = { singleEvents: 'true', timeMin, timeMax };
  const listed = await freshRead(run, { mailbox, params: query });
  const calendars = busy.body.calendars as Readonly<
    Record<string, { busy: { start: string; end: string }[] }>
  >;
  const told = (calendars[mailbox]?.busy ?? []).map((span) => [Date.parse(span.start), Date.parse(span.end)]);
  const should = merged([...listed.values()].filter(blocks).map((item) => clipped(item, fromMs)));
  if (!isDeepStrictEqual(told, should)) {
    throw new Error(`busy of ${mailbox} is ${JSON.stringify(told)}, its list says ${JSON.stringify(should)}`);
  }
  return quiet;
}

function blocks({ transparency, attendees, organizer }: Json): boolean {
  const self = ((attendees ?? []) as Json[]).find((one) => one.self === true);
  const isOrganizer = (organizer as Json | undefined)?.self === true;
  return transparency !== 'transparent' && (isOrganizer || self?.responseStatus !== 'declined');
}

/** Whole days lie in the zone of the calendar, Paris in winter. */
function clipped({ start, end }: Json, fromMs: number): [number, number] {
  const ms = (moment: unknown) => {
    const { dateTime, date } = moment as { dateTime?: string; date?: string };
    return Date.parse(dateTime ?? `${date}T00:00:00+01:00`);
  };
  return [Math.max(ms(start), fromMs), Math.min(ms(end), fromMs + 3 * dayMs)];
}

function merged(spans: readonly [number, number][]): number[][] {
  const whole: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole.filter(([from, to]) => from < to);
}
