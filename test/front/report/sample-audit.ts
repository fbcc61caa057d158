import { layeredMinutes } from '../../../src/core/load/layers.ts';
import { monthLoad } from '../../../src/core/load/month-load.ts';
import type { Meeting } from '../../../src/core/meeting/meeting.ts';
import { addDays, wallTimeToInstant, weekdayOf } from '../../../src/core/meeting/wall-time.ts';
import {
  type AuditPageData,
  type JudgedMeeting,
  needOrder,
  type ReportedNeed,
  type ReportedVerdict,
  verdictOrder,
} from '../../../src/front/report/audit-page-data.ts';
import { meeting, nineToFive, person } from '../../core/load/sample-meetings.ts';

const zone = 'Europe/Berlin';

/** A series in short: title, ISO weekdays, `HH:mm`, minutes, people, what the gate would have said. */
export interface SampleSeries {
  readonly title: string;
  readonly weekdays: readonly number[];
  readonly at: string;
  readonly minutes: number;
  readonly people: number;
  readonly verdict: ReportedVerdict;
  readonly need: ReportedNeed;
  readonly judged?: Partial<JudgedMeeting>;
}

/** The page of October 2026 for these series, each expanded over a year. */
export function sampleAudit(series: readonly SampleSeries[]): AuditPageData {
  const meetings = series.map(toMeeting);
  const load = monthLoad(meetings, {
    month: '2026-10',
    zone,
    me: 'p0@example.org',
    workingHours: nineToFive,
    hourlyRate: 75,
  });
  const needs = new Map(meetings.map(({ uid }, index) => [uid, series[index]?.need ?? 'unclear']));
  const bySeries = new Map(load.series.map((one) => [one.uid, one]));
  return {
    fileNames: ['team.ics', 'customers.ics'],
    person: 'p0@example.org',
    load,
    hourlyRate: { amount: 75, currency: 'USD' },
    minutesByNeed: layeredMinutes(load, needOrder, ({ uid }) => needs.get(uid) ?? 'unclear'),
    verdicts: Object.fromEntries(
      verdictOrder.map((verdict) => [verdict, series.filter((one) => one.verdict === verdict).length]),
    ) as Record<ReportedVerdict, number>,
    meetings: series.map((one, index) => {
      const found = bySeries.get(`series-${index}`);
      return {
        uid: `series-${index}`,
        summary: one.title,
        when: `${one.weekdays.length === 5 ? 'Every weekday' : 'Weekly'}, ${one.at}`,
        occurrencesInMonth: found?.inMonth ?? 1,
        hoursInMonth: (found?.minutesInMonth ?? one.minutes) / 60,
        hoursPerYear: found ? found.minutesPerYear / 60 : null,
        people: one.people,
        verdict: one.verdict,
        need: one.need,
        format: null,
        confidence: 0.8,
        because: 'The purpose decides.',
        evidence: [],
        changes: [],
        ...one.judged,
      };
    }),
    notes: ['1 entry names the zone “Custom Time”, which nobody defines; left out.'],
  };
}

function toMeeting(series: SampleSeries, index: number): Meeting {
  const [hour = 0, minute = 0] = series.at.split(':').map(Number);
  const times: [string, string][] = [];
  for (let date = '2026-10-01'; date < '2027-10-01'; date = addDays(date, 1)) {
    if (!series.weekdays.includes(weekdayOf(date))) continue;
    const start = wallTimeToInstant(date, { hour, minute }, zone);
    times.push([new Date(start).toISOString(), new Date(start + series.minutes * 60_000).toISOString()]);
  }
  return meeting(times, {
    uid: `series-${index}`,
    summary: series.title,
    attendees: Array.from({ length: series.people }, (_, number) => person(`p${number}@example.org`)),
  });
}

