import type { Run } from './microsoft-run.ts';
import { graphPeople, type Notice } from './microsoft-stand.ts';
import { nowMs } from './microsoft-watching.ts';

/** Tags of everything in a mailbox that was not deleted for good, by immutable id. */
type Tags = ReadonlyMap<string, string>;

/** Number of the last change of each mailbox of Graph and of the one on Google. */
export function changeNumbers({ stand }: Run): ReadonlyMap<string, number> {
  const { engine, people } = stand.sandbox().parts;
  return new Map(people.all().map(({ address }) => [address, engine.lastChange(address)]));
}

/** Each notification has a change of its mailbox, and each change of a watched mailbox a notification. */
export function noticeFaults(
  run: Run,
  notices: readonly Notice[],
  before: ReadonlyMap<string, number>,
): string[] {
  const after = changeNumbers(run);
  const hasChanged = (person: string) => before.get(person) !== after.get(person);
  const unjustified = notices.flatMap((notice) => {
    const watch = run.watches.get(notice.subscriptionId);
    if (watch === undefined) return [`a notification for an ended subscription: ${JSON.stringify(notice)}`];
    const isRight =
      watch.clientState === notice.clientState &&
      watch.changeTypes.includes(notice.changeType) &&
      watch.expiresMs > nowMs(run) &&
      hasChanged(watch.person);
    return isRight ? [] : [`a notification without a reason: ${JSON.stringify(notice)}`];
  });
  const missing = [...run.watches].filter(
    ([id, { person, changeTypes, expiresMs }]) =>
      changeTypes.length === 3 &&
      expiresMs > nowMs(run) &&
      hasChanged(person) &&
      !notices.some(({ subscriptionId }) => subscriptionId === id),
  );
  return [...unjustified, ...missing.map(([id, { person }]) => `no notification for ${person} (${id})`)];
}

/** By person, since the last check: tags as they were read, and the ids that were notified. */
export interface Witness {
  readonly tags: Map<string, Tags>;
  readonly notified: Map<string, Set<string>>;
  /** Whose mailbox changed while no subscription watched for all kinds of changes. */
  readonly unwatched: Set<string>;
}

/** Notes what was told, and whose changes nobody watched. */
export function remember(
  run: Run,
  { notified, unwatched }: Witness,
  notices: readonly Notice[],
  before: ReadonlyMap<string, number>,
): void {
  for (const { subscriptionId, resourceData } of notices) {
    const person = run.watches.get(subscriptionId)?.person ?? '';
    notified.set(person, (notified.get(person) ?? new Set()).add(resourceData.id));
  }
  const after = changeNumbers(run);
  const watched = new Set(
    [...run.watches.values()]
      .filter(({ changeTypes, expiresMs }) => changeTypes.length === 3 && expiresMs > nowMs(run))
      .map(({ person }) => person),
  );
  for (const person of graphPeople)
    if (before.get(person) !== after.get(person) && !watched.has(person)) unwatched.add(person);
}

async function readTags({ stand }: Run, person: string): Promise<Tags> {
  const tags = new Map<string, string>();
  let next: string | undefined = '/me/events?$top=900&$select=id';
  while (next !== undefined) {
    const { json } = await stand.call(person, 'GET', next);
    const page = json as { value: { id: string; '@odata.etag': string }[]; '@odata.nextLink'?: string };
    for (const event of page.value) tags.set(event.id, event['@odata.etag']);
    next = page['@odata.nextLink'];
  }
  return tags;
}

/** What changed between two readings of a mailbox was notified, and nothing else was. */
export async function witnessFaults(run: Run, { tags, notified, unwatched }: Witness): Promise<string[]> {
  const faults: string[] = [];
  for (const person of graphPeople) {
    const [before, after] = [tags.get(person), await readTags(run, person)];
    tags.set(person, after);
    const told = notified.get(person) ?? new Set();
    notified.set(person, new Set());
    if (before === undefined) continue;
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const isOther = before.get(id) !== after.get(id);
      if (isOther && !told.has(id) && !unwatched.has(person)) faults.push(`${person} was not told of ${id}`);
      if (!isOther && told.has(id)) faults.push(`${person} was told of ${id}, which is as before`);
    }
  }
  unwatched.clear();
  return faults;
}
