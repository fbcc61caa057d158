import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createAssets } from '../../../../src/http/pages/assets.ts';
import { assetRoutes } from '../../../../src/http/pages/routes/assets.ts';
import { serve } from '../../serve.ts';

const sources = { style: 'p{color:red}'.repeat(100), htmx: 'var htmx={config:{allowEval:true}};' };
const assets = createAssets(sources);

describe('style and script', () => {
  it.each([
    [assets.paths.style, 'text/css; charset=utf-8'],
    [assets.paths.script, 'text/javascript; charset=utf-8'],
  ])('are kept for ever, compressed or not: %s', async (path, type) => {
    const { origin } = await serve(assetRoutes(assets));
    const compressed = await fetch(`${origin}${path}`);
    const plain = await fetch(`${origin}${path}`, { headers: { 'accept-encoding': 'identity' } });
    expect(await compressed.text()).toBe(await plain.text());
    expect([compressed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null]);
    for (const { headers } of [compressed, plain])
      expect([headers.get('cache-control'), headers.get('content-type'), headers.get('vary')]).toEqual([
        ...['public, max-age=31536000, immutable', type, 'Accept-Encoding'],
      ]);
  });

  it('have another address with another content, and the old one is gone', async () => {
    const next = createAssets({ ...sources, style: 'p{color:blue}' });
    expect(next.paths.style).not.toBe(assets.paths.style);
    expect(next.paths.script).toBe(assets.paths.script);
    const { origin } = await serve(assetRoutes(next));
    for (const path of [assets.paths.style, '/assets/pages.css', '/assets/..%2fpackage.json', '/assets/'])
      expect((await fetch(`${origin}${path}`)).status).toBe(404);
  });

  it('set htmx up to evaluate nothing, to ask nobody else, and to keep no page', () => {
    expect(run('https://gate.example/cases').config).toEqual({
      ...{ allowEval: false, includeIndicatorStyles: false, selfRequestsOnly: true, historyCacheSize: 0 },
    });
  });

  it('take what was said once out of the address, and touch no other', () => {
    expect(run('https://gate.example/cases?page=2&said=undone').shown).toEqual([
      'https://gate.example/cases?page=2',
    ]);
    expect(run('https://gate.example/cases?page=2').shown).toEqual([]);
  });
});

/** Runs the script as a page at this address does. */
function run(href: string): { readonly config: object; readonly shown: readonly string[] } {
  const [, script] = assets.all;
  const shown: string[] = [];
  const history = {
    state: null,
    replaceState: (_state: null, _title: string, url: URL) => shown.push(url.href),
  };
  const program = new Function('location', 'history', `${gunzipSync(script?.gzip ?? '')}return htmx.config`);
  return { config: program({ href }, history) as object, shown };
}
