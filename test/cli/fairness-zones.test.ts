import { describe, expect, it } from '@jest/globals';
import { zoneOfText, zoneRemedy } from '../../src/cli/fairness-zones.ts';

describe('zoneOfText', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['EUROPE/PARIS', 'Europe/Paris'],
    // The runtime lists it under its former name, and the present one is kept.
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
    ['Singapore Standard Time', 'Asia/Singapore'],
    ['Romance Standard Time', 'Europe/Paris'],
  ])('%s is %s', (text, zone) => {
    expect(zoneOfText(text)).toBe(zone);
  });

  it.each([
    '',
    '+05:30',
    '-3',
    'UTC+2',
    'Paris',
    'Europe/Pariss',
    'x'.repeat(100_000),
    '__proto__',
    '\u001b[31m',
  ])('does not know %.20j', (text) => {
    expect(zoneOfText(text)).toBeNull();
  });
});

describe('zoneRemedy', () => {
  it.each([
    ['Paris', /^did you mean Europe\/Paris\?$/],
    ['Europe/Singapore', /^did you mean Asia\/Singapore\?$/],
    ['new york', /^did you mean America\/New_York\?$/],
    ['Amercia/New_York', /^did you mean America\/New_York\?$/],
    ['Asia/Kolkatta', /Asia\/Kolkata/],
    ['Mars/Olympus Mons', /^give an IANA name/],
    ['?', /^give an IANA name/],
    ['x'.repeat(100_000), /^give an IANA name/],
  ])('of %.20j', (text, remedy) => {
    expect(zoneRemedy(text)).toMatch(remedy);
  });
});
