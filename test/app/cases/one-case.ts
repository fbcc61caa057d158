import { expect } from '@jest/globals';
import { answered, entry } from './entries.ts';
import type { Gate, GateOptions } from './gate.ts';

type OpenGate = (options?: GateOptions) => Promise<Gate>;

/** The only case of a mailbox. */
export async function onlyCase(gate: Gate) {
  const cases = await gate.cases();
  expect(cases).toHaveLength(1);
  const [only] = cases;
  if (only === undefined) throw new Error('no case');
  return only;
}

/** State and open effects of the only case. */
export async function nowOf(gate: Gate) {
  const { id, state } = await onlyCase(gate);
  const effects = await gate.open(id);
  return { state, effects: effects.map(({ kind }) => kind) };
}

/** A gate that has declined the invite for Wednesday, and told the calendar. */
export async function openDeclined(open: OpenGate, options: GateOptions = {}) {
  const gate = await open(options);
  await gate.see(entry());
  const { id } = await onlyCase(gate);
  expect(await gate.carryOut(id)).toEqual(['answerInvite declined']);
  await gate.see(answered(entry(), 'declined'));
  return { gate, id };
}
