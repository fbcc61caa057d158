import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMe, parseMonth, parseNow, parseZone } from '../../src/cli/option-values.ts';

describe('parseNow', () => {
  it.each([
    ['2026-10-05T09:00:00+02:00', 'Asia/Tokyo', '2026-10-05T07:00:00Z'],
    ['2026-10-05T09:00Z', 'Asia/Tokyo', '2026-10-05T09:00:00Z'],
    ['2026-10-05T09:00', 'Asia/Tokyo', '2026-10-05T00:00:00Z'],
    ['2026-10-05', 'Europe/Paris', '2026-10-04T22:00:00Z'],
    // Clocks go back at 03:00; the first of the two instants.
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(parseNow(text, zone)).toEqual({ ok: true, value: Date.parse(expected) });
  });

  it.each(['', 'now', '2026', '09:00', '2026-02-30T10:00Z', '2026-W40-1', '5 Oct 2026'])(
    'refuses %j',
    (text) => {
      expect(parseNow(text, 'UTC').ok).toBe(false);
    },
  );
});

describe('the other options', () => {
  it.each([
    [parseZone, 'Europe/Paris', 'Europe/Paris'],
    [parseMonth, '2026-10', '2026-10'],
    [parseMe, ' Sam@Acme.example ', 'sam@acme.example'],
  ])('take what they should', (parse, text, value) => {
    expect(parse(text)).toEqual({ ok: true, value });
  });

  it.each([
    [parseZone, 'CEST!'],
    [parseMonth, '2026-00'],
    [parseMonth, '26-10'],
    [parseMonth, '9999-12'],
    [parseMe, 'sam@'],
    [parseMe, 'a b@c.example'],
  ])('refuse what they should', (parse, text) => {
    expect(parse(text)).toMatchObject({ ok: false, problem: { remedy: expect.stringContaining('give ') } });
  });

  it('never throw, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const parse of [parseZone, parseMonth, parseMe]) expect(typeof parse(text).ok).toBe('boolean');
        expect(typeof parseNow(text, 'America/New_York').ok).toBe('boolean');
      }),
    );
  });
});
