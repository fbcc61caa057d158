import type { Attendee, Meeting, Recurrence } from '../../src/core/meeting/meeting.ts';
import type { Act } from '../../src/core/signals/acts.ts';
import { acts } from '../../src/core/signals/acts.ts';

/** One invite of the training or evaluation set, as its writer noted it; see bench/wording/README.md. */
export interface LabelledInvite {
  readonly title: string;
  readonly description: string | null;
  readonly people: number;
  readonly names: readonly string[];
  readonly outside: 'none' | 'customer' | 'candidate' | 'vendor' | 'partner';
  readonly repeats: 'no' | 'daily' | 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | 'yearly';
  readonly minutes: number;
  readonly leadHours: number;
  readonly need: 'live' | 'async' | 'unclear';
  readonly kind: string;
  readonly complexity: 'low' | 'high';
  readonly relationship: 'sensitive' | 'external' | 'new' | 'established' | 'unknown';
  readonly urgency: 'emergency' | 'high' | 'normal';
  /** Name of the file it stands in. */
  readonly set?: string;
  readonly lang: 'en' | 'de' | 'fr' | 'es' | 'pl' | 'pt' | 'ja';
}

const startMs = Date.UTC(2026, 9, 15, 9);
export const ownDomain = 'acme.example';
export const reader = `sam@${ownDomain}`;
/** Addresses of outsiders say nothing about who they are, as in real calendars. */
const outsideDomain = 'elsewhere.example';

/** Builds the meeting that a calendar would hold for a labelled invite. */
export function toMeeting(invite: LabelledInvite, id: string): Meeting {
  const attendees = attendeesOf(invite);
  const first = attendees.find((person) => !person.self) ?? attendees[0];
  return {
    id,
    uid: id,
    summary: invite.title,
    description: invite.description,
    location: null,
    categories: [],
    start: { kind: 'instant', ms: startMs, zone: 'Europe/London' },
    end: { kind: 'instant', ms: startMs + invite.minutes * 60_000, zone: 'Europe/London' },
    recurrence: recurrenceOf(invite.repeats),
    status: 'confirmed',
    busy: true,
    entryType: 'default',
    isPrivate: false,
    organizer: first ? { email: first.email, name: first.name, self: false } : null,
    attendees,
    attendeesOmitted: false,
    conferenceUrl: null,
    hasAttachments: false,
    createdMs: startMs - invite.leadHours * 3_600_000,
    calendarZone: null,
    method: null,
    occurrences: [],
    occurrencesTruncated: false,
  };
}

function attendeesOf(invite: LabelledInvite): Attendee[] {
  const others = invite.names.filter((name) => name !== 'Sam');
  const outsiders = invite.outside === 'none' ? 0 : 1;
  return Array.from({ length: Math.max(1, invite.people) }, (_, index) => {
    const self = index === 0;
    const name = self ? 'Sam Keller' : (others[index - 1] ?? null);
    const outside = !self && index >= Math.max(1, invite.people) - outsiders;
    return {
      email: self
        ? reader
        : `${(name ?? 'person')
            .split(' ')[0]
            ?.toLowerCase()
            .normalize('NFD')
            .replace(/[^a-z]/g, '')}.${index}@${outside ? outsideDomain : ownDomain}`,
      name,
      kind: 'individual',
      role: 'required',
      answer: 'needs-action',
      self,
    } satisfies Attendee;
  });
}

function recurrenceOf(repeats: LabelledInvite['repeats']): Recurrence | null {
  if (repeats === 'no') return null;
  const table = {
    daily: { frequency: 'weekly', interval: 1, timesPerUnit: 5 },
    weekly: { frequency: 'weekly', interval: 1, timesPerUnit: 1 },
    biweekly: { frequency: 'weekly', interval: 2, timesPerUnit: 1 },
    monthly: { frequency: 'monthly', interval: 1, timesPerUnit: 1 },
    quarterly: { frequency: 'monthly', interval: 3, timesPerUnit: 1 },
    yearly: { frequency: 'yearly', interval: 1, timesPerUnit: 1 },
  } as const;
  return table[repeats];
}

const actsByKind: Readonly<Record<string, { live?: Act; async?: Act }>> = {
  incident: { live: 'incident' },
  'one-on-one': { live: 'one-on-one' },
  onboarding: { live: 'onboarding' },
  feedback: { live: 'feedback', async: 'review' },
  conflict: { live: 'conflict' },
  negotiation: { live: 'negotiation' },
  decision: { live: 'contested-decision', async: 'written-decision' },
  brainstorm: { live: 'brainstorm' },
  planning: { live: 'joint-planning', async: 'written-planning' },
  interview: { live: 'interview' },
  candidate: { live: 'interview' },
  customer: { live: 'customer' },
  social: { live: 'social' },
  training: { live: 'practice', async: 'talk' },
  status: { async: 'status' },
  broadcast: { async: 'broadcast' },
  demo: { async: 'demo' },
  review: { async: 'review' },
  approval: { async: 'approval', live: 'contested-decision' },
  question: { async: 'question' },
  handover: { async: 'handover' },
};

/** The act that a label means; kinds in their unusual form become the other acts of that need. */
export function actOf(invite: LabelledInvite): Act {
  if (invite.need === 'unclear') return 'placeholder';
  const act = actsByKind[invite.kind]?.[invite.need];
  if (act && acts[act].need === invite.need) return act;
  return invite.need === 'live' ? 'other-live' : 'other-async';
}
