import { actNames, acts } from './acts.ts';
import type { SignalInput } from './read-signals.ts';
import type { Purpose, Signal } from './signal.ts';
import { type ActGroup, actsWhere, evidenceFor, shareOf } from './wording/model.ts';

/** A purpose below this probability is unknown: no purpose of eighteen is likely by chance. */
const knownFrom = 0.3;

const actsByPurpose: readonly (readonly [Purpose | 'unknown', ActGroup])[] = [
  ...new Set(actNames.map((act) => acts[act].purpose)),
].map((purpose) => [purpose, actsWhere((meaning) => meaning.purpose === purpose)]);

/** What the meeting is for, whatever it calls itself: the purpose whose acts are likeliest together. */
export function readPurpose({ reading, quote, context }: SignalInput): Signal<Purpose> {
  const [value, group, confidence] = actsByPurpose
    .map(([purpose, group]) => [purpose, group, shareOf(reading, group)] as const)
    .reduce((best, entry) => (entry[2] > best[2] ? entry : best));
  if (value === 'unknown' || confidence < knownFrom) return { value: 'unknown', confidence: 0, evidence: [] };
  if (context.statedPurpose === value)
    return { value, confidence, evidence: [{ field: 'answer', text: value }] };
  return { value, confidence, evidence: evidenceFor(reading, group, quote) };
}
