import type { Chance } from './microsoft-chance.ts';
import type { GraphEvent } from './microsoft-event.ts';
import type { Answer, Stand } from './microsoft-stand.ts';

/** A client's copy of a calendar view, kept by delta. */
export interface Replica {
  readonly person: string;
  readonly window: string;
  readonly folderIds: boolean;
  readonly events: Map<string, GraphEvent>;
  /** Where the next request goes: the middle of a round, or the beginning of the next one. */
  next: string;
  /** That `next` begins a round, and nothing is missing. */
  isWhole: boolean;
}

interface DeltaPage {
  readonly value: readonly GraphEvent[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

const windows: readonly string[] = [
  'startDateTime=2026-10-26T00:00:00Z&endDateTime=2026-12-28T00:00:00Z',
  'startDateTime=2026-11-09T10:00:00Z&endDateTime=2026-11-20T12:15:00Z',
];

export function newReplica(chance: Chance, person: string): Replica {
  return emptyReplica({ person, window: chance.pick(windows), folderIds: chance.inPercent(30) });
}

function emptyReplica(of: Pick<Replica, 'person' | 'window' | 'folderIds'>): Replica {
  const next = `/me/calendarView/delta?${of.window}`;
  return { ...of, events: new Map(), next, isWhole: false };
}

/** Another client that goes on from the same token. */
export function forked(replica: Replica): Replica {
  return { ...replica, events: new Map(replica.events) };
}

/** One request of one page. */
export async function readPage(stand: Stand, chance: Chance, replica: Replica): Promise<void> {
  const preferred = replica.folderIds ? [] : ['IdType="ImmutableId"'];
  const prefer = [...preferred, `odata.maxpagesize=${chance.pick([50, 3, 200])}`].join(', ');
  const { person, next, folderIds } = replica;
  const answer = await stand.call(person, 'GET', next, { folderIds, headers: { prefer } });
  if (answer.status === 410) return startAgain(replica, answer);
  if (answer.status !== 200)
    throw new Error(`delta answers ${answer.status}: ${JSON.stringify(answer.json)}`);
  const page = answer.json as DeltaPage;
  for (const event of page.value) {
    if (event['@removed'] === undefined) replica.events.set(event.id, event);
    else replica.events.delete(event.id);
  }
  replica.next = page['@odata.nextLink'] ?? page['@odata.deltaLink'] ?? '';
  replica.isWhole = page['@odata.deltaLink'] !== undefined;
}

function startAgain(replica: Replica, { headers }: Answer): void {
  const location = headers.get('location');
  if (location === null) throw new Error('410 without a Location');
  replica.events.clear();
  replica.next = location;
  replica.isWhole = false;
}

/** Ends the round under way, then asks for what came since: one round alone does not tell what changed within it. */
export async function bringUpToDate(stand: Stand, chance: Chance, replica: Replica): Promise<void> {
  while (!replica.isWhole) await readPage(stand, chance, replica);
  do await readPage(stand, chance, replica);
  while (!replica.isWhole);
}

/** What the replica is wrong about, compared with a delta from the beginning. */
export async function replicaFaults(stand: Stand, chance: Chance, replica: Replica): Promise<string[]> {
  const fresh = emptyReplica(replica);
  while (!fresh.isWhole) await readPage(stand, chance, fresh);
  const ids = new Set([...replica.events.keys(), ...fresh.events.keys()]);
  return [...ids].flatMap((id) => {
    const [kept, now] = [replica.events.get(id), fresh.events.get(id)];
    if (JSON.stringify(kept) === JSON.stringify(now)) return [];
    return [`${replica.person} has ${JSON.stringify(kept)} instead of ${JSON.stringify(now)}`];
  });
}
