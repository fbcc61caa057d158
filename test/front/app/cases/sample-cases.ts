import type { Inbox, InboxCase, Status, Story } from '../../../../src/front/app/cases/case-view-types.ts';

export const startMs = Date.parse('2026-11-25T13:00:00Z');

const declinedStatus: Status = {
  state: 'declined',
  answer: { kind: 'given', answer: 'declined', givenMs: startMs - 86_400_000 },
  wouldHave: null,
  proposesTime: true,
  deadlineMs: null,
  trouble: null,
};

export function inboxCase(change: Partial<InboxCase> = {}): InboxCase {
  return {
    ...declinedStatus,
    id: '11111111-2222-4333-8444-555555555555',
    title: 'Roadmap review',
    isPrivate: false,
    startMs,
    endMs: startMs + 3_600_000,
    organizer: 'Carl Colleague',
    isOwn: false,
    isOccurrence: false,
    verdict: 'decline',
    reason: { rule: 'no-meeting-day', because: 'Wed 2026-11-25 14:00 is on a free day.' },
    ...change,
  };
}

export function inboxWith(change: Partial<Inbox> = {}): Inbox {
  return {
    kind: 'inbox',
    shelf: 'all',
    provider: 'google',
    needsYou: 0,
    cases: [inboxCase()],
    isFirstPage: true,
    older: null,
    observing: null,
    isPaused: false,
    stoppedMs: null,
    problem: null,
    ...change,
  };
}

const noFacts = {
  ...{ need: null, confidence: null, ok: null, rule: null, judged: null, collided: null, moved: null },
  ...{ deadline: null, answer: null, code: null },
};

export function storyWith(change: Partial<Story> = {}): Story {
  return {
    id: '11111111-2222-4333-8444-555555555555',
    status: declinedStatus,
    title: 'Roadmap review',
    isPrivate: false,
    startMs,
    endMs: startMs + 3_600_000,
    organizer: 'Carl Colleague',
    isOwn: false,
    provider: 'google',
    openedMs: startMs - 90_000_000,
    verdict: 'decline',
    rule: 'no-meeting-day',
    questions: {
      need: {
        answer: 'async',
        confidence: 0.875,
        rule: 'consumable',
        reasons: [
          {
            rule: 'consumable',
            says: 'async',
            because: 'Status can be written down.',
            source: 'principles: it can be consumed (E0, E13)',
          },
        ],
        read: [
          { signal: 'purpose', value: 'status', evidence: [{ field: 'summary', text: 'Weekly status' }] },
        ],
      },
      time: {
        ok: false,
        isExempt: false,
        rule: 'no-meeting-day',
        judged: 26,
        collided: 1,
        reasons: [
          {
            rule: 'no-meeting-day',
            says: 'block',
            because: 'Wed 2026-11-25 14:00 is on a free day.',
            source: 'policy: noMeetingDays',
          },
        ],
      },
    },
    changes: ['Propose Thu 2026-11-26 14:00 instead.'],
    offer: {
      wasMade: true,
      draft: {
        alternative: { format: 'document', template: 'status-round', window: 'status' },
        title: 'Written round: Roadmap',
        sections: [{ heading: 'What we look at', hint: 'The points.', lines: ['scope', 'dates'] }],
        dueMs: startMs,
      },
    },
    thread: null,
    steps: [
      {
        ...{ kind: 'event', atMs: startMs - 90_000_000, actor: 'gate', event: 'TIME_CHECKED' },
        ...{ from: 'screening', to: 'declined', facts: { ...noFacts, ok: false, rule: 'no-meeting-day' } },
      },
      {
        ...{ kind: 'effect', atMs: startMs - 89_000_000, effect: 'answerInvite', state: 'done' },
        ...{ answer: 'declined', about: null, wordsArrived: true, withdrawal: null, trouble: null },
        words: { subject: null, text: 'No meetings on Wednesdays.\n\nThursday is free.' },
      },
    ],
    deadlines: [{ name: 'grace', dueMs: startMs - 7_200_000 }],
    related: [],
    note: null,
    acts: { undo: true, override: true, justify: true, decide: false },
    technical: { uid: 'uid-1', state: 'declined', revision: 0 },
    ...change,
  };
}

export const stepFacts = noFacts;
