import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { owner } from '../../../contract/world.ts';
import { type CookieBrowser, openCookieBrowser, type Visited } from '../../../support/cookie-browser.ts';
import { type OpenIdProvider, type Somebody, startOpenIdProvider } from '../../../support/openid-provider.ts';
import { administrator, clientSecret, type ServedPages, servedPages } from '../served-pages.ts';

const gate = 'https://gate.example';
const callback = `${gate}/sign-in/callback`;
const olga: Somebody = { sub: '1', email: owner, email_verified: true, name: 'Olga Owner' };
const served = servedPages();
let provider: OpenIdProvider;

beforeAll(async () => {
  provider = await startOpenIdProvider({ id: 'gate', secret: clientSecret, callback });
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.seat(olga);
  provider.fail(false);
});

const installed = () => served({ isSandbox: false, issuer: provider.issuer });
const browserOf = ({ origin }: Pick<ServedPages, 'origin'>) => openCookieBrowser({ [gate]: origin });

/** Presses "sign in" and follows to the page that comes in the end. */
async function signIn(browser: CookieBrowser, to = '/cases'): Promise<Visited> {
  return await browser.follow((await come(browser, to)).back);
}

/** Presses "sign in" and goes as far as the provider sends the browser back. */
async function come(browser: CookieBrowser, to = '/cases', change?: (sent: URL) => void) {
  const begun = await browser.submit(`${gate}/sign-in`, { to });
  const sent = new URL(begun.headers.get('location') ?? 'none:');
  change?.(sent);
  const last = await browser.follow(sent.href, {}, callback);
  return { sent, back: last.headers.get('location') ?? '' };
}

const sessionOf = (browser: CookieBrowser) => browser.cookies('gate.example').get('__Host-gatekeeper');

async function isSignedIn(browser: CookieBrowser): Promise<boolean> {
  return (await browser.open(`${gate}/`)).headers.get('location') === '/cases';
}

async function problemOf(browser: CookieBrowser, back: string): Promise<string | null> {
  const { headers, status } = await browser.open(back);
  expect(status).toBe(303);
  expect(await isSignedIn(browser)).toBe(false);
  return new URL(headers.get('location') ?? '', gate).searchParams.get('problem');
}

