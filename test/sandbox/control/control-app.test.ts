import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestSandbox, type TestSandbox, testStartMs } from '../../support/sandbox.ts';
import { somebody } from '../somebody.ts';

const people = [
  somebody('ada@acme.example', { name: '<img src=x onerror=alert(1)> & "Ada"' }),
  somebody('ben@acme.example', { provider: 'microsoft', userId: '11111111-1111-4111-8111-111111111111' }),
  somebody('eve@else.example', { provider: 'outside' }),
];

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox({ people });
});
afterAll(() => sandbox.close());

async function call(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${sandbox.control.origin}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? null : JSON.parse(text) };
}

describe('what the control tells', () => {
  it('is who there is, what the switches say, what time it is', async () => {
    expect((await call('GET', '/people')).json).toEqual(people);
    expect((await call('GET', '/switches')).json).toEqual(sandbox.parts.positions());
    expect((await call('GET', '/clock')).json).toEqual({ nowMs: testStartMs });
    expect((await call('GET', '/limits')).json).toEqual({});
  });

  it('is what happened, of a kind and since a time', async () => {
    const { acts, sendMail } = sandbox.parts;
    const mail = { from: 'ada@acme.example', to: ['ben@acme.example'], subject: 'One', text: '', html: null };
    sendMail(mail);
    const act = { from: 'ada@acme.example', to: [], uid: 'u', originalStart: null, comment: null };
    acts.record({ ...act, kind: 'answer', detail: 'declined', atMs: testStartMs + 5 });
    const details = async (query: string) =>
      (await call('GET', `/acts${query}`)).json.map(({ detail }: { detail: string }) => detail);
    expect(await details('')).toEqual(['One', 'declined']);
    expect(await details('?kind=mail')).toEqual(['One']);
    expect(await details(`?since=${testStartMs + 5}`)).toEqual(['declined']);
    expect((await call('GET', '/mails')).json).toEqual([expect.objectContaining(mail)]);
  });

  it('is a page that shows hostile names as they are written', async () => {
    sandbox.parts.sendMail({
      from: 'eve@else.example',
      to: [],
      subject: '</li><script>x',
      text: '',
      html: null,
    });
    const answer = await fetch(sandbox.control.origin);
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Ada&quot;');
    expect(page).toContain('&lt;/li&gt;&lt;script&gt;x');
    expect(page).not.toMatch(/<img|<script/);
    for (const { origin } of [sandbox.google, sandbox.microsoft, sandbox.control])
      expect(page).toContain(origin);
  });
});

describe('what the control does', () => {
  it('turns switches, and leaves the others', async () => {
    const before = sandbox.parts.positions();
    const turned = { 'google.focus-time': 'refused' };
    expect((await call('PUT', '/switches', turned)).json).toEqual({ ...before, ...turned });
    expect(sandbox.parts.positions()).toEqual({ ...before, ...turned });
  });

  it('moves the clock', async () => {
    const before = sandbox.parts.clock.nowMs();
    expect((await call('POST', '/clock', { advanceMs: 90_000 })).json).toEqual({ nowMs: before + 90_000 });
  });

  it.each([
    ['ada@acme.example', 'google'],
    ['BEN@acme.example', 'microsoft'],
  ] as const)('gives a token that the API of %s takes', async (mailbox, provider) => {
    const { json } = await call('POST', '/tokens', { mailbox, scopes: ['x'], minutes: 5 });
    expect(json).toMatchObject({ scopes: ['x'], expiresMs: sandbox.parts.clock.nowMs() + 300_000 });
    expect(sandbox.parts.access.find(json.accessToken)).toMatchObject({
      provider,
      mailbox: mailbox.toLowerCase(),
      scopes: ['x'],
    });
  });

  it('gives a token with all scopes where none are named, and one for an application', async () => {
    const person = await call('POST', '/tokens', { mailbox: 'ada@acme.example' });
    expect(person.json.scopes).toContain('https://www.googleapis.com/auth/calendar.events');
    const application = await call('POST', '/tokens', { mailbox: null });
    expect(application.json.scopes).toContain('Calendars.ReadWrite');
    expect(sandbox.parts.access.find(application.json.accessToken)?.mailbox).toBeNull();
  });

  it('sets faults and ends them', async () => {
    const token = sandbox.issueToken('ada@acme.example', ['https://www.googleapis.com/auth/calendar']);
    const list = async () => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${sandbox.google.origin}/calendar/v3/users/me/calendarList`, { headers })).status;
    };
    const rules = [{ provider: 'google', kind: 'server-error', status: 502, probability: 1 }];
    expect((await call('PUT', '/faults', { seed: 1, rules })).status).toBe(204);
    expect(await list()).toBe(502);
    expect((await call('PUT', '/faults', 'null')).status).toBe(204);
    expect(await list()).toBe(200);
    expect((await call('PUT', '/notification-faults', { seed: 1, lost: 0.5 })).status).toBe(204);
    expect((await call('PUT', '/notification-faults', 'null')).status).toBe(204);
  });

  it('makes what was synchronized too old', async () => {
    expect((await call('POST', '/expire-sync', { mailbox: 'ada@acme.example' })).status).toBe(204);
  });
});

/** As a program sends it; fetch would not let the host be named. */
function sendRaw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${sandbox.control.origin}${path}`, { method, headers }, async (answer) => {
      resolve({ status: answer.statusCode, text: await text(answer) });
    });
    sent.on('error', reject).end(body);
  });
}

