/** Lines that belong together, in the order of both texts. */
export type DifferencePart =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly lines: readonly string[] }
  /** So many lines are the same in both, and not near anything that differs. */
  | { readonly kind: 'left-out'; readonly count: number };

type Stretch = Exclude<DifferencePart, { readonly kind: 'left-out' }>;
type Lines = readonly string[];

/** Lines around a change that say where it is. */
const context = 3;
/** Texts of people never come near it; it bounds what a text made for that can cost. */
const deepest = 30;

/**
 * What has to be removed from one text and added to it to make it the other, by lines; nothing where they are equal.
 * Patience diff (Bram Cohen): lines that stand once in both are held against each other, and what is between them is
 * compared in the same way. Its time grows with the length of the texts, whatever they hold.
 */
export function policyDifference(before: string, after: string): readonly DifferencePart[] {
  if (before === after) return [];
  return shortened(joined(compare(linesOf(before), linesOf(after), deepest)));
}

function linesOf(text: string): Lines {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function compare(before: Lines, after: Lines, depth: number): readonly Stretch[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    { kind: 'same', lines: before.slice(0, start) },
    ...compareMiddles(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
      depth,
    ),
    { kind: 'same', lines: before.slice(before.length - end) },
  ];
}

function compareMiddles(before: Lines, after: Lines, depth: number): readonly Stretch[] {
  const anchors = depth === 0 ? [] : rising(inBothOnce(before, after));
  const replaced = (from: Lines, to: Lines): readonly Stretch[] => [
    { kind: 'removed', lines: from },
    { kind: 'added', lines: to },
  ];
  if (anchors.length === 0) return replaced(before, after);
  const parts: (readonly Stretch[])[] = [];
  let last: Place = { before: -1, after: -1 };
  for (const place of [...anchors, { before: before.length, after: after.length }]) {
    const from = before.slice(last.before + 1, place.before);
    const to = after.slice(last.after + 1, place.after);
    parts.push(from.length === 0 || to.length === 0 ? replaced(from, to) : compare(from, to, depth - 1));
    parts.push([{ kind: 'same', lines: before.slice(place.before, place.before + 1) }]);
    last = place;
  }
  return parts.flat();
}

/** Where a line stands in both. */
interface Place {
  readonly before: number;
  readonly after: number;
}

/** Lines that stand once in each, in the order of the first. */
function inBothOnce(before: Lines, after: Lines): readonly Place[] {
  const there = onceIn(after);
  return [...onceIn(before)].flatMap(([line, place]) => {
    const other = there.get(line);
    return other === undefined ? [] : { before: place, after: other };
  });
}

function onceIn(lines: Lines): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [place, line] of lines.entries()) {
    if (places.has(line)) twice.add(line);
    places.set(line, place);
  }
  for (const line of twice) places.delete(line);
  return places;
}

/** As many of them as are in order in the second text too: the longest increasing subsequence, by patience sorting. */
function rising(places: readonly Place[]): readonly Place[] {
  interface Card extends Place {
    readonly below: Card | undefined;
  }
  const piles: Card[] = [];
  for (const place of places) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((piles[middle]?.after ?? 0) < place.after) low = middle + 1;
      else high = middle;
    }
    piles[low] = { ...place, below: piles[low - 1] };
  }
  const found: Place[] = [];
  for (let card = piles.at(-1); card !== undefined; card = card.below) found.push(card);
  return found.reverse();
}

/** Neighbours of one kind as one part; parts without lines are left out. */
function joined(parts: readonly Stretch[]): readonly Stretch[] {
  const found: { kind: Stretch['kind']; lines: string[] }[] = [];
  for (const { kind, lines } of parts) {
    if (lines.length === 0) continue;
    const last = found.at(-1);
    if (last?.kind === kind) for (const line of lines) last.lines.push(line);
    else found.push({ kind, lines: [...lines] });
  }
  return found;
}

/** Of long stretches that are the same only what is near a change. */
function shortened(parts: readonly Stretch[]): readonly DifferencePart[] {
  return parts.flatMap((part, index): readonly DifferencePart[] => {
    const { kind, lines } = part;
    const head = index === 0 ? 0 : context;
    const tail = index === parts.length - 1 ? 0 : context;
    const count = lines.length - head - tail;
    if (kind !== 'same' || count <= 1) return [part];
    const shown: readonly DifferencePart[] = [
      { kind, lines: lines.slice(0, head) },
      { kind: 'left-out', count },
      { kind, lines: lines.slice(lines.length - tail) },
    ];
    return shown.filter((each) => each.kind === 'left-out' || each.lines.length > 0);
  });
}
