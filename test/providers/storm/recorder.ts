import type { PulledChanges } from '../../../src/app/ports/calendar.ts';
import type { Outcome, ProviderProblem } from '../../../src/app/ports/problem.ts';
import { normalised } from './normalised.ts';

/** One operation of the port and what it gave, without what the server chooses. */
export interface Step {
  readonly name: string;
  readonly result: unknown;
  /** True where the same key may have been used up by an earlier attempt of the same call. */
  readonly existed: boolean | null;
}

/** Writes down what one mailbox did. */
export interface Recorder {
  readonly steps: readonly Step[];
  /** Every refusal, as it was given. */
  readonly problems: readonly ProviderProblem[];
  /** Milliseconds of the longest operation. */
  readonly longestMs: () => number;
  /** Does an operation, writes its result down and gives its value; null where it was refused. */
  readonly did: <T>(name: string, operation: () => Promise<Outcome<T>>) => Promise<T | null>;
}

export function createRecorder(): Recorder {
  const steps: Step[] = [];
  const problems: ProviderProblem[] = [];
  const names = new Map<string, string | null>();
  let longestMs = 0;
  return {
    steps,
    problems,
    longestMs: () => longestMs,
    did: async (name, operation) => {
      const beganMs = performance.now();
      // Operations may run at the same time; they are written down in the order in which they began.
      const place = steps.push({ name, result: null, existed: null }) - 1;
      const outcome = await operation();
      longestMs = Math.max(longestMs, performance.now() - beganMs);
      if (!outcome.ok) problems.push(outcome.problem);
      const result = outcome.ok ? normalised(named(outcome.value, names)) : { refused: outcome.problem.code };
      steps[place] = { name, result, existed: outcome.ok ? existedOf(outcome.value) : null };
      return outcome.ok ? outcome.value : null;
    },
  };
}

/** Removals by the title of what was removed, as far as it was seen before. */
function named(value: unknown, names: Map<string, string | null>): unknown {
  if (!isPulled(value)) return value;
  for (const change of value.changes)
    if (change.kind === 'entry') names.set(change.entry.meeting.id, change.entry.meeting.summary);
  const changes = value.changes.map((change) =>
    change.kind === 'removed' ? { kind: 'removed', title: names.get(change.id) ?? null } : change,
  );
  return { ...value, changes };
}

function isPulled(value: unknown): value is PulledChanges {
  return typeof value === 'object' && value !== null && 'changes' in value;
}

function existedOf(value: unknown): boolean | null {
  return typeof value === 'object' && value !== null && 'existed' in value ? value.existed === true : null;
}
