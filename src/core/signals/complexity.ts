import type { SignalInput } from './read-signals.ts';
import type { Complexity, Signal } from './signal.ts';
import { actsWhere, evidenceFor, shareOf } from './wording/model.ts';

const converging = actsWhere((meaning) => meaning.complexity === 'high');
const conveying = actsWhere((meaning) => meaning.complexity === 'low' && meaning.need !== 'unclear');
/** The likelier side has to have more than the other, and more than this, to be named. */
const knownFrom = 0.5;

/** Conveyance (passing information on) is low whatever the subject; convergence between people is high. */
export function readComplexity({ reading, quote }: SignalInput): Signal<Complexity> {
  const high = shareOf(reading, converging);
  const low = shareOf(reading, conveying);
  const confidence = Math.max(high, low);
  if (confidence < knownFrom) return { value: 'unknown', confidence: 0, evidence: [] };
  const value = high >= low ? 'high' : 'low';
  return {
    value,
    confidence,
    evidence: evidenceFor(reading, value === 'high' ? converging : conveying, quote),
  };
}
