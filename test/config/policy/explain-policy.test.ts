import { describe, expect, it } from '@jest/globals';
import { explainPolicy } from '../../../src/config/policy/explain-policy.ts';
import { loadDefaultPolicy } from '../../../src/config/policy/load-default.ts';
import { documentOf } from './policy-text.ts';

describe('explainPolicy', () => {
  it('explains the default policy', () => {
    expect(explainPolicy(loadDefaultPolicy())).toEqual([
      'Focus time for everyone is: focus events of the calendar; the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'Working hours of everyone for whom no others are set are Monday to Friday 09:00-17:00; outside of them the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'An emergency for everyone is: production down, security breach, legal deadline and client emergency.',
      'By the rule no-meeting-day, for everyone: invites are declined at once with an offer.',
      'By the rule focus-block, for everyone: the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'By the rule outside-working-hours, for everyone: the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'By the rule unfair-burden, for everyone: the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'By the rule public-holiday, for everyone: the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'By every other rule, for everyone: the owner of the mailbox gets a mail with a better way, and nothing is answered.',
      'Nothing is answered by itself for everyone below a certainty of 90 %.',
      'Time to answer in writing for everyone: question 24 hours, review 48 hours, rfc 5 working days, decision 48 hours, status 1 working day, video 48 hours and handover 1 working day.',
      'A change is proposed for meetings of everyone: more than 8 people, longer than 60 minutes and of 30 minutes or more without an agenda.',
      'An hour of one person is counted as 75 USD.',
    ]);
  });

  it('says the same of a policy that states nothing', () => {
    expect(explainPolicy({})).toEqual(explainPolicy(loadDefaultPolicy()));
  });

  const cases: readonly (readonly [text: string, sentence: string])[] = [
    [
      'teams: {Platform: {noMeetingDays: [{day: wednesday, allow: [incident, interview]}]}}',
      'Wednesday is kept free of meetings for the team Platform, except for meetings of the kind incident and interview; invites are declined at once with an offer.',
    ],
    [
      'organization: {noMeetingDays: [{day: friday, except: [2026-12-18]}], enforcement: {default: grace}}',
      'Friday is kept free of meetings for everyone, except on 2026-12-18; invites are answered tentatively, and declined with an offer after a deadline.',
    ],
    ['teams: {Core: {members: [b@x.y, a@x.y]}}', 'In the team Core are b@x.y and a@x.y.'],
    ['teams: {Core: {}}', 'Nobody is in the team Core.'],
    [
      'organization: {exempt: {people: [ceo@x.y], domains: [law.example], categories: [Board]}}',
      'No protection of time for everyone holds against invites from ceo@x.y, meetings with people from law.example and meetings of the category Board.',
    ],
    [
      'organization: {emergencies: [production-down, {name: recall, phrases: [product recall, unsafe product]}]}',
      'An emergency for everyone is: production down and recall (an invite that says "product recall" or "unsafe product").',
    ],
    ['organization: {emergencies: []}', 'Nothing counts as an emergency for everyone.'],
    [
      'people: {a@x.y: {budget: {slots: [{days: [tuesday, thursday], hours: 13:00-17:30}], hoursPerDay: 1, hoursPerWeek: 12}}}',
      'Meetings of a@x.y are booked only within Tuesday and Thursday 13:00-17:30.',
    ],
    [
      'people: {a@x.y: {budget: {hoursPerDay: 1, hoursPerWeek: 12}}}',
      'The meeting budget of a@x.y is 1 hour a day and 12 hours a week.',
    ],
    [
      'people: {a@x.y: {holds: {inCalendar: true}}}',
      'No-meeting days and focus blocks of a@x.y stand in the calendar as holds; the calendar declines nothing by itself.',
    ],
    [
      'teams: {Core: {holds: {inCalendar: true, autoDecline: new-conflicts}}}',
      'No-meeting days and focus blocks of the team Core stand in the calendar as holds; the calendar by itself declines invitations that come into them, without exceptions and without an offer.',
    ],
    [
      'organization: {holds: {inCalendar: false}}',
      'Protected time of everyone is not written into the calendar.',
    ],
    ['people: {a@x.y: {timeZone: Asia/Tokyo}}', 'The time zone of a@x.y is Asia/Tokyo.'],
    [
      'organization: {timeZone: Europe/Paris}\npeople: {a@x.y: {timeZone: Asia/Tokyo}}',
      'The time zone of everyone for whom no other is set is Europe/Paris.',
    ],
    [
      'teams: {Core: {members: [a@x.y], timeZone: Asia/Tokyo}}',
      'The time zone of everyone in the team Core for whom no other is set is Asia/Tokyo.',
    ],
    [
      'people: {a@x.y: {workingHours: [{days: [monday], hours: 10:00-16:00}]}}',
      'Working hours of a@x.y are Monday 10:00-16:00; outside of them the owner of the mailbox gets a mail with a better way, and nothing is answered.',
    ],
    [
      'people: {a@x.y: {pause: 2026-12-24}}',
      'The gate is paused for a@x.y until 2026-12-24, that day included: it only observes.',
    ],
    [
      'people: {a@x.y: {travel: [{from: 2026-09-07, to: 2026-09-11, timeZone: Europe/Warsaw, region: PL}]}}',
      'From 2026-09-07 to 2026-09-11 the clock of a@x.y is that of Europe/Warsaw; public holidays are those of PL.',
    ],
    [
      'people: {a@x.y: {travel: [{from: 2026-09-07, to: 2026-09-07, timeZone: Europe/Warsaw}]}}',
      'From 2026-09-07 to 2026-09-07 the clock of a@x.y is that of Europe/Warsaw; no public holidays are known there.',
    ],
    ['people: {a@x.y: {takesOffHours: false}}', 'Off-hours are never planned for a@x.y.'],
    [
      'organization: {publicHolidays: {region: FR, extra: [2026-12-24]}}',
      'Public holidays of FR are days off for everyone for whom no other region is set; the owner of the mailbox gets a mail with a better way, and nothing is answered.',
    ],
    ['teams: {Core: {members: [a@x.y], leads: [b@x.y, c@x.y]}}', 'Led by b@x.y and c@x.y.'],
    ['organization: {domains: [x.y]}', 'People from x.y are colleagues; everyone else is external.'],
    [
      'organization: {allow: {teams: [limits, budget]}}',
      'Teams may protect less than the organization in: limits and budget.',
    ],
    [
      'organization: {mayEnforce: {people: none}}',
      'No people may set enforce; a level that may not gets grace.',
    ],
    [
      'organization: {pilot: {group: [Core], startDate: 2027-01-11}}\nteams: {Core: {}}',
      'The gate acts only for the pilot group: Core; everyone else is only observed.',
    ],
    ['organization: {pilot: {startDate: 2027-01-11}}', 'Before 2027-01-11 the gate only observes.'],
    [
      'people: {a@x.y: {enforcement: {go-async: observe}}}',
      'Where a meeting need not be live, for a@x.y: this is only recorded.',
    ],
    [
      'organization: {limits: {people: 8}}\nteams: {Core: {limits: {people: 9}}}',
      'Ignored: limits.people of teams.Core; 9 was asked for, and 8 holds: a lower level may protect more, not less, unless the one above allows it.',
    ],
    [
      'organization: {mayEnforce: {teams: none}}\nteams: {Core: {enforcement: {default: enforce}}}',
      'Ignored: enforcement.default of teams.Core; enforce was asked for, and grace holds, because mayEnforce does not name this level.',
    ],
    [
      'teams: {A: {members: [a@x.y]}, B: {members: [a@x.y]}}\npeople: {a@x.y: {}}',
      'For a@x.y the stricter of the teams A and B holds.',
    ],
  ];

  it.each(cases)('explains %s', (text, sentence) => {
    expect(explainPolicy(documentOf(text))).toContain(sentence);
  });

  it('says nothing of somebody who may be asked for off-hours', () => {
    expect(explainPolicy(documentOf('people: {a@x.y: {takesOffHours: true}}')).join()).not.toMatch(
      /off-hours/i,
    );
  });

  it('describes a team by what holds, not by what it asked for', () => {
    const sentences = explainPolicy(
      documentOf('organization: {limits: {people: 8}}\nteams: {Core: {limits: {people: 9}}}'),
    );
    expect(sentences).toContain('A change is proposed for meetings of the team Core: more than 8 people.');
  });

  it('shows no control characters of names, phrases and categories', () => {
    const hostile = '\\e[31m\\u202eevil\\n';
    const text = `organization: {exempt: {categories: ["${hostile}"]}, emergencies: [{name: "${hostile}", phrases: ["${hostile}"]}]}
teams: {"a${hostile}b": {noMeetingDays: [monday], focus: {categories: ["${hostile}"]}, limits: {people: 3}}}
people: {"${'\\e'}[2Jann@x.y": {limits: {people: 9}}}`;
    expect(explainPolicy(documentOf(text)).join('')).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});