/** A month as many product teams know it. */
export const usualMonth: readonly SampleSeries[] = [
  {
    title: 'Platform daily',
    weekdays: [1, 2, 3, 4, 5],
    at: '09:30',
    minutes: 15,
    people: 9,
    verdict: 'go-async',
    need: 'async',
    judged: {
      format: 'thread',
      confidence: 0.91,
      because: 'Each in turn tells the others what is going on; that can be read in a minute, when it suits.',
      evidence: [
        { field: 'description', text: 'what did you do yesterday, what will you do today, blockers' },
        { field: 'recurrence', text: 'every weekday' },
      ],
    },
  },
  {
    title: 'Weekly status: delivery',
    weekdays: [1],
    at: '14:00',
    minutes: 60,
    people: 14,
    verdict: 'go-async',
    need: 'async',
    judged: {
      format: 'document',
      confidence: 0.94,
      because: 'Passing information on can be read on everyone’s own schedule.',
      evidence: [
        { field: 'summary', text: 'Weekly status' },
        { field: 'description', text: 'each lead gives a short update (5 min)' },
      ],
    },
  },
  {
    title: 'Demo of the sprint',
    weekdays: [4],
    at: '15:00',
    minutes: 60,
    people: 22,
    verdict: 'go-async',
    need: 'async',
    judged: {
      format: 'video',
      confidence: 0.83,
      because: 'A recording with chapters shows the same and can be paused.',
      evidence: [{ field: 'summary', text: 'Demo of the sprint' }],
    },
  },
  {
    title: 'Design review: billing events',
    weekdays: [3],
    at: '10:00',
    minutes: 60,
    people: 6,
    verdict: 'go-async',
    need: 'async',
    judged: {
      format: 'document',
      confidence: 0.72,
      because: 'The outcome has to be written down anyway; comments on the proposal reach it sooner.',
      evidence: [{ field: 'description', text: 'please read the RFC beforehand' }],
    },
  },
  {
    title: 'All hands Q&A with Singapore',
    weekdays: [2],
    at: '18:30',
    minutes: 45,
    people: 40,
    verdict: 'decline',
    need: 'async',
    judged: {
      format: 'video',
      because: 'Outside working hours for this calendar, and the content can be watched.',
      evidence: [{ field: 'summary', text: 'All hands' }],
    },
  },
  {
    title: 'Customer call Nordwind',
    weekdays: [4],
    at: '15:30',
    minutes: 45,
    people: 5,
    verdict: 'meet',
    need: 'live',
    judged: {
      confidence: 0.97,
      because: 'A customer expects it.',
      evidence: [{ field: 'attendees', text: 'nordwind.example' }],
    },
  },
  {
    title: 'Vera / Tomás 1:1',
    weekdays: [2],
    at: '11:00',
    minutes: 30,
    people: 2,
    verdict: 'meet',
    need: 'live',
    judged: {
      confidence: 0.98,
      because: 'A conversation between two people is what a relationship is made of.',
      evidence: [{ field: 'summary', text: '1:1' }],
    },
  },
  {
    title: 'Planning the next two weeks',
    weekdays: [1],
    at: '10:00',
    minutes: 120,
    people: 9,
    verdict: 'meet-differently',
    need: 'live',
    judged: {
      confidence: 0.7,
      because: 'Priorities are weighed against each other here.',
      changes: ['Send the candidates a day before', '90 minutes instead of 120'],
    },
  },
  {
    title: 'Hiring loop: backend',
    weekdays: [3],
    at: '14:00',
    minutes: 60,
    people: 3,
    verdict: 'meet',
    need: 'live',
    judged: { because: 'An interview is a first meeting.' },
  },
  {
    title: 'Sync',
    weekdays: [2, 4],
    at: '13:00',
    minutes: 30,
    people: 4,
    verdict: 'ask',
    need: 'unclear',
    judged: {
      confidence: 0.5,
      because: 'The title says that people meet, and nothing says what for.',
      evidence: [{ field: 'summary', text: 'Sync' }],
    },
  },
  {
    title: 'Architecture guild',
    weekdays: [5],
    at: '13:00',
    minutes: 60,
    people: 11,
    verdict: 'move',
    need: 'live',
    judged: { because: 'Friday afternoon is kept free of meetings by the team’s policy.' },
  },
  {
    title: 'Retrospective',
    weekdays: [5],
    at: '11:00',
    minutes: 60,
    people: 8,
    verdict: 'meet',
    need: 'live',
  },
];
