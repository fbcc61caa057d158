import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { appStyle } from '../../../src/front/app/style.ts';

it('the style file loads nothing else and is light', () => {
  expect(appStyle).not.toMatch(/@import|url\(|http/);
  expect(gzipSync(appStyle).length).toBeLessThan(12_000);
});

// One brace too few in the rules of one page would take away those of every page after it.
it('every block of the style file is closed', () => {
  let depth = 0;
  for (const sign of appStyle.match(/[{}]/g) ?? []) {
    depth += sign === '{' ? 1 : -1;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
});

it('what is taken away on paper and for quiet readers comes last', () => {
  expect(appStyle.lastIndexOf('@media print')).toBeGreaterThan(appStyle.lastIndexOf('display:inline-flex'));
});
