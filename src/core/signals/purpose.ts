import { acts, actNames } from './acts.ts';
import type { SignalInput } from './read-signals.ts';
import type { Purpose, Signal } from './signal.ts';
import { actsWhere, evidenceFor } from './wording/model.ts';

/** A purpose below this probability is unknown: no purpose of eighteen is likely by chance. */
const knownFrom = 0.3;

/** What the meeting is for, whatever it calls itself: the purpose whose acts are likeliest together. */
export function readPurpose({ reading, quote, context }: SignalInput): Signal<Purpose> {
  const totals = new Map<Purpose | 'unknown', number>();
  actNames.forEach((act, index) => {
    const { purpose } = acts[act];
    totals.set(purpose, (totals.get(purpose) ?? 0) + (reading.probabilities[index] ?? 0));
  });
  const [value, confidence] = [...totals].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  if (value === 'unknown' || confidence < knownFrom) return { value: 'unknown', confidence: 0, evidence: [] };
  if (context.statedPurpose === value) return { value, confidence, evidence: [{ field: 'answer', text: value }] };
  return { value, confidence, evidence: evidenceFor(reading, actsWhere((meaning) => meaning.purpose === value), quote) };
}
