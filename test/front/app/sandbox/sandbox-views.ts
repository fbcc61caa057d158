import type {
  CalendarsView,
  ColleagueView,
  EntryView,
  HappeningView,
  SandboxView,
} from '../../../../src/front/app/sandbox/sandbox-view.ts';

const claire: ColleagueView = {
  ...{ address: 'claire@halden.example', name: 'Claire Marchetti', provider: 'google' },
  ...{ zone: 'Europe/Paris', place: 'Lyon' },
};
const maya: ColleagueView = {
  ...{ address: 'maya@halden.example', name: 'Maya Ellison', provider: 'microsoft' },
  ...{ zone: 'America/New_York', place: 'New York' },
};

export const caseId = '0b7f3f0e-1111-4222-8333-444455556666';

/** Claire's decline of an invite of Maya, as the log tells it. */
export function happening(change: Partial<HappeningView> = {}): HappeningView {
  return {
    ...{ number: 1, atMs: Date.parse('2026-11-23T09:30:00Z'), kind: 'answer', from: claire.name },
    ...{ to: [maya.name], title: 'Weekly status', answer: 'declined', words: 'I cannot join.' },
    offerPath: `/o/${'a'.repeat(22)}`,
    subject: {
      ...{ id: caseId, owner: claire, verdict: 'decline', act: 'decline', rule: 'no-meeting-day' },
      ...{ because: ['It is on a day that is kept free of meetings.'], overridden: false, paused: false },
    },
    ...{ fault: null, tellsOf: null, due: null },
    ...change,
  };
}

export function entry(change: Partial<EntryView> = {}): EntryView {
  return {
    ...{ startMs: Date.parse('2026-11-25T15:00:00Z'), endMs: Date.parse('2026-11-25T15:30:00Z') },
    ...{ allDay: false, title: 'Weekly status', kind: 'meeting', answer: 'needsAction', comment: null },
    ...{ cancelled: false, removed: false },
    ...change,
  };
}

const dates = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);

export function calendarsWith(entries: readonly EntryView[]): CalendarsView {
  const days = dates.map((date) => ({ date, entries: date === '2026-11-25' ? entries : [] }));
  return {
    people: [claire, maya],
    left: { person: claire, days },
    right: { person: maya, days },
    ...{ week: '2026-11-23', before: '2026-11-16', after: '2026-11-30', isChosen: false },
  };
}

export function sandboxView(change: Partial<SandboxView> = {}): SandboxView {
  const invite = {
    ...{ organizer: maya.address, attendees: [claire.address], title: 'Weekly status' },
    ...{ text: 'Updates.\n- scope', date: '2026-11-25', time: '10:00', minutes: 30 },
  };
  return {
    people: [
      { ...claire, role: 'administrator' },
      { ...maya, role: null },
    ],
    examples: { status: invite, incident: invite, feedback: invite },
    written: null,
    answersStoppedMs: null,
    log: { lines: [happening()], place: 'run.1-1', zone: 'Europe/Paris', earliest: 1 },
    calendars: calendarsWith([entry()]),
    troubles: [],
    zone: 'Europe/Paris',
    ...change,
  };
}