describe('the control refuses', () => {
  it.each([
    ['PUT', '/switches', { 'google.focus-time': 'perhaps' }, 400, 'google.focus-time'],
    ['PUT', '/switches', { 'google.no-such': 'x' }, 400, 'google.no-such'],
    ['POST', '/clock', { advanceMs: -1 }, 400, 'advanceMs'],
    ['PUT', '/faults', { seed: 1, rules: [{ kind: 'storm' }] }, 400, 'rules[0].kind'],
    ['PUT', '/faults', '{"seed":', 400, 'not JSON'],
    ['POST', '/tokens', { mailbox: 'nobody@acme.example' }, 404, 'nobody@acme.example'],
    ['POST', '/tokens', { mailbox: 'eve@else.example' }, 404, 'no mailbox'],
    ['POST', '/tokens', undefined, 400, 'expected object'],
    ['POST', '/expire-sync', { mailbox: 'nobody@acme.example' }, 404, 'GET /people'],
    ['POST', '/lifecycle', { subscriptionId: 'x', event: 'missed' }, 404, 'subscription x'],
    ['POST', '/lifecycle', { subscriptionId: 'x', event: 'bored' }, 400, 'event'],
    ['GET', '/acts?kind=dream', undefined, 400, 'kind'],
    ['GET', '/nowhere', undefined, 404, 'docs/sandbox.md'],
  ])('%s %s %j', async (method, path, body, status, word) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toContain(word);
    expect(sandbox.faultsOfOurs).toEqual([]);
  });

  const json = { 'content-type': 'application/json' };
  it.each([
    ['a body that is no JSON by its type', '/invites', { 'content-type': 'text/plain' }, '{"count":3}', 415],
    ['a body that is too large', '/tokens', json, ' '.repeat(1_100_000), 413],
    ['an unknown encoding', '/tokens', { ...json, 'content-encoding': 'zzz' }, '{}', 415],
    ['a broken encoding', '/tokens', { ...json, 'content-encoding': 'gzip' }, 'no gzip', 400],
    ['a page of the internet', '/invites', { origin: 'https://page.example' }, '', 403],
    ['a sandboxed page', '/invites', { origin: 'null' }, '', 403],
    ['a name that was made to lead here', '/invites', { host: 'rebound.example' }, '', 403],
  ])('%s', async (_, path, headers, body, status) => {
    const before = sandbox.parts.acts.all().length;
    const answer = await sendRaw('POST', path, headers, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({ error: expect.any(String) });
    expect(sandbox.parts.acts.all()).toHaveLength(before);
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
});
