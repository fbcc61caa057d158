import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { keyboardFaults } from '../../support/keyboard-walk.ts';
import { pageFaults, sidewaysFaults } from '../../support/page-in-browser.ts';
import { firstMinute } from './first-minute.ts';
import { hostileWalk } from './hostile-walk.ts';
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
import { walkedProduct } from './walked-product.ts';

/** Everything that can be wrong with a page is looked for at both widths, light and dark: that takes its time. */
const slowMs = 120_000;
/** A mail has to be written, and a document. */
const preparedMs = 240_000;
const largestBytes = 100_000;

const walked = walkedProduct();

describe('the first minute', () => firstMinute(walked));

let visitors: Visitors;
let page: Page;
let samples: Samples;

describe('every page', () => {
  beforeAll(async () => {
    const { product, browser } = walked();
    visitors = createVisitors(browser, product.origin);
    const summary = 'Weekly status of counters';
    const uid = await product.invite({
      ...{ organizer: ines, attendees: [claire, mathieu], summary },
      description: 'Everybody says what they did.\n- bookings\n- label printing',
      ...{ start: `${product.wednesday}T10:00`, end: `${product.wednesday}T10:30` },
    });
    const [offer, story] = [await product.offerOf(uid), await product.storyOf(summary)];
    page = await visitors.signIn(claire);
    await page.goto(`${product.origin}/cases`);
    const own = page.locator('main a[href^="/cases/"]').filter({ hasText: summary }).first();
    samples = {
      ...{ '/o/:token': pathOf(offer), '/c/:token': pathOf(story) },
      '/cases/:id': (await own.getAttribute('href')) ?? 'none',
      '/sandbox/documents': await product.documentOf(offer),
      '/policy/earlier/:version': await earlierPolicy(product.origin),
    };
  }, preparedMs);

  describe.each(pagePaths)('%s', aPage);

  it('/audit is cards on a phone and a table on a desk, with nothing to scroll sideways to', async () => {
    await open('/audit');
    for (const [width, display] of [
      [390, 'block'],
      [1280, 'table-row'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(shapeOfEntries)).toEqual({ display, sideways: 0 });
    }
  });
});

const shapeOfEntries = `(() => {
  const { scrollWidth, clientWidth } = document.querySelector('.table-scroll');
  const { display } = getComputedStyle(document.querySelector('.audit-lines tbody tr'));
  return { display, sideways: scrollWidth - clientWidth };
})()`;

/** Changes the policy on its page, which leads to what it was before. */
async function earlierPolicy(origin: string): Promise<string> {
  await page.goto(`${origin}/policy`);
  const text = page.locator('textarea[name=text]');
  await text.fill(`${await text.inputValue()}# Looked at in November.\n`);
  await page.getByRole('button', { name: 'Save the policy' }).click();
  return (await page.locator('a[href^="/policy/earlier/"]').first().getAttribute('href')) ?? 'none';
}

const pathOf = (url: string) => new URL(url).pathname;

async function open(path: (typeof pagePaths)[number], on = page): Promise<Response | null> {
  const answer = await on.goto(`${walked().product.origin}${addressOf(path, samples)}`);
  expect([path, answer?.status()]).toEqual([path, 200]);
  return answer;
}

function aPage(path: (typeof pagePaths)[number]): void {
  let answer: Response | null;

  beforeAll(async () => {
    answer = await open(path);
  }, slowMs);

  it(
    'keeps nobody out: widths, colours, contrast, names, targets, weight',
    async () => {
      const faults = await pageFaults(page, pictureFile(`page${path}`));
      expect({ faults, errors: visitors.errors() }).toEqual({ faults: [], errors: [] });
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main').count()).toBe(1);
      expect(await compressedBytes(answer)).toBeLessThan(largestBytes);
    },
    slowMs,
  );

  it('is walked by the keyboard alone, in order and visibly', async () => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, faults: await keyboardFaults(page) }).toEqual({ width, faults: [] });
    }
  });

  it('needs no script: every form can be sent, and nothing else has to be', async () => {
    expect(await page.evaluate(needsScript)).toEqual([]);
  });
}

/** The page, its style and its script, as they travel. */
async function compressedBytes(answer: Response | null): Promise<number> {
  const assets = await page.evaluate<string[]>(
    `[...document.querySelectorAll('link[rel=stylesheet],script[src]')].map((part) => part.href || part.src)`,
  );
  const sizes = await Promise.all(assets.map(compressedAsset));
  return sizes.reduce((sum, size) => sum + size, gzipSync((await answer?.body()) ?? '').length);
}

const knownAssets = new Map<string, number>();

async function compressedAsset(url: string): Promise<number> {
  const known = knownAssets.get(url) ?? gzipSync(await (await page.request.get(url)).body()).length;
  knownAssets.set(url, known);
  return known;
}

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
  [mathieu, ['/cases', '/protections', '/plan', '/policy']],
  [sylvie, ['/audit', '/policy']],
] as const;

describe.each(others)('somebody else, %s,', (address, paths) => {
  let own: Page;
  beforeAll(async () => {
    own = await visitors.signIn(address);
  });
  afterAll(async () => {
    await own?.context().close();
  });

  it.each(paths)(
    'finds %s as open as an administrator does',
    async (path) => {
      const answer = await own.goto(`${walked().product.origin}${path}`);
      expect(answer?.status()).toBe(200);
      const faults = await pageFaults(own, pictureFile(`page${path}-${address.split('.')[0]}`));
      expect(faults).toEqual([]);
      const entries = await own.getByRole('navigation').getByRole('link').allTextContents();
      expect(entries).toContain('My protections');
      expect(entries).not.toContain('People');
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
      await plain.goto(`${walked().product.origin}/protections`);
      await plain.getByRole('button', { name: 'Deutsch' }).click();
      expect(new URL(plain.url()).pathname).toBe('/protections');
      expect(await plain.locator('html').getAttribute('lang')).toBe('de');
      await plain.getByRole('link', { name: 'Planen' }).click();
      expect(new URL(plain.url()).pathname).toBe('/plan');
      await plain.getByRole('button', { name: 'Abmelden' }).click();
      await plain.goto(`${walked().product.origin}/cases`);
      expect(new URL(plain.url()).pathname).toBe('/sign-in');
    },
    slowMs,
  );
});

describe('hostile invites', () => hostileWalk(walked));
