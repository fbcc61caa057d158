import type { RotationProblem } from '../../../../src/core/fairness/rotation/plan-rotation.ts';

export interface BestByTrial {
  choices: number[];
  cumulative: number[];
}

/** Tries every sequence of allowed candidates, in dictionary order, and keeps the first of the best. */
export function bestByTrial({ carried, burdens, current }: RotationProblem): BestByTrial | null {
  let best: { key: number[]; found: BestByTrial } | null = null;
  const tryFrom = (choices: number[], cumulative: number[], changes: number): void => {
    const rows = burdens[choices.length];
    if (rows === undefined) {
      const key = [...cumulative.toSorted((a, b) => b - a), changes];
      if (best === null || precedes(key, best.key)) best = { key, found: { choices, cumulative } };
      return;
    }
    const before = choices.at(-1) ?? current;
    for (const [candidate, row] of rows.entries()) {
      if (row === null) continue;
      const sums = cumulative.map((sum, person) => sum + (row[person] ?? 0));
      const changed = before !== null && before !== candidate ? 1 : 0;
      tryFrom([...choices, candidate], sums, changes + changed);
    }
  };
  tryFrom([], [...carried], 0);
  return (best as { found: BestByTrial } | null)?.found ?? null;
}

export function precedes(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] as number) < (b[place] as number);
}
