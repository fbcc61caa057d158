import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hostileTexts } from '../../front/app/hostile-texts.ts';
import { launchBrowser } from '../../support/browser.ts';
import { sidewaysFaults } from '../../support/page-in-browser.ts';
import { type RunningProduct, startProduct } from './running-product.ts';
import { claire, createVisitors, ines, mathieu, picture, type Visitors } from './visitors.ts';

const startMs = 240_000;

let product: RunningProduct;
let browser: Browser;
let visitors: Visitors;
let page: Page;

// Whatever an invite can say stands on each page that shows a meeting.
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  visitors = createVisitors(browser, product.origin);
  for (const text of hostileTexts) {
    const description = `${text}\n- ${text}\n- agenda`;
    await product.invite({
      ...{ organizer: ines, attendees: [claire, mathieu], summary: text, description },
      ...{ start: `${product.wednesday}T10:00`, end: `${product.wednesday}T10:30` },
    });
  }
  page = await visitors.signIn(claire, { viewport: { width: 390, height: 900 } });
  await product.untilAnswered(claire, hostileTexts.length);
}, startMs);

afterAll(async () => {
  await browser?.close();
  await product?.close();
}, startMs);

/** What a hostile text did to the page that is open. */
async function harm(): Promise<readonly unknown[]> {
  const hit = await page.evaluate<unknown>('window.hit ?? null');
  const inline =
    '[...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on") || name === "style")).map((element) => element.outerHTML.slice(0, 120))';
  return [
    ...(hit === null ? [] : ['a script ran']),
    ...(await sidewaysFaults(page)),
    ...(await page.evaluate<string[]>(inline)),
    ...visitors.errors(),
  ];
}

async function look(path: string): Promise<void> {
  const answer = await page.goto(`${product.origin}${path}`);
  expect({ path, status: answer?.status(), harm: await harm() }).toEqual({ path, status: 200, harm: [] });
}

describe('hostile invites', () => {
  it.each(['/cases', '/sandbox', '/sandbox/calendars', '/plan', '/protections'])(
    'do nothing on %s, and a phone need not be scrolled sideways',
    async (path) => {
      await look(path);
      await picture(page, `hostile${path}`);
    },
  );

  it('do nothing in the story of any of them, with everything unfolded', async () => {
    await page.goto(`${product.origin}/cases`);
    const links = await page.evaluate<string[]>(
      '[...new Set([...document.querySelectorAll("main a[href^=\'/cases/\']")].map((link) => link.getAttribute("href")))]',
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      await look(link);
      await page.evaluate(
        'document.querySelectorAll("main details").forEach((part) => { part.open = true; })',
      );
      expect({ link, harm: await harm() }).toEqual({ link, harm: [] });
    }
  });

  it('do nothing on the pages that links of mails open', async () => {
    for (const begin of ['/o/', '/c/']) await look(new URL(await product.linkSent(begin)).pathname);
  });
});

/** Forms that take words and change nothing that the next test needs. */
const forms = ['/plan', '/protections', '/policy', '/audit'];

/** Fills every field of words of the form that has most of them, as no browser would hinder it. */
const fill = `(text) => {
  const wordsOf = (form) => [...form.querySelectorAll('textarea,input:not([type]),input[type=text],input[type=search],input[type=email],input[type=number]')];
  const [form] = [...document.querySelectorAll('main form')].sort((one, other) => wordsOf(other).length - wordsOf(one).length);
  form.noValidate = true;
  for (const field of wordsOf(form)) field.value = text;
  return wordsOf(form).length;
}`;

describe.each(forms)('hostile words in the form of %s', (path) => {
  it.each([...hostileTexts.entries()])('come back as text (%i)', async (_, text) => {
    // A form that came back with another text is as good as a fresh one.
    const isThere = new URL(page.url()).pathname === path && (await page.locator('main form').count()) > 0;
    if (!isThere) await page.goto(`${product.origin}${path}`);
    expect(await page.evaluate(`(${fill})(${JSON.stringify(text)})`)).toBeGreaterThan(0);
    const [answer] = await Promise.all([
      page.waitForNavigation(),
      page.evaluate(
        '[...document.querySelectorAll("main form")].find((each) => each.noValidate).requestSubmit()',
      ),
    ]);
    expect(answer?.status()).toBeLessThan(500);
    const found = (await harm()).filter((fault) => !String(fault).startsWith('Failed to load resource'));
    expect(found).toEqual([]);
  });
});
