import { describe, expect, it } from '@jest/globals';
import { darkColours, lightColours } from '../../../../src/front/app/style/colour-style.ts';

/** Relative luminance of `#rrggbb`; https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'card'];
const tinted = ['live', 'async', 'time', 'unclear', 'done', 'danger'];
const texts = [
  ...['ink', 'soft', ...tinted].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...tinted.map((tone) => [tone, `${tone}-tint`] as const),
  ...[['on-button', 'button'] as const, ['on-button', 'button-over'] as const],
];

describe.each([
  ['light', lightColours],
  ['dark', darkColours],
])('the colours of the %s scheme', (_, declarations) => {
  const colours = new Map(
    [...declarations.matchAll(/--([\w-]+):(#\w{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
  const ratio = ([one, other]: readonly [string, string]) =>
    contrast(colours.get(one) ?? '#000000', colours.get(other) ?? '#000000');

  it.each(texts)('%s on %s is read by weak eyes', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('the edge of a field on %s is seen', (ground) => {
    expect(ratio(['edge', ground])).toBeGreaterThanOrEqual(3);
  });
});

it('the contrast of black and white is the largest there is', () => {
  expect(contrast('#ffffff', '#000000')).toBe(21);
});
