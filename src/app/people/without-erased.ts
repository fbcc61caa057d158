import type { CalendarEntry } from '../ports/calendar.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { addressesIn } from './addresses-in.ts';
import { namesIn } from './name-marks.ts';
import { namesBeside, personRemover } from './person-remover.ts';

/**
 * Entries as they may be kept: a calendar goes on naming people who were erased, so each is taken out again before the
 * entry is stored or compared with what is. In an entry that has an address of theirs, names are recognized as well.
 */
export async function withoutErased(
  { erasing }: Pick<StoreTransaction, 'erasing'>,
  entries: readonly CalendarEntry[],
): Promise<readonly CalendarEntry[]> {
  if (entries.length === 0 || !(await erasing.isUsed())) return entries;
  const named = entries.map((entry) => addressesIn(entry));
  const erased = await erasing.recognize([...new Set(named.flatMap((addresses) => [...addresses]))]);
  if (erased.size === 0) return entries;
  const kept: CalendarEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const found = [...(named[index] ?? [])].filter((address) => erased.has(address));
    kept.push(found.length === 0 ? entry : await withoutThese(erasing, entry, found, erased));
  }
  return kept;
}

async function withoutThese(
  erasing: StoreTransaction['erasing'],
  entry: CalendarEntry,
  found: readonly string[],
  erased: ReadonlyMap<string, number>,
): Promise<CalendarEntry> {
  const named = namesIn(entry);
  const recognized = await erasing.recognize([...named.keys()]);
  let left = entry;
  for (const [number, addresses] of Map.groupBy(found, (address) => erased.get(address) ?? 0)) {
    const inText = [...named].flatMap(([mark, name]) => (recognized.get(mark) === number ? name : []));
    const names = [...namesBeside(entry, new Set(addresses)), ...inText];
    left = withoutPerson(left, { addresses, names, number });
  }
  return left;
}

/** One entry without a person. Its ids stay as they are: the calendar knows it by them. */
export function withoutPerson(
  entry: CalendarEntry,
  person: Parameters<typeof personRemover>[0],
): CalendarEntry {
  const left = personRemover(person)(entry);
  if (left === entry) return entry;
  const { version, gateKey } = entry;
  const { id, uid } = entry.meeting;
  return { ...left, version, gateKey, meeting: { ...left.meeting, id, uid } };
}
