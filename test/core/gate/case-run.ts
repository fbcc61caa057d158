import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { CaseEffects, CaseEvent } from '../../../src/core/gate/case-events.ts';
import { type CaseInput, caseMachine } from '../../../src/core/gate/case-machine.ts';

export type CaseSnapshot = SnapshotFrom<typeof caseMachine>;

/** An effect as the machine returned it. */
export type CaseEffect = {
  [Name in keyof CaseEffects]: { readonly type: Name; readonly params: CaseEffects[Name] };
}[keyof CaseEffects];

export interface CaseStep {
  readonly event: CaseEvent;
  readonly before: CaseSnapshot;
  readonly after: CaseSnapshot;
  readonly effects: readonly CaseEffect[];
}

type Returned = ReturnType<typeof transition<typeof caseMachine>>[1];

/** The machine's own `assign`s never leave it, so every returned action is an effect. */
function effectsOf(actions: Returned): CaseEffect[] {
  return actions.map(({ type, params }) => ({ type, params }) as CaseEffect);
}

/** A new case; one that is skipped closes at once, and nothing that it did may have an effect. */
export function startCase(input: CaseInput): { snapshot: CaseSnapshot; effects: CaseEffect[] } {
  const [snapshot, actions] = initialTransition(caseMachine, input);
  return { snapshot, effects: effectsOf(actions) };
}

/** One step from a snapshot. */
export function stepCase(before: CaseSnapshot, event: CaseEvent): CaseStep {
  const [after, actions] = transition(caseMachine, before, event);
  return { event, before, after, effects: effectsOf(actions) };
}

/** The steps of a case, from its start through these events. */
export function runCase(input: CaseInput, events: readonly CaseEvent[]): CaseStep[] {
  let { snapshot } = startCase(input);
  return events.map((event) => {
    const step = stepCase(snapshot, event);
    snapshot = step.after;
    return step;
  });
}

/** What a database keeps of a snapshot and gives back. */
export function storedAndRestored(snapshot: CaseSnapshot): CaseSnapshot {
  const { value, context, status } = JSON.parse(JSON.stringify(snapshot)) as CaseSnapshot;
  return caseMachine.resolveState({ value, context, status });
}

/** All that is to be seen of a snapshot, for comparison. */
export function visible({ value, context, status }: CaseSnapshot): string {
  return JSON.stringify({ value, context, status });
}
