import { describe, expect, it } from '@jest/globals';
import { durationMinutes, outsidersOf } from '../../../../src/core/signals/wording/structure.ts';
import { attendee } from '../../gate/invites.ts';
import { featureNames, invite } from '../samples.ts';

type Changes = Parameters<typeof invite>[0];

describe('the structure of an invite', () => {
  it.each<[string, Changes, string]>([
    ['two people', { people: 2 }, 's:people 2'],
    ['six people', { people: 6 }, 's:people 4-6'],
    ['seven people', { people: 7 }, 's:people 7-10'],
    ['a hall', { people: 21 }, 's:people 21+'],
    ['one time', {}, 's:repeats once'],
    ['every working day', { repeats: 'daily' }, 's:repeats daily'],
    ['every second week', { repeats: 'biweekly' }, 's:repeats biweekly'],
    ['every quarter', { repeats: 'quarterly' }, 's:repeats quarterly'],
    ['a quarter of an hour', { minutes: 15 }, 's:length 15'],
    ['an hour and a minute', { minutes: 61 }, 's:length 120'],
    ['a day', { minutes: 480 }, 's:length more'],
    ['three hours before', { leadHours: 3 }, 's:lead hours'],
    ['a day before', { leadHours: 24 }, 's:lead a day'],
    ['somebody outside', { outside: 'customer' }, 's:outsiders'],
    ['no description', {}, 's:body none'],
    ['a short description', { description: 'Just a word' }, 's:body short'],
    ['a long description', { description: 'word '.repeat(51) }, 's:body long'],
    ['two names as the title', { title: 'Ann / Sam', people: 2, names: ['Ann'] }, 's:title names 2 of 2'],
    [
      'nothing but names',
      { title: 'Ann / Sam', people: 2, names: ['Ann'], repeats: 'weekly' },
      's:title only names again',
    ],
    ['a pair', { title: 'Platform x Data' }, 's:title pairs'],
    ['a cake', { title: 'Ann 🎂' }, 's:festive'],
    ['a question', { title: 'Which font?' }, 's:title asks'],
    ['a question in the text', { description: 'Which font? Mail me.' }, 's:body asks'],
  ])('with %s is told', (_, changes, feature) => {
    expect(featureNames(invite(changes))).toContain(feature);
  });

  it.each<[string, Changes, RegExp]>([
    ['a series has no lead time', { repeats: 'weekly', leadHours: 1 }, /^s:lead/],
    ['colleagues are no outsiders', {}, /^s:outsiders/],
    ['four days are no short lead', {}, /^s:lead/],
  ])('says nothing of what is not there: %s', (_, changes, pattern) => {
    expect(featureNames(invite(changes)).filter((name) => pattern.test(name))).toEqual([]);
  });

  it('does not guess a number of people that the calendar hides', () => {
    expect(featureNames(invite({ people: 2 }, { attendeesOmitted: true }))).toContain('s:people unknown');
  });
});

describe('outsiders', () => {
  const guests = [
    attendee('sam@acme.example'),
    attendee('li@eu.acme.example'),
    attendee('jo@notacme.example'),
  ];
  const meeting = invite({}, { attendees: guests, organizer: null });

  it('are those of other domains; a part of the own one is inside', () => {
    expect(outsidersOf(meeting, ['acme.example'], null)).toEqual(['jo@notacme.example']);
  });

  it('are told by the reader’s own domain where the policy names none', () => {
    expect(outsidersOf(meeting, [], 'sam@acme.example')).toEqual(['jo@notacme.example']);
  });

  it('are nobody where no own domain is known', () => {
    expect(outsidersOf(meeting, [], null)).toEqual([]);
  });
});

describe('the length in minutes', () => {
  it('is known for instants and floating times, else null', () => {
    const floating = (local: string) => ({ kind: 'floating', local }) as const;
    const date = { kind: 'date', date: '2026-11-25' } as const;
    expect(durationMinutes(invite({ minutes: 45 }))).toBe(45);
    const floats = { start: floating('2026-11-25T09:00:00'), end: floating('2026-11-25T10:30:00') };
    expect(durationMinutes(invite({}, floats))).toBe(90);
    expect(durationMinutes(invite({}, { start: date, end: date }))).toBeNull();
  });
});
