import { type LabelledInvite, ownDomain, reader, toMeeting } from '../../../bench/wording/labelled-invite.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import {
  readSignals,
  type SignalContext,
  type SignalReading,
} from '../../../src/core/signals/read-signals.ts';
import { readFeatures } from '../../../src/core/signals/wording/features.ts';

const plain: LabelledInvite = {
  title: 'Meeting',
  description: null,
  people: 5,
  names: [],
  outside: 'none',
  repeats: 'no',
  minutes: 30,
  leadHours: 96,
  need: 'live',
  kind: 'other',
  complexity: 'low',
  relationship: 'unknown',
  urgency: 'normal',
  lang: 'en',
};

/** An invite of five colleagues, once, for half an hour, four days ahead. */
export function invite(changes: Partial<LabelledInvite> = {}, meeting: Partial<Meeting> = {}): Meeting {
  return { ...toMeeting({ ...plain, ...changes }, 'invite'), ...meeting };
}

export const fourEmergencies = [
  'production-down',
  'security-breach',
  'legal-deadline',
  'client-emergency',
] as const;

type PolicyPart = SignalContext['policy'];

/** Reads the signals of an invite as its reader would, with all four written emergencies unless stated. */
export function read(
  meeting: Meeting,
  policy: Partial<PolicyPart> = {},
  context: Partial<SignalContext> = {},
): SignalReading {
  const stated = { ownDomains: [ownDomain], emergencies: fourEmergencies, customEmergencies: [], ...policy };
  return readSignals(meeting, { me: reader, ...context, policy: stated });
}

/** Names of all features of an invite. */
export function featureNames(meeting: Meeting): string[] {
  return readFeatures(meeting, [ownDomain], reader).features.map(({ name }) => name);
}
