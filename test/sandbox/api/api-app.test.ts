import { afterEach, describe, expect, it } from '@jest/globals';
import { createPeople } from '../../../src/sandbox/accounts/people.ts';
import { createApiApp } from '../../../src/sandbox/api/api-app.ts';
import type { ApiErrors, ApiRequest, ApiRoute } from '../../../src/sandbox/api/api-route.ts';
import type { Exchange } from '../../../src/sandbox/api/exchange.ts';
import { type Listening, listen } from '../../../src/sandbox/api/listen.ts';
import { createClock } from '../../../src/sandbox/clock.ts';
import { createFaults } from '../../../src/sandbox/faults/create-faults.ts';
import type { FaultRule } from '../../../src/sandbox/faults/fault-plan.ts';
import { createLimits } from '../../../src/sandbox/limits/limits.ts';
import { limitFigures } from '../../../src/sandbox/limits/limits-figures.ts';
import type { Access } from '../../../src/sandbox/parts.ts';
import { switchPositions } from '../../../src/sandbox/switches.ts';
import { somebody } from '../somebody.ts';

const ada = somebody('ada@acme.example', { provider: 'microsoft' });
const access: Access = {
  provider: 'microsoft',
  mailbox: ada.address,
  scopes: ['read'],
  clientId: 'gate',
  expiresMs: 1e15,
};
const tokens: Readonly<Record<string, Access>> = {
  reader: access,
  google: { ...access, provider: 'google' },
};
const says = (status: number, word: string) => () => ({ status, json: { word } });
const errors: ApiErrors = {
  unauthorized: says(401, 'unauthorized'),
  forbidden: says(403, 'forbidden'),
  noSuchMethod: says(404, 'no method'),
  unreadableBody: (status) => says(status, 'unreadable')(),
  throttled: (kind, retryAfterSeconds) => ({ status: 429, json: { kind, retryAfterSeconds } }),
  serverFault: (status) => ({ status, json: { word: 'fault' } }),
};

let listening: Listening | null = null;
afterEach(async () => {
  await listening?.close();
  listening = null;
});

interface Setting {
  readonly rules?: readonly FaultRule[];
  readonly atOnce?: number;
  readonly routes?: readonly ApiRoute[];
}

/** One API with a method that tells what it was asked, one that breaks, and one that needs no token. */
async function start({ rules = [], atOnce = 4, routes = [] }: Setting = {}) {
  const exchanges: Exchange[] = [];
  const asked: ApiRequest[] = [];
  const log: string[] = [];
  const clock = createClock(() => 0, Date.parse('2026-11-02T08:00:00Z'));
  const handle = (request: ApiRequest) => {
    asked.push(request);
    return { status: 200, headers: { 'X-Own': 'yes' }, json: { done: true, asked: asked.length } };
  };
  const app = createApiApp({
    provider: 'microsoft',
    routes: [
      ...routes,
      { id: 'ask', method: 'POST', path: '/v1.0/me/:what', scopes: ['read', 'write'], handle },
      { id: 'upload', method: 'PUT', path: '/v1.0/me/drive/:name/content', scopes: [], handle },
      { id: 'write', method: 'PATCH', path: '/v1.0/me', scopes: ['write'], handle },
      { id: 'sign-in', method: 'POST', path: /^\/(?<tenant>[^/]+)\/token$/, scopes: null, handle },
      { id: 'nothing', method: 'DELETE', path: '/v1.0/me', scopes: [], handle: () => ({ status: 204 }) },
      {
        id: 'break',
        method: 'GET',
        path: '/v1.0/break',
        scopes: [],
        handle: async () => {
          throw new Error('the engine stands still');
        },
      },
    ],
    errors,
    parts: {
      clock,
      people: createPeople([ada]),
      access: { issue: () => '', find: (token) => tokens[token] ?? null, end: () => {} },
    },
    faults: createFaults({ seed: 1, rules: [...rules] }),
    limits: createLimits(
      clock,
      () => switchPositions(),
      limitFigures({ microsoft: { mailboxAtOnce: atOnce } }),
    ),
    onExchange: (exchange) => exchanges.push(exchange),
    log: (text) => log.push(text),
  });
  listening = await listen(app, 0);
  const { origin } = listening;
  const call = (method: string, path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { headers: { authorization: 'Bearer reader' }, ...init, method });
  return { origin, call, exchanges, asked, log };
}

