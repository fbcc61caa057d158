import type { Meeting } from '../meeting/meeting.ts';
import type { Policy } from '../meeting/policy.ts';
import { type Act, actNames, acts } from './acts.ts';
import { readComplexity } from './complexity.ts';
import { readPurpose } from './purpose.ts';
import { readRelationship } from './relationship.ts';
import type { Evidence, Purpose, Signals } from './signal.ts';
import { readUrgency } from './urgency.ts';
import { type Feature, readFeatures } from './wording/features.ts';
import type { Language } from './wording/language.ts';
import { type ActReading, probabilityOf, readActs } from './wording/model.ts';

/** What is known beyond the invite itself. */
export interface SignalContext {
  readonly policy: Pick<Policy, 'ownDomains' | 'emergencies' | 'customEmergencies'>;
  /** Address of the reader, where known. */
  readonly me: string | null;
  /** What the organizer said the meeting is for, when the gate asked; outweighs the wording. */
  readonly statedPurpose?: Purpose;
  /** How many meetings these people had together before; undefined without history. */
  readonly earlierMeetings?: number;
}

/** What each signal is read from. */
export interface SignalInput {
  readonly meeting: Meeting;
  readonly context: SignalContext;
  readonly reading: ActReading;
  /** Addresses of the people outside the organization. */
  readonly outsiders: readonly string[];
  /** Verbatim words at the place of a feature. */
  readonly quote: (feature: Feature) => Evidence | null;
}

/** The signals of an invite, and the probabilities of its acts on which the need is judged. */
export interface SignalReading {
  readonly signals: Signals;
  readonly probability: (act: Act) => number;
  readonly language: Language;
  /** True where words stand in the invite that belong to talks about or with people at risk, whatever else it says. */
  readonly touchesPeople: boolean;
}

/** Concepts of the lexicon that make a wrong `async` expensive: somebody's job, feelings, or first impression. */
const peopleConcepts: ReadonlySet<string> = new Set([
  'hiring-debrief',
  'candidate-word',
  'offer-talk',
  'bad-news',
  'performance-talk',
  'gives-feedback',
  'conflict-word',
  'confidential',
  'wellbeing',
  'welcome-newcomer',
  'customer-unhappy',
  'customers-affected',
  'outage',
]);

/** Reads all four signals of an invite. Deterministic, no clock, linear in the length of the text. */
export function readSignals(meeting: Meeting, context: SignalContext): SignalReading {
  const { features, language, outsiders } = readFeatures(meeting, context.policy.ownDomains, context.me);
  const reading = withStatedPurpose(readActs(features), context.statedPurpose);
  const input: SignalInput = {
    meeting,
    context,
    reading,
    outsiders,
    quote: (feature) => quoteOf(meeting, feature),
  };
  const purpose = readPurpose(input);
  return {
    signals: {
      urgency: readUrgency(input),
      complexity: readComplexity(input),
      relationship: readRelationship(input),
      purpose,
    },
    probability: (act) => probabilityOf(reading, act),
    language,
    touchesPeople: features.some(
      ({ kind, value }) => (kind === 'c' || kind === 'tc') && peopleConcepts.has(value),
    ),
  };
}

function quoteOf(meeting: Meeting, { place }: Feature): Evidence | null {
  if (!place) return null;
  const text = place.field === 'summary' ? meeting.summary : meeting.description;
  return text === null ? null : { field: place.field, text: text.slice(place.start, place.end) };
}

/** An organizer's own answer outweighs the wording: the acts of that purpose share all probability as the wording splits it. */
function withStatedPurpose(reading: ActReading, stated: Purpose | undefined): ActReading {
  if (stated === undefined) return reading;
  const kept = reading.probabilities.map((probability, index) => {
    const act = actNames[index];
    return act !== undefined && acts[act].purpose === stated ? probability + 1e-6 : 0;
  });
  const sum = kept.reduce((total, probability) => total + probability, 0);
  return { ...reading, probabilities: kept.map((probability) => probability / sum) };
}
