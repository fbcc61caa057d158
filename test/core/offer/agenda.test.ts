import { describe, expect, it } from '@jest/globals';
import { agendaLines, ownLines } from '../../../src/core/offer/agenda.ts';

const zoom = [
  'Join Zoom Meeting',
  'https://zoom.us/j/123456789?pwd=abc',
  'Meeting ID: 123 456 789',
  '- One tap mobile: +16465588656',
].join('\n');

describe('the agenda of an invite', () => {
  it.each([
    ['dashes', '- budget\n- hiring', ['budget', 'hiring']],
    ['bullets', '• budget\n* hiring\n– travel', ['budget', 'hiring', 'travel']],
    ['numbers', '1. budget\n2) hiring\n10: travel', ['budget', 'hiring', 'travel']],
    ['letters', 'a) budget\nb. hiring', ['budget', 'hiring']],
    ['indented', '  - budget\n\t- hiring', ['budget', 'hiring']],
    ['between prose', 'Hi all,\nwe talk about\n- budget\n- hiring\nThanks\nKim', ['budget', 'hiring']],
    ['no list', 'We talk about the budget.', []],
    ['a dash without a word', '-\n- \n--', []],
    ['a year is no number', '2026. was good', []],
    ['before a conference block', `- budget\n${zoom}`, ['budget']],
    ['windows line ends', '- budget\r\n- hiring\r\n', ['budget', 'hiring']],
  ])('%s', (_, description, expected) => {
    expect(agendaLines(description)).toEqual(expected);
  });

  it('quotes at most twenty lines of at most two hundred characters', () => {
    const lines = agendaLines(Array.from({ length: 50 }, () => `- ${'long '.repeat(80)}`).join('\n'));
    expect(lines).toHaveLength(20);
    expect(lines[0]).toHaveLength(200);
    expect(lines[0]?.endsWith('…')).toBe(true);
  });

  it('of nothing is nothing', () => {
    expect([agendaLines(null), agendaLines(''), ownLines(null)]).toEqual([[], [], []]);
  });

  it.each([
    ['blanks', ' '.repeat(1_000_000)],
    ['one line', '-'.repeat(1_000_000)],
    ['many lines', '- \n'.repeat(300_000)],
  ])('reads a million characters of %s and keeps little', (_, text) => {
    expect(agendaLines(text).length).toBeLessThanOrEqual(20);
    expect(ownLines(text).length).toBeLessThanOrEqual(20);
  });
});

describe('what an invite says', () => {
  it('is its agenda where it has one', () => {
    expect(ownLines('We meet about\n- budget')).toEqual(['budget']);
  });

  it.each([
    [
      'greetings and closings',
      'Hi team,\nthe budget needs a decision\nBest regards',
      ['the budget needs a decision'],
    ],
    ['German ones', 'Hallo zusammen,\ndas Budget steht an\nViele Grüße', ['das Budget steht an']],
    ['closings with a name', 'the budget\nThanks, Kim Lee\nCheers!\nVG', ['the budget']],
    ['a conference block', `the budget needs a decision\n${zoom}`, ['the budget needs a decision']],
    ['quoted mail', 'see below\n> the old text\nOn Monday, Kim Lee wrote:\nmore old text', ['see below']],
    ['lines of a letter or two', 'ok\nthe budget', ['the budget']],
    [
      'but not sentences that begin like one',
      'Best practices for onboarding\nHello world demo',
      ['Best practices for onboarding', 'Hello world demo'],
    ],
  ])('leaves out %s', (_, description, expected) => {
    expect(ownLines(description)).toEqual(expected);
  });
});
