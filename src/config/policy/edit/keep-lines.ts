/** A change of a policy touches a few lines; lists of thousands of people are added and removed at once by nobody. */
const mostShifted = 300;

/**
 * Lays the lines of a text that was written anew over those it had: where only spaces differ the old line stays, so that
 * a change shows as a change and not as a new layout. Blank lines are those of the old text.
 */
export function keepLines(before: string, after: string): string {
  const old = linesOf(before);
  const written = linesOf(after);
  const oldMarks = old.map(mark);
  const marks = written.map(mark);
  const kept: string[] = [];
  let i = 0;
  for (let j = 0; j < written.length; j += 1) {
    if (oldMarks[i] !== marks[j] && marks[j] === '') continue;
    const shift = oldMarks[i] === marks[j] ? null : shiftAt(oldMarks, i, marks, j);
    if (shift?.kind === 'removed') i += shift.lines;
    else if (oldMarks[i] === '' && shift?.kind === 'changed') kept.push(old[i++] ?? '');
    const stays = oldMarks[i] === marks[j];
    kept.push((stays ? old[i] : written[j]) ?? '');
    if (stays || shift?.kind === 'changed') i += 1;
  }
  return `${kept.join('\n')}\n`;
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

/** A line without its spaces. */
function mark(line: string): string {
  return line.replace(/\s+/g, '');
}

type Shift = { readonly kind: 'added' | 'changed' } | { readonly kind: 'removed'; readonly lines: number };

/** What became of the old line at a place: something stands before it now, or it is gone, or it became another. */
function shiftAt(old: readonly string[], i: number, written: readonly string[], j: number): Shift {
  if (i >= old.length) return { kind: 'added' };
  for (let by = 1; by <= mostShifted; by += 1) {
    // A blank line says nothing of where it was, unless the next one does.
    const found = old[i] === written[j + by] && (old[i] !== '' || old[i + 1] === written[j + by + 1]);
    if (found) return { kind: 'added' };
    if (old[i + by] === written[j]) return { kind: 'removed', lines: by };
  }
  return { kind: 'changed' };
}
