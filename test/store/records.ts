import { randomUUID } from 'node:crypto';
import type { CalendarEntry } from '../../src/app/ports/calendar.ts';
import type { CaseRecord } from '../../src/app/ports/store/cases.ts';
import type { AnswerRecord, NewEffect } from '../../src/app/ports/store/effects.ts';
import type { MailboxRecord } from '../../src/app/ports/store/mailboxes.ts';
import type { OfferRecord } from '../../src/app/ports/store/offers.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';

export const noonMs = Date.parse('2026-11-24T12:00:00Z');
export const hourMs = 3_600_000;

export function mailboxRecord(over: Partial<MailboxRecord> = {}): MailboxRecord {
  const id = over.id ?? randomUUID();
  return {
    id,
    provider: 'google',
    address: `${id}@example.com`,
    otherAddresses: ['anna@example.org'],
    grant: { kind: 'person', refreshToken: 'refresh-token-of-anna' },
    state: 'active',
    observingUntilMs: null,
    connectedMs: noonMs,
    cursor: null,
    window: null,
    pulledMs: null,
    hours: null,
    problem: null,
    forecast: null,
    ...over,
  };
}

export function calendarEntry(
  meeting: Partial<Meeting> & { readonly id: string },
  version = '"1"',
): CalendarEntry {
  const start = { kind: 'instant', ms: noonMs, zone: 'Europe/Berlin' } as const;
  const end = { kind: 'instant', ms: noonMs + hourMs, zone: 'Europe/Berlin' } as const;
  return {
    meeting: {
      uid: `${meeting.id}@google.com`,
      summary: 'Weekly status',
      description: null,
      location: null,
      categories: [],
      start,
      end,
      recurrence: null,
      status: 'confirmed',
      busy: true,
      entryType: 'default',
      isPrivate: false,
      organizer: { email: 'ben@example.com', name: 'Ben', self: false },
      attendees: [],
      attendeesOmitted: false,
      conferenceUrl: null,
      hasAttachments: false,
      createdMs: noonMs - hourMs,
      calendarZone: null,
      method: null,
      occurrences: [],
      occurrencesTruncated: false,
      ...meeting,
    },
    version,
    owner: { role: 'attendee', answer: 'needs-action', comment: null },
    answerRequested: true,
    proposalAllowed: null,
    exceptions: [],
    gateKey: null,
  };
}

export function caseRecord(over: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id: randomUUID(),
    mailboxId: 'mailbox',
    uid: 'uid@example.com',
    occurrence: '',
    entryId: 'entry',
    openedMs: noonMs,
    changedMs: noonMs,
    snapshot: { value: { waiting: 'onGrace' }, context: { revision: 1 } },
    state: 'waiting.onGrace',
    closed: false,
    verdict: 'decline',
    act: 'none',
    wouldAct: 'decline',
    rule: 'no-meeting-day',
    reasons: [{ rule: 'no-meeting-day', says: 'block', because: 'It is Wednesday.', source: 'policy' }],
    changes: ['shorter'],
    revision: 1,
    overridden: false,
    fingerprint: 'digest',
    startMs: noonMs,
    endMs: noonMs + hourMs,
    ...over,
  };
}

export function newEffect(over: { readonly caseId?: string | null; readonly createdMs?: number } = {}) {
  return {
    id: randomUUID(),
    mailboxId: 'mailbox',
    caseId: 'case',
    kind: 'withdrawAnswer',
    params: { revision: 1 },
    createdMs: noonMs,
    ...over,
  } satisfies NewEffect;
}

export function answerRecord(over: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    id: randomUUID(),
    caseId: 'case',
    mailboxId: 'mailbox',
    uid: 'uid@example.com',
    target: { meetingId: 'entry', originalStart: { kind: 'date', date: '2026-11-25' } },
    rule: 'no-meeting-day',
    answer: 'declined',
    revision: 1,
    before: { answer: 'needs-action', comment: null, given: 'declined', entryId: 'entry' },
    givenMs: noonMs,
    confirmed: false,
    withdrawnMs: null,
    withdrawal: null,
    ...over,
  };
}

export function offerRecord(over: Partial<OfferRecord> = {}): OfferRecord {
  return {
    id: randomUUID(),
    uid: 'uid@example.com',
    occurrence: '',
    effectId: randomUUID(),
    caseId: 'case',
    mailboxId: 'mailbox',
    draft: null,
    otherTimes: ['Tuesday at 10:00'],
    createdMs: noonMs,
    ...over,
  };
}
