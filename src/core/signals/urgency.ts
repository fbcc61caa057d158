import type { EmergencyKind } from '../meeting/policy.ts';
import type { SignalInput } from './read-signals.ts';
import type { Evidence, Signal, Urgency } from './signal.ts';
import type { Feature } from './wording/features.ts';
import { actsWhere, evidenceFor, probabilityOf } from './wording/model.ts';

const incidents = actsWhere((_, act) => act === 'incident');
/** From this probability on that something is broken right now, the written definitions are looked at. */
const incidentFrom = 0.5;
/** Invited less than this before it starts: soon enough to count as pressing, never more than `high`. */
const shortLeadMs = 4 * 3_600_000;
const customConfidence = 0.95;

/** Concepts of the lexicon that show which of the written definitions an incident falls under. */
const definitionConcepts: readonly (readonly [EmergencyKind, readonly string[]])[] = [
  ['security-breach', ['breach']],
  ['legal-deadline', ['legal-deadline']],
  ['client-emergency', ['customers-affected']],
  ['production-down', []],
];

/**
 * `emergency` only by a definition in the policy; loud words are not evidence.
 * Short lead time, or something broken that no definition covers, is `high` at most.
 */
export function readUrgency(input: SignalInput): Signal<Urgency> {
  const { meeting, context, reading, quote } = input;
  const custom = customEmergency(input);
  if (custom) return { value: 'emergency', confidence: customConfidence, evidence: [custom] };
  const incident = probabilityOf(reading, 'incident');
  if (incident >= incidentFrom) {
    const evidence = evidenceFor(reading, incidents, quote);
    const kind = definitionOf(reading.features);
    const defined =
      context.policy.emergencies.includes(kind) ||
      (kind === 'client-emergency' && context.policy.emergencies.includes('production-down'));
    return { value: defined ? 'emergency' : 'high', confidence: incident, evidence };
  }
  const { start, createdMs } = meeting;
  if (start.kind === 'instant' && createdMs !== null && !meeting.recurrence) {
    const lead = start.ms - createdMs;
    if (lead >= 0 && lead <= shortLeadMs) {
      return {
        value: 'high',
        confidence: 0.6,
        evidence: [{ field: 'created', text: new Date(createdMs).toISOString() }],
      };
    }
  }
  return { value: 'normal', confidence: 1 - incident, evidence: [] };
}

function definitionOf(features: readonly Feature[]): EmergencyKind {
  const found = new Set(
    features.filter(({ kind }) => kind === 'c' || kind === 'tc').map(({ value }) => value),
  );
  return (
    definitionConcepts.find(([, concepts]) => concepts.some((concept) => found.has(concept)))?.[0] ??
    'production-down'
  );
}

/** A phrase of the policy's own, anywhere in title or text, without regard to case. */
function customEmergency({ meeting, context }: SignalInput): Evidence | null {
  for (const { phrases } of context.policy.customEmergencies) {
    for (const phrase of phrases) {
      for (const field of ['summary', 'description'] as const) {
        const text = meeting[field]?.slice(0, 20_000) ?? '';
        // Not by lower-casing both: that changes the length of some letters, and the quote must be verbatim.
        const found = phrase === '' ? null : new RegExp(escaped(phrase), 'iu').exec(text);
        if (found) return { field, text: found[0] };
      }
    }
  }
  return null;
}

/** A phrase as a pattern that matches nothing but its own letters. */
function escaped(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
