import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from '../../../src/http/pages/local-path.ts';

describe('the way back', () => {
  it.each(['/', '/cases', '/cases/1?a=b&c=%2F%2Fx', '/plan?to=https://x.example', '/%5Cevil', '/a//b', '/ü'])(
    'leads to a path of ours: %s',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    ...['//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/a\\b'],
    ...[
      '/\t/evil.example',
      '/\n/evil.example',
      '/\r\nSet-Cookie: a=b',
      '\t//evil.example',
      '/\u0000/x',
      '/\u007f',
    ],
    ...['https://evil.example', 'https:evil.example', 'javascript:alert(1)', 'data:text/html,x', 'cases'],
    ...[
      '',
      ' /cases',
      ' //evil.example',
      '@evil.example',
      '.evil.example',
      '?x',
      '#x',
      `/${'x'.repeat(2_000)}`,
    ],
    ...[undefined, null, 1, ['/cases', '//evil.example'], { toString: () => '//evil.example' }],
  ])('leads to the cases instead of %j', (given) => {
    expect(localPath(given)).toBe('/cases');
  });

  it('stays here whatever is given, as a browser reads it', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'/\\:@?#.%ae\t\n\r \u0000\u00a0\u2028'.split(''), 'http', 'evil.example'),
    });
    fc.assert(
      fc.property(nasty, (given) => {
        expect(new URL(localPath(given), 'https://gate.example').origin).toBe('https://gate.example');
      }),
      { numRuns: 2_000 },
    );
  });
});
