import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { serve, serveAt } from './serve.ts';

const failing = Router()
  .get('/fails/:token', () => {
    throw new Error('the password is hunter2');
  })
  .get('/fails-later', async () => {
    throw Object.assign(new Error('teapot'), { status: 418 });
  })
  .get('/answers/:token', (_request, response) => {
    response.type('text/plain').send('fine');
  });

/** The line of a request is written when its answer has left, which the client may see first. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('every answer', () => {
  it('carries the headers that keep it out of caches, frames and guesses', async () => {
    const { origin } = await serve(failing);
    for (const path of ['/answers/x', '/nowhere', '/fails/x']) {
      const { headers } = await fetch(`${origin}${path}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-request-id': '00000000-0000-4000-8000-000000000000',
      });
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('etag')).toBe(false);
    }
  });

  it('is one line in the log, with the pattern of its route and nothing of its address', async () => {
    const { origin, lines } = await serve(failing);
    await fetch(`${origin}/answers/secret-token?validationToken=secret`);
    await fetch(`${origin}/nowhere/secret?code=secret`, { method: 'POST', body: 'secret' });
    await settled();
    expect(lines).toMatchObject([
      { event: 'request', fields: { method: 'GET', route: '/answers/:token', status: 200, finished: true } },
      { event: 'request', fields: { method: 'POST', route: 'unknown', status: 404, finished: true } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});

/** As a browser that was led here by a name; `fetch` always sends the name that it asks. */
function statusUnder(host: string, origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}${path}`, { headers: { host } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    asking.on('error', reject).end();
  });
}

const reached = Router().get(['/cases', '/hooks/google', '/healthz', '/readyz'], (_request, response) => {
  response.json({});
});

describe('the name that a request comes by', () => {
  const baseUrl = 'https://gate.acme.example';

  it.each([
    ...['gate.acme.example', 'GATE.acme.example:8443', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080'],
  ])('opens pages as %s', async (host) => {
    const { origin } = await serveAt(baseUrl, reached);
    expect(await statusUnder(host, origin, '/cases')).toBe(200);
  });

  it.each([
    ...['evil.example', 'gate.acme.example.evil.example', '127.0.0.1.evil.example', 'evil.example:8080'],
    'localhost@evil.example',
  ])('opens no page as %j', async (host) => {
    const { origin } = await serveAt(baseUrl, reached);
    expect(await statusUnder(host, origin, '/cases')).toBe(421);
  });

  it('does not matter to notifications and probes, which proxies send by any name', async () => {
    const { origin } = await serveAt(baseUrl, reached);
    for (const path of ['/hooks/google', '/healthz', '/readyz'])
      expect(await statusUnder('gate-7f9c:8080', origin, path)).toBe(200);
  });

  it('binds browsers to https where people come by https, and nowhere else', async () => {
    const policyAt = async (at: string | null) =>
      (await fetch(`${(await serveAt(at, reached)).origin}/cases`)).headers.get('strict-transport-security');
    expect(await policyAt(baseUrl)).toBe('max-age=31536000');
    expect(await policyAt('http://127.0.0.1:8080')).toBeNull();
    expect(await policyAt(null)).toBeNull();
  });
});

describe('an error', () => {
  it('of ours is a 500 that tells the id of the request only; the log has the rest', async () => {
    const { origin, lines } = await serve(failing);
    const response = await fetch(`${origin}/fails/token`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe(
      '{"error":"Internal Server Error","requestId":"00000000-0000-4000-8000-000000000000"}',
    );
    expect(lines.find(({ level }) => level === 'error')).toMatchObject({
      event: 'request-failed',
      fields: { error: new Error('the password is hunter2') },
    });
  });

  it('of the request keeps its status and is no error of ours', async () => {
    const { origin, lines } = await serve(failing);
    expect((await fetch(`${origin}/fails-later`)).status).toBe(418);
    expect((await fetch(`${origin}/answers/%E0%A4%A`)).status).toBe(400);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('nobody knows the address: 404 as JSON', async () => {
    const { origin } = await serve(failing);
    const response = await fetch(`${origin}/<script>`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: 'Not Found',
      requestId: '00000000-0000-4000-8000-000000000000',
    });
  });
});