const json = (body: string, token = 'reader'): RequestInit => ({
  body,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
});

describe('a request', () => {
  it('reaches its method with path, query, headers, body and access', async () => {
    const { origin, call, asked } = await start();
    const answer = await call('POST', '/v1.0/me/a%2Fb?x=1&x=2&y=a%20b', json('{"__proto__":{"z":1}}'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-own')).toBe('yes');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.has('x-powered-by')).toBe(false);
    expect(await answer.json()).toEqual({ done: true, asked: 1 });
    const [request] = asked;
    expect(request?.params).toEqual({ what: 'a/b' });
    expect(request?.query.getAll('x')).toEqual(['1', '2']);
    expect(request?.query.get('y')).toBe('a b');
    expect(request).toMatchObject({ origin, access, headers: { authorization: 'Bearer reader' } });
    expect(JSON.stringify(request?.body)).toBe('{"__proto__":{"z":1}}');
  });

  it('reads forms, and leaves other bodies as bytes', async () => {
    const { call, asked } = await start();
    await call('POST', '/common/token', { body: new URLSearchParams({ code: 'a b&c' }) });
    await call('PUT', '/v1.0/me/drive/a.bin/content', { body: new Uint8Array([1, 255]), ...auth });
    await call('POST', '/v1.0/me/empty');
    expect(asked.map(({ body }) => body)).toEqual([{ code: 'a b&c' }, undefined, undefined]);
    expect(asked[0]).toMatchObject({ params: { tenant: 'common' }, access: null });
    expect([...(asked[1]?.rawBody ?? [])]).toEqual([1, 255]);
  });

  it('may have 4 MB, and a file more', async () => {
    const { call, asked } = await start();
    const large = `"${'x'.repeat(4 * 1024 * 1024)}"`;
    expect((await call('POST', '/v1.0/me/x', json(large))).status).toBe(413);
    expect((await call('PUT', '/v1.0/me/drive/a/content', json(large))).status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it('is found in any case at Microsoft, and behind a link that the Graph client does not understand', async () => {
    const { origin, call, asked } = await start();
    expect((await call('POST', '/V1.0/ME/Events')).status).toBe(200);
    expect((await call('POST', `/v1.0/${origin}/v1.0/me/events?$skip=1`)).status).toBe(200);
    expect(asked.map(({ params }) => params.what)).toEqual(['Events', 'events']);
    expect(asked[1]?.query.get('$skip')).toBe('1');
  });
});

const auth = { headers: { authorization: 'Bearer reader' } };

describe('a request is refused in the words of the vendor', () => {
  it.each([
    ['without a token', 'POST', '/v1.0/me/x', { headers: {} }, 401],
    ['with a token of nobody', 'POST', '/v1.0/me/x', json('{}', 'unknown'), 401],
    ['with a token of the other vendor', 'POST', '/v1.0/me/x', json('{}', 'google'), 401],
    ['without one of the scopes', 'PATCH', '/v1.0/me', json('{}'), 403],
    ['of a method that does not exist', 'GET', '/v1.0/me/x', auth, 404],
    ['with a body that is not what it says', 'POST', '/v1.0/me/x', json('{"a":'), 400],
    ['with a broken escape in its path', 'POST', '/v1.0/me/%zz', json('{}'), 400],
  ])('%s', async (_, method, path, init, status) => {
    const { call, asked, log } = await start();
    expect((await call(method, path, init)).status).toBe(status);
    expect({ asked, log }).toEqual({ asked: [], log: [] });
  });

  it('where a method breaks, with a line for us', async () => {
    const { call, log } = await start();
    const answer = await call('GET', '/v1.0/break?secret=1');
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 500,
      body: { word: 'fault' },
    });
    expect(log).toEqual([
      expect.stringContaining('microsoft GET /v1.0/break: Error: the engine stands still'),
    ]);
    expect(log[0]).not.toContain('secret');
  });

  it('where too many run at once, and counts those until their answer is out', async () => {
    const waits: (() => void)[] = [];
    const wait: ApiRoute = {
      id: 'wait',
      method: 'GET',
      path: '/v1.0/me/wait',
      scopes: [],
      handle: () => new Promise((resolve) => waits.push(() => resolve({ status: 200 }))),
    };
    const { call } = await start({ atOnce: 1, routes: [wait] });
    const first = call('GET', '/v1.0/me/wait');
    while (waits.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const second = await call('GET', '/v1.0/me/wait');
    expect(await second.json()).toEqual({ kind: 'concurrency', retryAfterSeconds: 1 });
    waits[0]?.();
    expect((await first).status).toBe(200);
    for (let n = 0; n < 20; n += 1) expect((await call('DELETE', '/v1.0/me')).status).toBe(204);
  });
});

describe('a fault', () => {
  const rule = (fields: Partial<FaultRule> & Pick<FaultRule, 'kind'>): FaultRule => ({
    probability: 1,
    ...fields,
  });

  it.each([
    [rule({ kind: 'rate-limit', retryAfterSeconds: 7 }), 429, '7'],
    [rule({ kind: 'rate-limit', status: 403 }), 403, null],
    [rule({ kind: 'quota' }), 429, null],
    [rule({ kind: 'server-error' }), 503, null],
    [rule({ kind: 'server-error', status: 500, retryAfterSeconds: 2 }), 500, '2'],
  ])('instead of the work: %j', async (given, status, retryAfter) => {
    const { call, asked, exchanges } = await start({ rules: [given] });
    const answer = await call('POST', '/v1.0/me/x', json('{}'));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(asked).toHaveLength(0);
    expect(exchanges.map(({ faulted }) => faulted)).toEqual([given.kind]);
  });

  it.each([
    ['reset-before', 0],
    ['reset-after', 1],
    ['half-answer', 1],
  ] as const)('that cuts the connection: %s', async (kind, done) => {
    const { call, asked } = await start({ rules: [rule({ kind, times: 1 })] });
    const cut = call('POST', '/v1.0/me/x', json('{}')).then((answer) => answer.text());
    await expect(cut).rejects.toThrow(/fetch failed|terminated/);
    expect(asked).toHaveLength(done);
    expect((await call('POST', '/v1.0/me/x', json('{}'))).status).toBe(200);
  });

  it('leaves half of the answer readable', async () => {
    const { call } = await start({ rules: [rule({ kind: 'half-answer' })] });
    const answer = await call('POST', '/v1.0/me/x', json('{}'));
    expect(answer.headers.get('content-length')).toBe(String('{"done":true,"asked":1}'.length));
    const first = await answer.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('{"done":tru');
  });

  it('that is slow comes after the work', async () => {
    const { call, asked } = await start({ rules: [rule({ kind: 'slow', delayMs: 600_000 })] });
    const signal = AbortSignal.timeout(300);
    await expect(call('POST', '/v1.0/me/x', { ...json('{}'), signal })).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  it('spares sign-in', async () => {
    const { call } = await start({ rules: [rule({ kind: 'server-error' })] });
    expect((await call('POST', '/common/token')).status).toBe(200);
  });
});

describe('what is told of every request', () => {
  it('is what went over the wire', async () => {
    const { call, exchanges } = await start();
    await call('POST', '/v1.0/me/a%2Fb?x=1', json('{"a":1}'));
    await call('GET', '/v1.0/nowhere');
    expect(exchanges[0]).toMatchObject({
      provider: 'microsoft',
      routeId: 'ask',
      method: 'POST',
      path: '/v1.0/me/a%2Fb',
      query: 'x=1',
      status: 200,
      mailbox: 'ada@acme.example',
      atMs: Date.parse('2026-11-02T08:00:00Z'),
      faulted: null,
    });
    expect(new TextDecoder().decode(exchanges[0]?.requestBody)).toBe('{"a":1}');
    expect(String(exchanges[0]?.responseBody)).toBe('{"done":true,"asked":1}');
    expect(exchanges[1]).toMatchObject({ routeId: null, status: 404, path: '/v1.0/nowhere' });
  });
});
