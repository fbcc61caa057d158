import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { noticePage } from '../../../src/front/app/notice/notice-page.tsx';
import { signInPage } from '../../../src/front/app/sign-in/sign-in-page.tsx';
import { frameWith, germanFrame } from '../../front/app/frames.ts';
import { hostileTexts } from '../../front/app/hostile-texts.ts';
import { kitPage } from '../../front/app/kit-page.tsx';
import { launchBrowser } from '../../support/browser.ts';
import { keyboardFaults } from '../../support/keyboard-walk.ts';
import { pageFaults, sidewaysFaults } from '../../support/page-in-browser.ts';
import { type PageServer, servePages } from './page-server.ts';
import { picture, pictureFile } from './visitors.ts';

let browser: Browser;
let server: PageServer;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), servePages()]);
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const person = (name: string, zone: string, provider: string) => ({
  ...{ address: `${name.toLowerCase()}@halden.example`, name, zone, provider },
});
const people = [
  { ...person('Claire', 'Europe/Paris', 'google'), roles: ['administrator'] as const },
  person('Mathieu', 'Europe/Paris', 'microsoft'),
  person('Wei', 'Asia/Singapore', 'google'),
  person('Dana', 'America/New_York', 'microsoft'),
];
const nobody = frameWith({ viewer: null, path: '/sign-in' });
const signIn = { people: [], to: '/cases', problem: null, providerName: 'Halden Accounts' };

const pages: Readonly<Record<string, string>> = {
  kit: kitPage(frameWith(), 'Weekly status, with a word or two'),
  'kit-german': kitPage(germanFrame, 'Wöchentlicher Stand der Zahlungsabwicklung'),
  people: signInPage({ ...signIn, mode: 'sandbox', people }, nobody),
  provider: signInPage({ ...signIn, mode: 'provider', problem: 'unknown' }, { ...nobody, isSandbox: false }),
  closed: signInPage({ ...signIn, mode: 'closed' }, { ...germanFrame, viewer: null, isSandbox: false }),
  forbidden: noticePage('forbidden', frameWith(), ['lead', 'administrator']),
};

describe('the frame in a browser', () => {
  it.each(Object.entries(pages))(
    '%s: nothing that keeps anybody out, at both widths, light and dark',
    async (name, html) => {
      await page.goto(server.show(html));
      const faults = await pageFaults(page, pictureFile(`frame-${name}`));
      expect({ faults, errors: errors.splice(0) }).toEqual({ faults: [], errors: [] });
    },
  );

  it.each([390, 1280])('everything is reached by Tab, in order and visibly, at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(server.show(pages.kit ?? ''));
    expect(await keyboardFaults(page)).toEqual([]);
  });

  it('the menu of a narrow screen opens and closes by the keyboard, and holds what the tabs hold', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(server.show(pages.kit ?? ''));
    const entries = page.getByRole('navigation').getByRole('link');
    expect(await entries.count()).toBe(0);
    await page.locator('.menu summary').focus();
    await page.keyboard.press('Enter');
    const inMenu = await entries.allTextContents();
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(1);
    expect(await sidewaysFaults(page)).toEqual([]);
    await picture(page, 'frame-menu-390');
    expect(await keyboardFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await entries.allTextContents()).toEqual(inMenu);
    expect(inMenu).toHaveLength(8);
  });

  it('the skip link leads past the navigation', async () => {
    await page.goto(server.show(pages.kit ?? ''));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInMain = 'document.activeElement.closest("main") !== null';
    expect(await page.evaluate(isInMain)).toBe(true);
  });

  it('the checks find what is wrong with a page', async () => {
    const wrong =
      '<main><h1>x</h1><input name="bare"><font color="#777777">pale</font><svg width="2000" height="9"></svg><a href="/b">b</a><a href="/a" tabindex="5">a</a></main>';
    await page.goto(server.show((pages.forbidden ?? '').replace(/<main.*<\/main>/s, wrong)));
    const faults = (await pageFaults(page)).join('\n');
    expect(faults).toMatch(/390 light: \d+ px sideways/);
    for (const look of ['390 light', '1280 dark']) expect(faults).toContain(`${look}: color-contrast`);
    expect(faults).toContain('1280 light: label');
    expect((await keyboardFaults(page)).join('\n')).toContain('never reached: a  a');
  });

  it('on paper there is what the page says, without what can only be pressed', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(server.show(pages.kit ?? ''));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('header, footer, .button, form button').filter({ visible: true }).count()).toBe(
      0,
    );
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(28, 27, 25)');
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('a hostile text is text wherever it stands, and leaves the layout as it is', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const text of hostileTexts) {
      const hostile = { ...person('x', text, text), name: text, address: text };
      const html = [
        kitPage(frameWith({ path: text, csrf: text }), text),
        signInPage(
          { ...signIn, mode: 'sandbox', people: [{ ...hostile, zone: null }], to: text, problem: text },
          nobody,
        ),
        signInPage({ ...signIn, mode: 'provider', providerName: text, to: text, problem: text }, nobody),
      ];
      for (const each of html) {
        await page.goto(server.show(each));
        const found = { over: await sidewaysFaults(page), hit: await page.evaluate('window.hit') };
        expect({ text: text.slice(0, 60), ...found }).toEqual({ text: text.slice(0, 60), over: [] });
      }
    }
    expect(errors.splice(0)).toEqual([]);
  });
});
