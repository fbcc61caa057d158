import type { CaseInput } from '../../../src/core/gate/case-context.ts';
import type { CaseEvent } from '../../../src/core/gate/case-events.ts';
import {
  type CaseEffect,
  type CaseSnapshot,
  moveCase,
  openCase,
  restoredCase,
  storedCase,
} from '../../../src/core/gate/case-run.ts';

export interface CaseStep {
  readonly event: CaseEvent;
  readonly before: CaseSnapshot;
  readonly after: CaseSnapshot;
  readonly effects: readonly CaseEffect[];
}

/** One step from a snapshot. */
export function stepCase(before: CaseSnapshot, event: CaseEvent): CaseStep {
  const { snapshot: after, effects } = moveCase(before, event);
  return { event, before, after, effects };
}

/** The steps of a case, from its start through these events. */
export function runCase(input: CaseInput, events: readonly CaseEvent[]): CaseStep[] {
  let { snapshot } = openCase(input);
  return events.map((event) => {
    const step = stepCase(snapshot, event);
    snapshot = step.after;
    return step;
  });
}

/** What a database keeps of a snapshot and gives back. */
export function storedAndRestored(snapshot: CaseSnapshot): CaseSnapshot {
  return restoredCase(JSON.parse(JSON.stringify(storedCase(snapshot))));
}

/** All that is to be seen of a snapshot, for comparison. */
export function visible(snapshot: CaseSnapshot): string {
  return JSON.stringify(storedCase(snapshot));
}
