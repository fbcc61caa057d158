import type { ReadItem } from '../../core/meeting/reading.ts';
import { note } from '../formats/read-options.ts';

/** Notes of one kind that are told one by one. */
const maxNotesOfOneKind = 20;

/**
 * Passes items on; of notes that say the same, those behind the first 20 are only counted, at the end.
 *
 * @param name of the input, the place of the counts
 */
export function* boundedNotes(items: Iterable<ReadItem>, name: string): Generator<ReadItem> {
  const kinds = new Map<string, { count: number; readonly remedy: string }>();
  for (const item of items) {
    if (item.kind !== 'note') {
      yield item;
      continue;
    }
    const { what, remedy } = item.problem;
    const kind = kinds.get(what) ?? { count: 0, remedy };
    kinds.set(what, kind);
    kind.count += 1;
    if (kind.count <= maxNotesOfOneKind) yield item;
  }
  for (const [what, { count, remedy }] of kinds) {
    if (count > maxNotesOfOneKind) yield note(name, `${count - maxNotesOfOneKind} more: ${what}`, remedy);
  }
}
