import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { keyboardFaults } from '../../support/keyboard-walk.ts';
import { pageFaults, sidewaysFaults } from '../../support/page-in-browser.ts';
import { type RunningProduct, startProduct } from './running-product.ts';
import {
  claire,
  createVisitors,
  ines,
  mathieu,
  picture,
  pictureFile,
  sylvie,
  type Visitors,
} from './visitors.ts';
import { addressOf, isLinkPage, pagePaths, type Samples } from './walked-pages.ts';

const startMs = 180_000;
/** Everything that can be wrong with a page is looked for at both widths, light and dark: that takes its time. */
const slowMs = 120_000;
const largestBytes = 100_000;

let product: RunningProduct;
let browser: Browser;
let visitors: Visitors;
let page: Page;
let samples: Samples;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  visitors = createVisitors(browser, product.origin);
  await product.invite({
    ...{ organizer: ines, attendees: [claire, mathieu], summary: 'Weekly status' },
    description: 'Everybody says what they did.\n- bookings\n- label printing',
    ...{ start: `${product.wednesday}T10:00`, end: `${product.wednesday}T10:30` },
  });
  const [offer, story] = [await product.linkSent('/o/'), await product.linkSent('/c/')];
  page = await visitors.signIn(claire);
  await page.goto(`${product.origin}/cases`);
  const own = await page.locator('main a[href^="/cases/"]').first().getAttribute('href');
  samples = {
    ...{ '/o/:token': pathOf(offer), '/c/:token': pathOf(story), '/cases/:id': own ?? 'none' },
    '/sandbox/documents': await product.documentOf(offer),
  };
}, startMs);

afterAll(async () => {
  await browser?.close();
  await product?.close();
}, startMs);

const pathOf = (url: string) => new URL(url).pathname;

async function open(path: (typeof pagePaths)[number], on = page): Promise<void> {
  const answer = await on.goto(`${product.origin}${addressOf(path, samples)}`);
  expect([path, answer?.status()]).toEqual([path, 200]);
}

/** The page, its style and its script, as they travel. */
async function compressedBytes(): Promise<number> {
  const parts = await page.evaluate<string[]>(
    `[location.href, ...[...document.querySelectorAll('link[rel=stylesheet],script[src]')].map((part) => part.href || part.src)]`,
  );
  const bodies = await Promise.all(parts.map(async (url) => (await page.request.get(url)).body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

describe.each(pagePaths)('%s', (path) => {
  it(
    'keeps nobody out: widths, colours, contrast, names, targets, weight',
    async () => {
      await open(path);
      const faults = await pageFaults(page, pictureFile(`page${path}`));
      expect({ faults, errors: visitors.errors() }).toEqual({ faults: [], errors: [] });
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main').count()).toBe(1);
      expect(await compressedBytes()).toBeLessThan(largestBytes);
    },
    slowMs,
  );

  it('is walked by the keyboard alone, in order and visibly', async () => {
    await open(path);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, faults: await keyboardFaults(page) }).toEqual({ width, faults: [] });
    }
  });

  it('needs no script: every form can be sent, and nothing else has to be', async () => {
    await open(path);
    expect(await page.evaluate(needsScript)).toEqual([]);
  });
});

/** Controls that do nothing where no script runs. */
const needsScript = `[
  ...[...document.querySelectorAll('form')].filter((form) => form.querySelector('button:not([type=button]),input[type=submit]') === null),
  ...[...document.querySelectorAll('button')].filter((button) => button.form === null || button.type === 'button'),
  ...document.querySelectorAll('a:not([href])'),
].map((element) => element.outerHTML.slice(0, 160))`;

describe('in German', () => {
  let german: Page;
  beforeAll(async () => {
    german = await visitors.signIn(claire, { locale: 'de-DE', viewport: { width: 390, height: 900 } });
  });

  const english = /\b(the|and|your|with|this|from|which|what|when|who|save|time|day|days|hours|meeting)\b/i;
  const words = `[...document.querySelectorAll('h1,button,label,legend,th,caption,summary,.hint')]
    .filter((element) => element.closest('[lang=en],details.technical') === null).map((element) => element.textContent.trim())`;

  it.each(pagePaths.filter((path) => !isLinkPage(path)))(
    '%s is German, and its longer words fit a phone',
    async (path) => {
      await open(path, german);
      expect(await german.locator('html').getAttribute('lang')).toBe('de');
      expect(await sidewaysFaults(german)).toEqual([]);
      const found = await german.evaluate<string[]>(words);
      // A page about one meeting has the words of its invite as a heading.
      const title = path in samples ? await german.locator('h1').textContent() : null;
      const own = found.filter((text) => text !== title?.trim());
      expect(own.filter((text) => english.test(text.replaceAll('Meeting Gatekeeper', '')))).toEqual([]);
      await picture(german, `page${path}-german-390`);
    },
  );
});

const others = [
  ...['/cases', '/protections', '/plan', '/policy'].map((path) => [mathieu, path] as const),
  ...['/audit', '/policy'].map((path) => [sylvie, path] as const),
];

describe('somebody else', () => {
  it.each(others)(
    '%s finds %s as open as an administrator does',
    async (address, path) => {
      const own = await visitors.signIn(address);
      const answer = await own.goto(`${product.origin}${path}`);
      expect(answer?.status()).toBe(200);
      const faults = await pageFaults(own, pictureFile(`page${path}-${address.split('.')[0]}`));
      expect(faults).toEqual([]);
      const entries = await own.getByRole('navigation').getByRole('link').allTextContents();
      expect(entries).toContain('My protections');
      expect(entries).not.toContain('People');
      await own.context().close();
    },
    slowMs,
  );
});

describe('where no script runs', () => {
  it(
    'somebody signs in, changes the language, looks around and signs out',
    async () => {
      const plain = await visitors.signIn(claire, { javaScriptEnabled: false });
      for (const path of pagePaths.filter((each) => !isLinkPage(each))) {
        await open(path, plain);
        expect(await plain.locator('h1').count()).toBe(1);
      }
      await plain.goto(`${product.origin}/protections`);
      await plain.getByRole('button', { name: 'Deutsch' }).click();
      expect(new URL(plain.url()).pathname).toBe('/protections');
      expect(await plain.locator('html').getAttribute('lang')).toBe('de');
      await plain.getByRole('link', { name: 'Planen' }).click();
      expect(new URL(plain.url()).pathname).toBe('/plan');
      await plain.getByRole('button', { name: 'Abmelden' }).click();
      await plain.goto(`${product.origin}/cases`);
      expect(new URL(plain.url()).pathname).toBe('/sign-in');
    },
    slowMs,
  );
});
