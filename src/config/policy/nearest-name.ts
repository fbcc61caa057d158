/** Longer names are not typing slips of ours, and the distance costs the product of the lengths. */
const longestCompared = 40;

/**
 * The allowed name that a mistyped one most likely meant; null where none is near.
 * Near is at most a third of the letters changed (case, dashes and underscores do not count).
 */
export function nearestName(name: string, allowed: readonly string[]): string | null {
  if (name.length > longestCompared) return null;
  const wanted = plain(name);
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const candidate of allowed) {
    const distance = editDistance(wanted, plain(candidate));
    if (best === null || distance < best.distance) best = { name: candidate, distance };
  }
  return best && best.distance <= Math.max(wanted.length, plain(best.name).length) / 3 ? best.name : null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** Levenshtein distance with one row of memory (Wagner and Fischer, 1974). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