describe('a sign-in at the provider', () => {
  it('leads there with PKCE, state and nonce, and back to the page that was asked for', async () => {
    const browser = browserOf(await installed());
    const asked = await browser.open(`${gate}/plan?x=1`);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fplan%3Fx%3D1']);
    const { sent, back } = await come(browser, '/plan?x=1');
    expect(Object.fromEntries(sent.searchParams)).toEqual({
      ...{ client_id: 'gate', redirect_uri: callback, response_type: 'code', scope: 'openid email profile' },
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const inside = await browser.open(back);
    expect(inside.headers.get('location')).toBe('/plan?x=1');
    expect(inside.headers.getSetCookie()[0]).toMatch(
      /^__Host-gatekeeper=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('shows the page with a form that may lead to the provider, and to nobody else', async () => {
    const browser = browserOf(await installed());
    const page = await browser.open(`${gate}/sign-in`);
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${provider.issuer};`);
    expect(page.text).not.toContain('<script>');
  });

  it('keeps token and state only as digests', async () => {
    const pages = await installed();
    const browser = browserOf(pages);
    const { sent, back } = await come(browser);
    const state = sent.searchParams.get('state') ?? '';
    expect(await pages.gate.inside(({ signIns }) => signIns.take(state))).toBeNull();
    await browser.open(back);
    const token = sessionOf(browser) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await pages.gate.inside(({ sessions }) => sessions.find(token))).toBeNull();
  });

  it('gives a new token each time, and none that was planted', async () => {
    const browser = browserOf(await installed());
    const planted = 'p'.repeat(43);
    browser.cookies('gate.example').set('__Host-gatekeeper', planted);
    await signIn(browser);
    const first = sessionOf(browser);
    expect(first).not.toBe(planted);
    await signIn(browser);
    expect(sessionOf(browser)).not.toBe(first);
    // The token of before ended with it.
    browser.cookies('gate.example').set('__Host-gatekeeper', first ?? '');
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('ends with signing out, also for whoever copied the cookie', async () => {
    const pages = await installed();
    const [browser, thief] = [browserOf(pages), browserOf(pages)];
    await signIn(browser);
    thief.cookies('gate.example').set('__Host-gatekeeper', sessionOf(browser) ?? '');
    expect(await isSignedIn(thief)).toBe(true);
    const page = await browser.open(`${gate}/sign-in`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const out = await browser.open(`${gate}/sign-out`, {
      method: 'POST',
      body: new URLSearchParams({ csrf }),
    });
    expect([out.status, sessionOf(browser)]).toEqual([303, undefined]);
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('ends after twelve hours unused and after a week in any case', async () => {
    const pages = await installed();
    const browser = browserOf(pages);
    await signIn(browser);
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      pages.gate.pass(11 * 3_600_000);
      expect({ hours, in: await isSignedIn(browser) }).toEqual({ hours, in: hours + 11 < 7 * 24 });
    }
    pages.gate.pass(11 * 3_600_000);
    expect(await isSignedIn(browser)).toBe(false);
    await signIn(browser);
    pages.gate.pass(12 * 3_600_000);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('lets nobody in whom nobody here knows, and an administrator without a mailbox', async () => {
    const pages = await installed();
    provider.seat({ ...olga, sub: '7', email: 'eve@kiln.example' });
    const stranger = browserOf(pages);
    expect(await problemOf(stranger, (await come(stranger)).back)).toBe('unknown');
    provider.seat({ ...olga, sub: '8', email: administrator.toUpperCase() });
    const browser = browserOf(pages);
    await signIn(browser);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('lets the owner of a mailbox in by any address of it, under its first one', async () => {
    const pages = await installed();
    await pages.gate.inside(({ mailboxes }) =>
      mailboxes.change(pages.gate.mailboxId, { otherAddresses: ['o.owner@kiln.example'] }),
    );
    provider.seat({ ...olga, email: 'O.Owner@kiln.example' });
    const browser = browserOf(pages);
    await signIn(browser);
    const page = await browser.open(`${gate}/sign-in`);
    expect(page.text).toContain('Olga Owner');
    // What is taken away is gone with the next request.
    await pages.gate.inside(({ mailboxes }) =>
      mailboxes.change(pages.gate.mailboxId, { otherAddresses: [] }),
    );
    expect(await isSignedIn(browser)).toBe(false);
  });
});

describe('a sign-in is refused', () => {
  it('where the provider did not verify the address', async () => {
    provider.seat({ ...olga, email_verified: false });
    const browser = browserOf(await installed());
    expect(await problemOf(browser, (await come(browser)).back)).toBe('unverified');
  });

  it('where the person says no there', async () => {
    provider.seat(null);
    const browser = browserOf(await installed());
    expect(await problemOf(browser, (await come(browser)).back)).toBe('cancelled');
  });

  it('where somebody else has the address now, until the person was erased here', async () => {
    const pages = await installed();
    await signIn(browserOf(pages));
    provider.seat({ ...olga, sub: '2' });
    const browser = browserOf(pages);
    expect(await problemOf(browser, (await come(browser)).back)).toBe('other-identity');
    await pages.gate.inside(({ identities }) => identities.remove(owner));
    await signIn(browser);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('where the same answer comes twice', async () => {
    const browser = browserOf(await installed());
    const { back } = await come(browser);
    await browser.open(back);
    browser.cookies('gate.example').delete('__Host-gatekeeper');
    expect(await problemOf(browser, back)).toBe('expired');
  });

  it('where it comes in another browser', async () => {
    const pages = await installed();
    const { back } = await come(browserOf(pages));
    const victim = browserOf(pages);
    await victim.open(`${gate}/sign-in`);
    expect(await problemOf(victim, back)).toBe('expired');
  });

  it('where it comes after more than ten minutes', async () => {
    const pages = await installed();
    const browser = browserOf(pages);
    const { back } = await come(browser);
    pages.gate.pass(10 * 60_000);
    expect(await problemOf(browser, back)).toBe('expired');
  });

  it.each<[string, (sent: URL) => void]>([
    ['nonce', (sent) => sent.searchParams.set('nonce', 'of-another-sign-in')],
    ['PKCE challenge', (sent) => sent.searchParams.set('code_challenge', 'c'.repeat(43))],
  ])('where the answer is for another %s', async (_, change) => {
    const browser = browserOf(await installed());
    expect(await problemOf(browser, (await come(browser, '/cases', change)).back)).toBe('failed');
  });

  it.each<[string, (back: URL) => void, string]>([
    ['another issuer (mix-up)', (back) => back.searchParams.set('iss', 'https://evil.example'), 'failed'],
    ['no issuer where one is promised', (back) => back.searchParams.delete('iss'), 'failed'],
    ['another state', (back) => back.searchParams.set('state', 's'.repeat(43)), 'expired'],
    ['no state', (back) => back.searchParams.delete('state'), 'expired'],
    ['another code', (back) => back.searchParams.set('code', 'guessed'), 'failed'],
    ['no code', (back) => back.searchParams.delete('code'), 'failed'],
  ])('where the answer has %s', async (_, change, problem) => {
    const browser = browserOf(await installed());
    const back = new URL((await come(browser)).back);
    change(back);
    expect(await problemOf(browser, back.href)).toBe(problem);
  });

  it('where the form was not made for this browser', async () => {
    const browser = browserOf(await installed());
    await browser.open(`${gate}/sign-in`);
    expect((await browser.open(`${gate}/sign-in`, { method: 'POST' })).status).toBe(403);
    expect((await browser.submit(`${gate}/sign-in`, { csrf: 'x'.repeat(86) })).status).toBe(403);
  });
});

describe('a provider that is down', () => {
  it('gives a page that says so, and works again as soon as it is there', async () => {
    const browser = browserOf(await installed());
    provider.fail(true);
    const page = await browser.submit(`${gate}/sign-in`);
    expect(page.status).toBe(503);
    expect(page.text).toContain('role="alert"');
    provider.fail(false);
    await signIn(browser);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('between leaving and coming back lets nobody in, and says so', async () => {
    const browser = browserOf(await installed());
    const { back } = await come(browser);
    provider.fail(true);
    expect(await problemOf(browser, back)).toBe('unavailable');
  });
});
