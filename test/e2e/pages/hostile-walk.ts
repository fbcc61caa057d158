import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hostileTexts } from '../../front/app/hostile-texts.ts';
import { sidewaysFaults } from '../../support/page-in-browser.ts';
import { claire, createVisitors, ines, mathieu, picture, type Visitors } from './visitors.ts';
import type { Walked } from './walked-product.ts';

const inviteMs = 240_000;
/** When the meetings of this walk begin, and no others. */
const minute = '10:15';

/** Forms that take words and change nothing that the next test needs. */
const forms = ['/plan', '/protections', '/policy', '/audit'];

/** Fills every field of words of the form that has most of them, as no browser would hinder it, and sends it. */
const send = `(text) => {
  const wordsOf = (form) => [...form.querySelectorAll('textarea,input:not([type]),input[type=text],input[type=search],input[type=email],input[type=number]')];
  const [form] = [...document.querySelectorAll('main form')].sort((one, other) => wordsOf(other).length - wordsOf(one).length);
  form.noValidate = true;
  for (const field of wordsOf(form)) field.value = text;
  form.requestSubmit();
  return wordsOf(form).length;
}`;

/** Whether a script ran, and what stands in the page as nothing of ours does. */
const traces = `[
  ...(window.hit === undefined ? [] : ['a script ran']),
  ...[...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style')).map((element) => element.outerHTML.slice(0, 120)),
]`;

/** Whatever an invite can say stands on each page that shows a meeting; whatever a form takes comes back. */
export function hostileWalk(walked: () => Walked): void {
  let visitors: Visitors;
  let page: Page;
  const uids: string[] = [];

  beforeAll(async () => {
    const { product, browser } = walked();
    visitors = createVisitors(browser, product.origin);
    for (const text of hostileTexts) {
      const uid = await product.invite({
        ...{ organizer: ines, attendees: [claire, mathieu], summary: text },
        description: `${text}\n- ${text}\n- agenda`,
        ...{ start: `${product.wednesday}T${minute}`, end: `${product.wednesday}T10:45` },
      });
      uids.push(uid);
    }
    page = await visitors.signIn(claire, { viewport: { width: 390, height: 900 } });
    await product.untilAnswered(claire, uids);
  }, inviteMs);

  /** What a hostile text did to the page that is open. */
  async function harm(): Promise<readonly string[]> {
    const found = await page.evaluate<string[]>(traces);
    return [...found, ...(await sidewaysFaults(page)), ...visitors.errors()];
  }

  async function look(path: string): Promise<void> {
    const answer = await page.goto(`${walked().product.origin}${path}`);
    expect({ path, status: answer?.status(), harm: await harm() }).toEqual({ path, status: 200, harm: [] });
  }

  it.each(['/cases', '/cases?show=answered', '/sandbox', '/sandbox/calendars', '/plan', '/protections'])(
    'do nothing on %s, and a phone need not be scrolled sideways',
    async (path) => {
      await look(path);
      await picture(page, `hostile${path}`);
    },
  );

  it('do nothing in the story of any of them, with everything unfolded', async () => {
    await page.goto(`${walked().product.origin}/cases?show=answered`);
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main li a[href^="/cases/"]')].filter((link) => link.closest('li').textContent.includes('${minute}')).map((link) => link.getAttribute('href'))`,
    );
    expect(new Set(links).size).toBe(hostileTexts.length);
    for (const link of new Set(links)) {
      await look(link);
      await page.evaluate(
        'document.querySelectorAll("main details").forEach((part) => { part.open = true; })',
      );
      expect({ link, harm: await harm() }).toEqual({ link, harm: [] });
    }
  });

  it('do nothing on the pages that links of mails open', async () => {
    const { product } = walked();
    const links = await Promise.all([...uids.map(product.offerOf), product.storyOf('<script>')]);
    for (const link of links) await look(new URL(link).pathname);
  });

  describe.each(forms)('as words in the form of %s', (path) => {
    it.each([...hostileTexts.entries()])('come back as text (%i)', async (_, text) => {
      // A form that came back with another text is as good as a fresh one.
      const isThere = new URL(page.url()).pathname === path && (await page.locator('main form').count()) > 0;
      if (!isThere) await page.goto(`${walked().product.origin}${path}`);
      const [answer, fields] = await Promise.all([
        page.waitForNavigation(),
        page.evaluate<number>(`(${send})(${JSON.stringify(text)})`),
      ]);
      expect(fields).toBeGreaterThan(0);
      expect(answer?.status()).toBeLessThan(500);
      const found = (await harm()).filter((fault) => !fault.startsWith('Failed to load resource'));
      expect(found).toEqual([]);
    });
  });
}
