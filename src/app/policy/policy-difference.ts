import { diffArrays } from 'diff';

/** Lines that belong together, in the order of both texts. */
export type DifferencePart =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly lines: readonly string[] }
  /** So many lines are the same in both, and not near anything that differs. */
  | { readonly kind: 'left-out'; readonly count: number };

type Stretch = Exclude<DifferencePart, { readonly kind: 'left-out' }>;
type Lines = readonly string[];

/** Lines around a change that say where it is. */
const context = 3;
/** Lines that differ, at most: the time of a comparison grows with their square. Beyond it is another text altogether. */
const mostEdits = 1_000;

/** What has to be removed from one text and added to it to make it the other, by lines; nothing where they are equal. */
export function policyDifference(before: string, after: string): readonly DifferencePart[] {
  return before === after ? [] : shortened(compare(linesOf(before), linesOf(after)));
}

function linesOf(text: string): Lines {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function compare(before: Lines, after: Lines): readonly Stretch[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits });
  if (changes === undefined)
    return [
      { kind: 'removed', lines: before },
      { kind: 'added', lines: after },
    ];
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    lines: value,
  }));
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
