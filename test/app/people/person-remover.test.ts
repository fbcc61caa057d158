import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressesIn } from '../../../src/app/people/addresses-in.ts';
import { markOfName, namesIn } from '../../../src/app/people/name-marks.ts';
import { namesBeside, personRemover } from '../../../src/app/people/person-remover.ts';

const remove = personRemover({
  addresses: ['claire@halden.example', 'c.marchetti@halden.example'],
  names: ['Claire Marchetti', 'Marchetti, Claire', 'Paris', 'the', 'in the', 'needs-action'],
  number: 4,
});
const gone = 'erased-4@erased.invalid';

describe('taking a person out of JSON', () => {
  it.each([
    ['write to Claire@Halden.example.', `write to ${gone}.`],
    ['<mailto:claire@halden.example?subject=x>', `<mailto:${gone}?subject=x>`],
    ['https://x.example/?to=%3Cclaire%40halden.example%3E', `https://x.example/?to=%3C${gone}%3E`],
    ['c.marchetti@halden.example,claire@halden.example', `${gone},${gone}`],
    ['Ask CLAIRE  MARCHETTI, or Marchetti, Claire', 'Ask Erased person, or Erased person'],
    ['1:1 Claire Marchetti/Ana', '1:1 Erased person/Ana'],
    ['Paris decides', 'Erased person decides'],
    ['Paris', 'Erased person'],
  ])('%s', (text, expected) => {
    expect(remove(text)).toBe(expected);
  });

  it.each([
    'eclaire@halden.example',
    'claire@halden.example.org',
    'claire@halden.exampleshire',
    'claire@halden',
    'Claire Marchettini',
    'Europe/Paris',
    'the needs-action of parishes in the office',
  ])('leaves alone who only looks alike: %s', (text) => {
    expect(remove(text)).toBe(text);
  });

  it('replaces the name beside an address, whatever it is, and keys that are addresses', () => {
    const value = JSON.parse(
      `{"attendees":[{"email":"claire@halden.example","name":"the","answer":"needs-action"}],
        "busy":{"claire@halden.example":7,"__proto__":{"name":"the"}}}`,
    );
    expect(JSON.stringify(remove(value))).toBe(
      `{"attendees":[{"email":"${gone}","name":"Erased person","answer":"needs-action"}],"busy":{"${gone}":7,"__proto__":{"name":"the"}}}`,
    );
    expect(namesBeside(value, new Set(['claire@halden.example']))).toEqual(['the']);
  });

  it('gives back the same value where it names nobody, and nothing to remove a second time', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(remove(value)).toBe(value);
      }),
      { seed: 6, numRuns: 200 },
    );
    const once = remove({ a: ['claire@halden.example', { b: 'Claire Marchetti' }] });
    expect(remove(once)).toBe(once);
  });

  it('finds every address that it would replace, wherever it stands', () => {
    const around = fc.constantFrom(' ', '<', '(', 'mailto:', '?to=', '%20', '&cc=', "'", '"', '');
    fc.assert(
      fc.property(fc.string(), around, fc.boolean(), (text, before, isEncoded) => {
        const address = isEncoded ? 'claire%40halden.example' : 'Claire@halden.example';
        const whole = `${text} ${before}${address}> ${text}`;
        expect(remove(whole)).not.toBe(whole);
        expect(addressesIn({ a: [whole] })).toContain('claire@halden.example');
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('recognizes a name in a text by its mark', () => {
    const marks = namesIn({ a: 'Review with Claire  Marchetti, and the others.' });
    expect(marks.get(markOfName('claire marchetti'))).toBe('Claire  Marchetti');
    expect([...marks.keys()]).not.toContain('name:the others');
  });

  it('takes linear time on a long text that looks like people', () => {
    const length = 300_000;
    const hostile = ['@', 'a@', 'Claire ', 'claire@halden.', '%40', 'Claire\u00a0', ' ', 'A'];
    const beganMs = performance.now();
    for (const text of hostile.map((part) => part.repeat(length / part.length))) {
      remove(text);
      addressesIn(text);
      namesIn(text);
    }
    expect(performance.now() - beganMs).toBeLessThan(10_000);
  });
});
