import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { pageRoutes } from '../../../../src/cli/service/web-pages.ts';
import { createApp } from '../../../../src/http/create-app.ts';
import { liveGates } from '../../../app/effects/live-gate.ts';
import { owner } from '../../../contract/world.ts';
import { launchBrowser } from '../../../support/browser.ts';
import { type OpenIdProvider, startOpenIdProvider } from '../../../support/openid-provider.ts';
import { clientSecret } from '../served-pages.ts';

const openGate = liveGates();
let browser: Browser;
let server: Server;
let provider: OpenIdProvider;
let handle: RequestListener = (_, response) => void response.end();

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => handle(request, response)).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const callback = `${originOf(server)}/sign-in/callback`;
  provider = await startOpenIdProvider({ id: 'gate', secret: clientSecret, callback });
});
afterAll(async () => {
  await browser?.close();
  await provider.close();
  server.closeAllConnections();
  await new Promise((ended) => server.close(ended));
});

const originOf = (listening: Server) => `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

describe('in a real browser', () => {
  it('somebody signs in at the provider, is back where they wanted to be, and signs out', async () => {
    const baseUrl = originOf(server);
    provider.seat({ sub: '1', email: owner, email_verified: true, name: 'Olga Owner' });
    const gate = await openGate('google');
    const deps = { ...gate.deps, baseUrl };
    const settings = {
      ...{ ADMINISTRATORS: null, AUDITORS: null, SIGN_IN_ISSUER: provider.issuer },
      ...{ SIGN_IN_CLIENT_ID: 'gate', SIGN_IN_CLIENT_SECRET: clientSecret },
    };
    const { organizationId } = gate;
    handle = createApp({ ...deps, routers: pageRoutes({ deps, organizationId, settings, company: null }) });

    const page = await browser.newPage();
    const complaints: string[] = [];
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(error.message));
    await page.goto(`${baseUrl}/plan?x=1`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL(`${baseUrl}/plan?x=1`);
    expect(await page.evaluate('document.cookie')).toBe('');
    // Cookies belong to a host: those of the provider, on another port of it, are among them.
    const cookies = await page.context().cookies(baseUrl);
    const own = cookies.filter(({ name }) => name.startsWith('gatekeeper'));
    expect(own.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
      ['gatekeeper', true, 'Lax'],
    ]);
    await page.click('form[action="/sign-out"] button:visible');
    await page.waitForURL(`${baseUrl}/sign-in`);
    expect(complaints).toEqual([]);
  });
});
