import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import type { CaseInput } from './case-context.ts';
import type { CaseEffects, CaseEvent } from './case-events.ts';
import { caseMachine } from './case-machine.ts';

export type CaseSnapshot = SnapshotFrom<typeof caseMachine>;

/** An effect as the machine returns it. */
export type CaseEffect = {
  [Name in keyof CaseEffects]: { readonly type: Name; readonly params: CaseEffects[Name] };
}[keyof CaseEffects];

/** A snapshot, and what the way there asks for, in order. */
interface CaseMove {
  readonly snapshot: CaseSnapshot;
  readonly effects: readonly CaseEffect[];
}

/** A new case, before its questions are answered; one that is skipped is closed at once. */
export function openCase(input: CaseInput): CaseMove {
  const [snapshot, actions] = initialTransition(caseMachine, input);
  return { snapshot, effects: effectsOf(actions) };
}

/** One event. What the case does not wait for changes nothing. */
export function moveCase(from: CaseSnapshot, event: CaseEvent): CaseMove {
  const [snapshot, actions] = transition(caseMachine, from, event);
  return { snapshot, effects: effectsOf(actions) };
}

/** What a database keeps of a snapshot: plain JSON. */
export function storedCase({ value, context, status }: CaseSnapshot): unknown {
  return { value, context, status };
}

/** The snapshot of what `storedCase` made. */
export function restoredCase(stored: unknown): CaseSnapshot {
  const { value, context, status } = stored as CaseSnapshot;
  return caseMachine.resolveState({ value, context, status });
}

/** Path of the state, for example `waiting.onGrace`; a parallel one is named alone. */
export function statePath({ value }: Pick<CaseSnapshot, 'value'>): string {
  const path: string[] = [];
  for (let at: unknown = value; at !== undefined; ) {
    if (typeof at === 'string') return [...path, at].join('.');
    const [only, ...others] = Object.entries(at ?? {});
    if (!only || others.length > 0) break;
    path.push(only[0]);
    at = only[1];
  }
  return path.join('.');
}

/** The machine's own `assign`s never leave it, so every returned action is an effect. */
function effectsOf(actions: ReturnType<typeof transition<typeof caseMachine>>[1]): CaseEffect[] {
  return actions.map(({ type, params }) => ({ type, params }) as CaseEffect);
}
