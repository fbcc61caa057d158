import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { WebhookRequest } from '../../src/app/ports/provider.ts';
import { googleWebhook } from '../../src/http/routes/google-webhook.ts';
import { microsoftWebhook } from '../../src/http/routes/microsoft-webhook.ts';
import { webhookRoute } from '../../src/http/webhook-route.ts';
import { ann, createReceiver, mia, mila } from '../app/intake/receiver.ts';
import { batch, item, push } from '../app/intake/webhook-requests.ts';
import { serve } from './serve.ts';

async function open() {
  const receiver = createReceiver();
  const { origin, lines } = await serve(googleWebhook(receiver.deps), microsoftWebhook(receiver.deps));
  const post = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { method: 'POST', ...init });
  return {
    ...receiver,
    origin,
    requestLines: lines,
    post,
    google: ({ headers, body }: WebhookRequest) =>
      post('/hooks/google', { headers: headers as Record<string, string>, body: Buffer.from(body) }),
    microsoft: ({ headers, body }: WebhookRequest) =>
      post('/hooks/microsoft', { headers: headers as Record<string, string>, body: Buffer.from(body) }),
  };
}

describe('the webhooks over HTTP', () => {
  it('take what is genuine', async () => {
    const { google, microsoft, memory } = await open();
    expect((await google(push(ann))).status).toBe(200);
    expect((await microsoft(batch(item(mia), item(mila)))).status).toBe(202);
    expect(memory.commits.map(({ organizationId, jobs }) => [organizationId, jobs.length])).toEqual([
      ['acme', 1],
      ['acme', 1],
      ['other', 1],
    ]);
  });

  it.each([
    ['wrong token', push({ ...ann, secret: 'guessed' })],
    ['wrong channel id', push({ ...ann, subscriptionId: 'nobody' })],
    ['missing token', push(ann, { 'x-goog-channel-token': null })],
  ])('refuse at Google: %s', async (_, request) => {
    const { google, memory } = await open();
    const response = await google(request);
    expect([response.status, await response.text()]).toEqual([403, 'refused']);
    expect(memory.commits).toEqual([]);
  });

  it('refuse a token that is given twice, once right', async () => {
    const { origin, memory } = await open();
    const headers = new Headers(push({ ...ann, secret: 'guessed' }).headers as Record<string, string>);
    headers.append('x-goog-channel-token', ann.secret);
    expect((await fetch(`${origin}/hooks/google`, { method: 'POST', headers })).status).toBe(403);
    expect(memory.commits).toEqual([]);
  });

  it.each([
    ['missing client state', item(mia, { clientState: undefined })],
    ['client state of another', item({ ...mia, secret: mila.secret })],
  ])('refuse at Graph: %s', async (_, forged) => {
    const { microsoft, memory } = await open();
    expect((await microsoft(batch(forged))).status).toBe(403);
    expect(memory.commits).toEqual([]);
  });

  it('a forged second item leaves the first one standing', async () => {
    const { microsoft, memory } = await open();
    expect((await microsoft(batch(item(mia), item({ ...mila, secret: 'guessed' })))).status).toBe(202);
    expect(memory.commits.flatMap(({ rows }) => rows.map(({ mailboxId }) => mailboxId))).toEqual([
      'mailbox-mia',
    ]);
  });

  it('one provider does not take the notifications of the other', async () => {
    const { google, microsoft } = await open();
    expect((await google(push(mia))).status).toBe(403);
    expect((await microsoft(batch(item(ann)))).status).toBe(403);
  });

  it('refuse a body of more than 256 kB before it is read', async () => {
    const { post, memory } = await open();
    const response = await post('/hooks/microsoft', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: [item(mia, { resource: 'x'.repeat(256 * 1024) })] }),
    });
    expect(response.status).toBe(413);
    expect(memory.commits).toEqual([]);
  });

  it('refuse a packed body: a few kilobytes could become gigabytes', async () => {
    const { post, memory } = await open();
    const response = await post('/hooks/microsoft', {
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ value: [item(mia)] })),
    });
    expect(response.status).toBe(415);
    expect(memory.commits).toEqual([]);
  });

  it.each([
    ['wrongly typed', 'text/html', JSON.stringify({ value: [item(mia)] }), 415],
    ['no JSON', 'application/json', '{"value":[', 400],
    ['empty', 'application/json', '', 400],
    ['nested deeply', 'application/json', '['.repeat(100_000), 400],
  ])('refuse a body that is %s', async (_, type, body, status) => {
    const { post, memory } = await open();
    expect((await post('/hooks/microsoft', { headers: { 'content-type': type }, body })).status).toBe(status);
    expect(memory.commits).toEqual([]);
  });

  it('know no other method', async () => {
    const { origin } = await open();
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await fetch(`${origin}/hooks/google`, { method })).status).toBe(404);
  });

  it('ask for patience while the database is away, and take the repetition', async () => {
    const { google, memory } = await open();
    memory.fail = new Error('terminating connection');
    const response = await google(push(ann));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await response.text()).toBe('try again');
    memory.fail = null;
    expect((await google(push(ann))).status).toBe(200);
  });

  it('ask for patience in time where the database does not answer', async () => {
    const { deps } = createReceiver();
    const never = new Promise<never>(() => {});
    const store = { ...deps.store, inOrganization: () => never };
    const { origin } = await serve(webhookRoute('google', { ...deps, store }, 50));
    const { headers } = push(ann);
    const response = await fetch(`${origin}/hooks/google`, {
      method: 'POST',
      headers: Object.entries(headers).map(([name, value]) => [name, value ?? '']),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('put off what one subscription sends beyond measure', async () => {
    const { google, memory } = await open();
    const statuses: number[] = [];
    for (let n = 0; n < 42; n += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => google(push(ann))));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(2_000);
    expect(statuses.filter((status) => status === 503)).toHaveLength(100);
    expect(memory.lookups).toHaveLength(1);
  });
});

describe('the echo that Graph asks for', () => {
  it.each([
    [
      'as Graph sends it',
      'Validation: Testing client application reachability for subscription Request-Id: 1',
    ],
    ['that looks like a page', '<html><script>alert(document.cookie)</script>'],
    ['that looks like more headers', 'x\r\nSet-Cookie: a=b\r\n\r\n<p>'],
    ['of other letters', 'ü 漢字 \u2028 🗓'],
  ])('%s comes back as plain text, to the letter', async (_, token) => {
    const { post } = await open();
    const response = await post(
      `/hooks/microsoft?validationToken=${encodeURIComponent(token).replaceAll('%20', '+')}`,
    );
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(await response.text()).toBe(token);
  });

  it('is refused where it is longer than any token', async () => {
    const { post } = await open();
    expect((await post(`/hooks/microsoft?validationToken=${'x'.repeat(5_000)}`)).status).toBe(413);
  });

  it('is not in the log', async () => {
    const { post, requestLines, lines } = await open();
    await post('/hooks/microsoft?validationToken=confidential');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requestLines).toHaveLength(1);
    expect(JSON.stringify([requestLines, lines])).not.toContain('confidential');
  });
});
