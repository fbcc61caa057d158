import { describe, expect, it } from '@jest/globals';
import { owner } from '../../../contract/world.ts';
import { openCookieBrowser } from '../../../support/cookie-browser.ts';
import { servedPages } from '../served-pages.ts';

const gate = 'https://gate.example';
const served = servedPages();

describe('the first page', () => {
  it('leads to the sandbox, to the sign-in, or to one’s cases', async () => {
    const sandbox = await served();
    const installed = await served({ isSandbox: false });
    const to = async (asking: Promise<Response>) => (await asking).headers.get('location');
    const nobody = ({ origin }: { readonly origin: string }) => fetch(`${origin}/`, { redirect: 'manual' });
    expect(await to(nobody(sandbox))).toBe('/sandbox');
    expect(await to(nobody(installed))).toBe('/sign-in');
    for (const pages of [sandbox, installed])
      expect(await to((await pages.signInAs(owner))('/'))).toBe('/cases');
  });
});

describe('an address that nobody knows', () => {
  it('is a page for people, and says nothing to whoever may not see one', async () => {
    const { origin, signInAs } = await served({ isSandbox: false });
    const accept = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    for (const page of [
      await fetch(`${origin}/no/such/page`, { headers: accept }),
      await (await signInAs(owner))('/no/such/page', { headers: accept }),
    ]) {
      expect(page.status).toBe(404);
      expect(await page.text()).toMatch(/^<!doctype html>/);
    }
    const program = await fetch(`${origin}/no/such/page`);
    expect(program.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});

describe('a language', () => {
  it('is chosen without signing in, and stays', async () => {
    const { origin } = await served();
    const browser = openCookieBrowser({ [gate]: origin });
    const page = await browser.open(`${gate}/sign-in`);
    expect(page.text).toContain('<html lang="en">');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const choose = (language: string, to: string) =>
      browser.open(`${gate}/language`, {
        method: 'POST',
        body: new URLSearchParams({ csrf, language, to }),
      });
    const chosen = await choose('de', '/sign-in');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/sign-in']);
    expect((await browser.open(`${gate}/sign-in`)).text).toContain('<html lang="de">');
    const nonsense = await choose('xx"', '//evil.example');
    expect([nonsense.headers.get('location'), nonsense.headers.getSetCookie()]).toEqual(['/cases', []]);
  });
});

describe('in the sandbox', () => {
  it('one chooses whom to be, among the people of the company', async () => {
    const { origin } = await served();
    const browser = openCookieBrowser({ [gate]: origin });
    const be = async (address: string, to: string) => {
      const { text } = await browser.open(`${gate}/sign-in`);
      const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const body = new URLSearchParams({ csrf, address, to });
      return await browser.open(`${gate}/sign-in/as`, { method: 'POST', body });
    };
    const chosen = await be(owner, '/plan');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/plan']);
    expect((await browser.open(`${gate}/`)).headers.get('location')).toBe('/cases');
    const first = browser.cookies('gate.example').get('__Host-gatekeeper');
    expect((await be(owner, 'https://evil.example')).headers.get('location')).toBe('/cases');
    expect(browser.cookies('gate.example').get('__Host-gatekeeper')).not.toBe(first);
    expect((await be('eve@evil.example', '/')).status).toBe(404);
  });
});
