import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Walked } from './walked-product.ts';

/** Seconds on a machine that has nothing else to do. */
const patienceMs = 240_000;
const pictures = process.env.SCREENSHOTS;

async function openAt({ browser, product }: Walked, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(product.origin);
  return page;
}

async function picture(page: Page, scene: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${scene}-${page.viewportSize()?.width}.png`) });
}

const sendButton = (page: Page): Locator => page.getByRole('button', { name: 'Send this invite' }).first();

/** The latest line of the log in which somebody does something with a meeting. */
const lineOf = (page: Page, sentence: string): Locator =>
  page.locator('#happenings > li').filter({ hasText: sentence }).first();

/** What a calendar of the page shows of the status meeting on Wednesday. */
const statusOf = (page: Page, name: string): Locator =>
  page
    .locator('.sandbox-week')
    .filter({ hasText: name })
    .locator('.sandbox-entry')
    .filter({ hasText: 'Weekly status' });

async function sendAndWait(page: Page): Promise<number> {
  const sentMs = performance.now();
  await sendButton(page).click();
  for (const guest of ['Claire Marchetti', 'Mathieu Roche'])
    await lineOf(page, `${guest} declined`).waitFor();
  return (performance.now() - sentMs) / 1000;
}

/** Looks at the latest case of somebody as they do, and undoes what was answered. */
async function undoAs(page: Page, name: string): Promise<void> {
  const [firstName = ''] = name.split(' ');
  await lineOf(page, `${name} declined`)
    .getByRole('button', { name: `See it as ${name}` })
    .click();
  await page.waitForURL(/\/cases\/[\w-]+$/);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Weekly status');
  expect(await page.locator('main').textContent()).toContain('kept free of meetings');
  await picture(page, `case-${firstName.toLowerCase()}`);
  await page.locator('form[action$="/undo"] button').click();
  await page.getByRole('status').waitFor();
  await picture(page, `undone-${firstName.toLowerCase()}`);
}

/** With script the calendars follow by themselves. */
async function expectAnswer(entry: Locator, answer: string): Promise<void> {
  await entry.filter({ hasText: answer }).first().waitFor();
}

/**
 * The story that `start` prints: an invite is sent, both calendars answer it with a reason and an offer, and each guest
 * takes the answer back. For a product in which nothing has happened. SCREENSHOTS=FOLDER keeps a picture of each scene.
 */
export function firstMinute(walked: () => Walked): void {
  it(
    'is an invite on Wednesday, declined in both calendars, looked into and undone by Claire',
    async () => {
      const page = await openAt(walked(), 1280, 800);
      expect(new URL(page.url()).pathname).toBe('/sandbox');
      const button = await sendButton(page).boundingBox();
      expect(button === null ? null : button.y + button.height).toBeLessThan(800);
      await picture(page, 'begin');
      const seconds = await sendAndWait(page);
      process.stderr.write(`answered in both calendars, and seen, ${seconds.toFixed(1)} s after the click\n`);
      await picture(page, 'answered');
      for (const guest of ['Claire Marchetti', 'Mathieu Roche'])
        expect(await lineOf(page, `${guest} declined`).textContent()).toContain('kept free of meetings');
      await expectAnswer(statusOf(page, 'Claire Marchetti'), 'declined');
      await expectAnswer(statusOf(page, 'Mathieu Roche'), 'declined');
      // One voice for each meeting: whoever was first carries the offer, and the other answer leads to the same.
      const offers = page.getByRole('link', { name: 'Open the offer' });
      const paths = await offers.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect([paths.length, new Set(paths).size]).toEqual([2, 1]);
      await offers.first().click();
      await page.waitForURL(/\/o\/[\w-]{22}$/);
      const offer = await page.locator('main').textContent();
      expect(offer).toContain('bookings');
      expect(offer).toContain('label printing');
      await picture(page, 'offer');
      await page.goBack();
      await undoAs(page, 'Claire Marchetti');
      await page.goto(`${walked().product.origin}/sandbox`);
      await lineOf(page, 'Claire Marchetti’s answer').waitFor();
      await expectAnswer(statusOf(page, 'Claire Marchetti'), 'not answered');
      await picture(page, 'open-again');
      await page.context().close();
    },
    patienceMs,
  );

  it(
    'is the same on a phone, where Mathieu undoes and Outlook can only say maybe',
    async () => {
      const page = await openAt(walked(), 390, 844);
      await page.goto(`${walked().product.origin}/sandbox`);
      const button = await sendButton(page).boundingBox();
      expect(button === null ? null : button.y + button.height).toBeLessThan(844);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await picture(page, 'begin');
      await undoAs(page, 'Mathieu Roche');
      await page.goto(`${walked().product.origin}/sandbox`);
      await lineOf(page, 'Mathieu Roche keeps').waitFor();
      await page.getByText('Show both calendars').click();
      await expectAnswer(statusOf(page, 'Mathieu Roche'), 'maybe');
      await picture(page, 'open-again');
      await page.context().close();
    },
    patienceMs,
  );

  it(
    'lets the incident through on the same day, and leaves its answer to the people',
    async () => {
      const page = await openAt(walked(), 1280, 800);
      await page.getByRole('button', { name: 'A production incident on Wednesday' }).click();
      const line = lineOf(page, 'Production is down');
      await page.locator('.happened.judged').filter({ hasText: 'may meet' }).first().waitFor();
      expect(await line.count()).toBe(1);
      expect(await page.locator('.happened.answer').filter({ hasText: 'Production' }).count()).toBe(0);
      await page.context().close();
    },
    patienceMs,
  );
}
