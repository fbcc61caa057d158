import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { frameOf } from '../../../src/http/pages/frame-of.ts';
import type { PageAccess } from '../../../src/http/pages/page-access.ts';
import { pageRouter } from '../../../src/http/pages/page-router.ts';
import { isFragment, seeOther, sendPage } from '../../../src/http/pages/send.ts';
import type { Frame } from '../../../src/http/pages/visit.ts';
import { serve } from '../serve.ts';

const access: PageAccess = {
  organizationId: 'acme',
  mode: 'provider',
  baseUrl: null,
  log: { error: () => {} },
  clock: { nowMs: () => 1_800_000_000_000 },
  chance: { secret: () => 's'.repeat(43) },
  openSession: async () => null,
  assets: { style: '/assets/a.css', script: '/assets/a.js' },
  notice: (kind) => kind,
};

const ann = { address: 'ann@acme.example', name: 'Ann', roles: ['person'], ledTeams: [] } as const;

async function frameFor(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Frame> {
  const show = Router().get('/{*path}', (request, response) => {
    response.json(frameOf(request, access, { viewer: ann, zone: null }, 'cookie'));
  });
  const { origin } = await serve(show);
  return (await (await fetch(`${origin}${path}`, { headers })).json()) as Frame;
}

describe('the frame of a page', () => {
  it('says who looks, when, and where', async () => {
    expect(await frameFor('/cases?said=undone&x=1')).toEqual({
      viewer: ann,
      ...{ language: 'en', locale: 'en-GB', zone: 'UTC', nowMs: 1_800_000_000_000 },
      ...{ path: '/cases', said: 'undone', isSandbox: false, assets: access.assets },
      csrf: expect.stringMatching(/^[\w-]{86}$/),
    });
  });

  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', '', 'de', 'de-AT'],
    ['en-US,en;q=0.9', '', 'en', 'en-US'],
    ['en;q=0.9,de-CH;q=0.5', '', 'en', 'en-GB'],
    ['fr-FR,fr;q=0.9,de;q=0.5', '', 'de', 'de-DE'],
    ['fr', '', 'en', 'en-GB'],
    ['en-US', 'de', 'de', 'de-DE'],
    ['de-AT,en-IE;q=0.5', 'en', 'en', 'en-IE'],
    ['de-AT', 'xx"><script>', 'de', 'de-AT'],
    ['en-"><script>,en-x', '', 'en', 'en-GB'],
    ['*', '', 'en', 'en-GB'],
    ['en-123456789012', '', 'en', 'en-GB'],
  ])('for %s, having chosen "%s", is in %s, as %s writes', async (accepts, chosen, language, locale) => {
    const cookie = chosen === '' ? {} : { cookie: `gatekeeper-language=${encodeURIComponent(chosen)}` };
    const frame = await frameFor('/', { 'accept-language': accepts, ...cookie });
    expect([frame.language, frame.locale]).toEqual([language, locale]);
    expect(() => new Intl.DateTimeFormat(frame.locale)).not.toThrow();
  });

  it.each(['/?said=<script>', '/?said=a&said=b', '/?said=', `/?said=${'a'.repeat(41)}`, '/'])(
    'repeats nothing of %s',
    async (path) => {
      expect((await frameFor(path)).said).toBeNull();
    },
  );
});

describe('a page', () => {
  const long = `<p>${'Meeting '.repeat(1_000)}</p>`;
  const pages = () =>
    serve(
      Router()
        .get('/long', (_, response) => sendPage(response, long, 201, ['https://sign-in.example']))
        .get('/short', (_, response) => sendPage(response, '<p>ü</p>'))
        .get('/away', (_, response) => seeOther(response, '/cases?page=2', 'undone'))
        .get('/part', (request, response) => void response.json(isFragment(request))),
    );

  it('runs and loads nothing but what is ours', async () => {
    const { origin } = await pages();
    const page = await fetch(`${origin}/long`);
    expect([page.status, await page.text()]).toEqual([201, long]);
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self' https://sign-in.example; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is compressed for whoever takes that, and otherwise whole', async () => {
    const { origin } = await pages();
    const sizeFor = async (encoding: string) => {
      const { headers } = await fetch(`${origin}/long`, { headers: { 'accept-encoding': encoding } });
      return [headers.get('content-encoding'), Number(headers.get('content-length')) < 1_000];
    };
    expect(await sizeFor('gzip, br')).toEqual(['gzip', true]);
    expect(await sizeFor('br')).toEqual([null, false]);
    expect(await sizeFor('gzip;q=0')).toEqual([null, false]);
    const short = await fetch(`${origin}/short`);
    expect([short.headers.get('content-encoding'), await short.text()]).toEqual([null, '<p>ü</p>']);
  });

  it('is led to after an act, and told what was done', async () => {
    const { origin } = await pages();
    const { status, headers } = await fetch(`${origin}/away`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([303, '/cases?page=2&said=undone']);
  });

  it.each([
    [{}, false],
    [{ 'hx-request': 'true' }, true],
    [{ 'hx-request': 'true', 'hx-boosted': 'true' }, false],
  ])('or a part of it is asked for: %j', async (headers, isPart) => {
    const { origin } = await pages();
    expect(await (await fetch(`${origin}/part`, { headers: { ...headers } })).json()).toBe(isPart);
  });
});

describe('a router of pages', () => {
  it('does not start with a path that the table does not have', () => {
    const handler = () => {};
    expect(() => pageRouter(access).get('/secrets', handler)).toThrow(
      '"GET /secrets" is not in routeTable: say there who may use it',
    );
    expect(() => pageRouter(access).post('/cases', handler)).toThrow('"POST /cases" is not in routeTable');
    expect(() => pageRouter(access).get('/constructor', handler)).toThrow('is not in routeTable');
  });

  it('gives a page, and a line in the log, where a page fails', async () => {
    const errors: string[] = [];
    const log = { error: (event: string) => void errors.push(event) };
    const fail = () => Promise.reject(new Error('a secret of ours'));
    const { origin } = await serve(pageRouter({ ...access, log }).get('/', fail).router);
    const page = await fetch(`${origin}/`);
    expect([page.status, await page.text(), errors]).toEqual([500, 'failed', ['request-failed']]);
  });

  it('refuses forms that are longer than 100 kB before it reads them', async () => {
    const { origin } = await serve(pageRouter(access).post('/language', () => {}).router);
    const body = new URLSearchParams({ csrf: 'x'.repeat(200_000) });
    expect((await fetch(`${origin}/language`, { method: 'POST', body })).status).toBe(413);
  });
});
