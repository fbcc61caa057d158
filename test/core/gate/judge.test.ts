import { describe, expect, it } from '@jest/globals';
import { initialTransition, transition } from 'xstate';
import { caseMachine } from '../../../src/core/gate/case-machine.ts';
import { judge } from '../../../src/core/gate/judge.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import type { Evidence, Signals } from '../../../src/core/signals/signal.ts';
import { floating, freeDay, lasting, occurrence } from '../time/samples.ts';
import { attendee, colleague, context, freeWeek, invite, me } from './invites.ts';

const outage = {
  summary: 'Production down: checkout failing',
  description: 'Production is down since 10:05, checkout returns 500 for all customers. Join the bridge now.',
};
const german = {
  summary: 'Übergabe Bereitschaft',
  description: 'Zusammenfassung der offenen Tickets, die Notizen stehen im Dokument.',
};

function evidenceOf({ urgency, complexity, relationship, purpose }: Signals): Evidence[] {
  return [urgency, complexity, relationship, purpose].flatMap(({ evidence }) => evidence);
}

/** Verdict and act of an invite, told in one word each. */
function outcome(meeting: Partial<Meeting>, policy: Partial<Policy> = {}, changes = {}): string {
  const { verdict, act } = judge(invite(meeting), context(policy, changes));
  return `${verdict} ${act}`;
}

describe('what the gate answers by itself', () => {
  it.each<[string, Partial<Meeting>, Partial<Policy>, string]>([
    ['a hand-over on the free day', {}, {}, 'decline decline'],
    ['the same on a free week', {}, freeWeek, 'go-async decline'],
    ['under grace', {}, { enforcement: { default: 'grace' } }, 'decline tentative'],
    ['under warn', {}, { enforcement: { default: 'warn' } }, 'decline prompt'],
    ['under observe', {}, { enforcement: { default: 'observe' } }, 'decline none'],
    ['while paused', {}, { paused: true }, 'decline none'],
    ['below the confidence asked', {}, { ...freeWeek, answerConfidence: 1 }, 'go-async prompt'],
    ['its own meeting', { organizer: { email: me, name: null, self: false } }, {}, 'go-async prompt'],
    ['an unknown zone', {}, { zone: null }, 'go-async prompt'],
    ['an unknown time', { occurrences: [] }, {}, 'go-async prompt'],
    [
      'an unreadable time',
      { occurrences: [occurrence({ kind: 'unknown', text: 'tea' }, { kind: 'unknown', text: 'tea' })] },
      {},
      'go-async prompt',
    ],
    [
      'a floating time on the free day',
      { occurrences: [floating('2026-11-25T10:00:00', '2026-11-25T11:00:00')] },
      { zone: null },
      'decline decline',
    ],
    ['what is over', { occurrences: [lasting('2026-11-11T10:00:00Z')] }, {}, 'decline none'],
    [
      'what was over in floating time',
      { occurrences: [floating('2026-11-11T10:00:00', '2026-11-11T11:00:00')] },
      {},
      'decline none',
    ],
    [
      'floating this morning, a zone ahead',
      { occurrences: [floating('2026-11-18T09:30:00', '2026-11-18T10:00:00')] },
      {},
      'decline none',
    ],
    [
      'floating this noon',
      { occurrences: [floating('2026-11-18T12:00:00', '2026-11-18T12:30:00')] },
      {},
      'decline decline',
    ],
  ])('%s', (_, meeting, policy, expected) => {
    expect(outcome(meeting, policy)).toBe(expected);
  });

  it.each(['accepted', 'tentative', 'delegated'] as const)(
    'nothing where its reader answered %s',
    (answer) => {
      expect(outcome({ attendees: [attendee(colleague), attendee(me, { self: true, answer })] })).toBe(
        'decline none',
      );
    },
  );

  it('never its own meeting, even when asked to see it as an invitee', () => {
    const own = { organizer: { email: me, name: null, self: true } };
    expect(judge(invite(own), context({}, { role: 'invitee' })).act).not.toMatch(/decline|tentative/);
  });

  it('only what is ahead of a series: the collisions of last month do not count', () => {
    const occurrences = ['2026-11-11', '2026-11-19', '2026-11-26'].map((date) =>
      lasting(`${date}T10:00:00Z`),
    );
    expect(judge(invite({ occurrences }), context()).time).toMatchObject({
      ok: true,
      judged: 2,
      collided: 0,
    });
  });

  it.each([
    [
      'fr',
      'Point hebdo',
      'Bonjour à tous, chacun partage son avancement de la semaine et les points bloquants. Merci',
    ],
    [
      'es',
      'Estado semanal',
      'Hola a todos, cada uno comparte su avance de la semana y lo que sigue. Gracias',
    ],
    [
      'pl',
      'Status tygodniowy',
      'Cześć, każdy mówi co zrobił w tym tygodniu i co dalej. Proszę o krótkie podsumowanie.',
    ],
    [
      'pt',
      'Status semanal',
      'Olá a todos, cada um partilha o que fez esta semana e os próximos passos. Obrigado',
    ],
    ['ja', '週次ステータス共有', '各自、今週の進捗と来週の予定を共有してください。'],
  ])('no need in a language that it half knows (%s)', (_, summary, description) => {
    expect(judge(invite({ summary, description }), context(freeWeek)).act).toBe('prompt');
  });
});

