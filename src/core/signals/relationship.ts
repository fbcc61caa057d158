import type { SignalInput } from './read-signals.ts';
import type { Evidence, Relationship, Signal } from './signal.ts';
import { type ActGroup, actsWhere, evidenceFor, shareOf } from './wording/model.ts';

const sensitive = actsWhere((meaning) => meaning.relationship === 'sensitive');
const external = actsWhere((meaning) => meaning.relationship === 'external');
const fresh = actsWhere((meaning) => meaning.relationship === 'new');
const namedFrom = 0.4;
/** Concepts whose words say that these people meet regularly. */
const established = new Set(['routine-marker', 'cadence-word']);

/** Where several hold: sensitive, then external, then new, then established. */
export function readRelationship(input: SignalInput): Signal<Relationship> {
  const { outsiders, reading, quote } = input;
  const share = (acts: ActGroup): number => shareOf(reading, acts);
  if (share(sensitive) >= namedFrom) {
    return {
      value: 'sensitive',
      confidence: share(sensitive),
      evidence: evidenceFor(reading, sensitive, quote),
    };
  }
  const outsider = outsiders[0];
  if (outsider !== undefined) {
    return { value: 'external', confidence: 0.95, evidence: [{ field: 'attendees', text: outsider }] };
  }
  if (share(external) >= namedFrom) {
    return {
      value: 'external',
      confidence: share(external),
      evidence: evidenceFor(reading, external, quote),
    };
  }
  if (share(fresh) >= namedFrom)
    return { value: 'new', confidence: share(fresh), evidence: evidenceFor(reading, fresh, quote) };
  return fromHistory(input) ?? fromWords(input) ?? { value: 'unknown', confidence: 0, evidence: [] };
}

function fromHistory({ context }: SignalInput): Signal<Relationship> | null {
  const earlier = context.earlierMeetings;
  if (earlier === undefined) return null;
  const evidence: Evidence[] = [{ field: 'history', text: `${earlier}` }];
  return earlier === 0
    ? { value: 'new', confidence: 0.9, evidence }
    : { value: 'established', confidence: 0.9, evidence };
}

function fromWords({ reading, quote }: SignalInput): Signal<Relationship> | null {
  const word = reading.features.find(
    ({ kind, value }) => (kind === 'c' || kind === 'tc') && established.has(value),
  );
  const evidence = word && quote(word);
  return evidence ? { value: 'established', confidence: 0.6, evidence: [evidence] } : null;
}