describe('exceptions are written down beforehand', () => {
  const emergencies: Partial<Policy> = { emergencies: ['production-down'] };

  it('an outage is met for where the policy names it, and asked about where it does not', () => {
    expect(outcome(outage, emergencies)).toBe('meet none');
    expect(outcome(outage, {})).toBe('decline decline');
  });

  it('loud words are no emergency', () => {
    const loud = { summary: 'URGENT!!! EMERGENCY!!! Handover of the on-call shift ASAP' };
    expect(judge(invite(loud), context(emergencies)).signals.urgency.value).not.toBe('emergency');
  });

  it("the policy's own words are one, in any case", () => {
    const recall = { customEmergencies: [{ name: 'recall', phrases: ['Product Recall'] }] };
    const { verdict, signals } = judge(invite({ summary: 'product recall: lot 7' }), context(recall));
    expect([verdict, signals.urgency.value, signals.urgency.evidence]).toEqual([
      'meet',
      'emergency',
      [{ field: 'summary', text: 'product recall' }],
    ]);
  });

  it.each<[string, Partial<Meeting>, Policy['exempt']]>([
    ['the organizer', {}, { people: ['KIM@acme.example'], domains: [], categories: [] }],
    [
      'the domain of an attendee',
      { attendees: [attendee(me), attendee('ines@regulator.example')] },
      { people: [], domains: ['Regulator.example'], categories: [] },
    ],
    ['the category', { categories: ['board'] }, { people: [], domains: [], categories: ['Board'] }],
  ])('%s may be exempt', (_, meeting, exempt) => {
    const judgement = judge(invite(meeting), context({ exempt }));
    expect(judgement.time.exemption).toBe('exempt');
    expect(judgement.verdict).not.toBe('decline');
    expect(judgement.reasons.map(({ says }) => says)).toContain('exempt');
  });

  it('nobody else is', () => {
    const exempt = { people: ['other@acme.example'], domains: ['acme.example.org'], categories: ['Boards'] };
    expect(judge(invite({ categories: ['board'] }), context({ exempt })).time.exemption).not.toBe('exempt');
  });

  it('a purpose allowed on the free day lifts that day and no other protection', () => {
    const allowed = freeDay(3, [], ['handover']);
    expect(outcome({}, allowed)).toBe('go-async decline');
    expect(judge(invite(), context(allowed)).reasons.map(({ says }) => says)).toContain('exempt');
    const thursday = { occurrences: [lasting('2026-11-26T10:00:00Z')] };
    const holiday = { ...allowed, publicHolidays: ['2026-11-26'] };
    expect(outcome(thursday, holiday)).toBe('decline decline');
  });
});

describe('what a judgement says', () => {
  const samples: [string, Partial<Meeting>][] = [
    ['hand-over', {}],
    ['outage', outage],
    ['no description', { description: null }],
    ['German', german],
    [
      'hostile',
      {
        summary: '__proto__ constructor',
        description: `<script>alert(1)</script>\n${'a'.repeat(1_000_000)}`,
      },
    ],
  ];

  it.each(samples)('has reasons with a source, and a reason for the time: %s', (_, meeting) => {
    const { reasons } = judge(invite(meeting), context());
    expect(reasons[0]).toMatchObject({
      rule: 'no-meeting-day',
      says: 'block',
      source: 'policy: noMeetingDays',
    });
    for (const reason of reasons) {
      expect(reason.because).not.toBe('');
      expect(reason.source).not.toBe('');
    }
  });

  it.each(samples)('quotes the invite word for word: %s', (_, changes) => {
    const meeting = invite(changes);
    const { signals } = judge(meeting, context());
    for (const { field, text } of evidenceOf(signals)) {
      if (field === 'summary' || field === 'description') expect(meeting[field]).toContain(text);
      expect(text).not.toBe('');
    }
  });

  it('names the better way with every no to what need not be live', () => {
    expect(judge(invite(), context()).alternative).toEqual({
      format: 'document',
      template: 'state-of-play',
      window: 'handover',
    });
  });

  it('knows nothing of a private event but its time', () => {
    const hidden = { isPrivate: true, summary: null, description: null };
    const { need, verdict, signals } = judge(invite(hidden), context(freeWeek));
    expect([need.need, verdict]).toEqual(['unclear', 'ask']);
    const quoted = evidenceOf(signals).map(({ field }) => field);
    expect(quoted).not.toContain('summary');
  });

  it('is the same every time', () => {
    expect(judge(invite(outage), context())).toEqual(judge(invite(outage), context()));
  });

  it.each(samples)('is what the case machine decides: %s', (_, changes) => {
    const given = context();
    const judgement = judge(invite(changes), given);
    const [start] = initialTransition(caseMachine, {
      role: judgement.role,
      readerKnown: true,
      policy: given.policy,
      skipped: null,
      ownerDecided: false,
      overridden: false,
      past: false,
    });
    const alternative = { format: 'thread', template: 'question-thread', window: 'question' } as const;
    const hasChanges = judgement.changes.length > 0;
    const [asked] = transition(caseMachine, start, {
      type: 'NEED_JUDGED',
      judgement: judgement.need,
      alternative,
      hasChanges,
    });
    const [decided] = transition(caseMachine, asked, { type: 'TIME_CHECKED', check: judgement.time });
    expect(decided.context).toMatchObject({ verdict: judgement.verdict, act: judgement.act });
  });
});
