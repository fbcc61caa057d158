import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { filled, statusRound } from '../../app/plan/plan-entries.ts';
import { colleague, outside, owner } from '../../contract/world.ts';
import { type ServedPages, servedPages } from '../../http/pages/served-pages.ts';
import { launchBrowser } from '../../support/browser.ts';
import { keyboardFaults } from '../../support/keyboard-walk.ts';
import { pageFaults, sidewaysFaults } from '../../support/page-in-browser.ts';
import { picture, pictureFile } from './visitors.ts';

const open = servedPages();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

interface Planning extends ServedPages {
  readonly page: Page;
  readonly errors: readonly string[];
}

/** Olga in a browser of her own, at the form. */
async function planning(locale: string, javaScriptEnabled = true): Promise<Planning> {
  const served = await open();
  await served.gate.connect(colleague);
  await served.gate.pull();
  const context = await browser.newContext({ locale, javaScriptEnabled, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${served.origin}/sign-in?to=/plan`);
  await page.locator(`main button[name=address][value="${owner}"]`).click();
  await page.waitForURL('**/plan*');
  return { ...served, page, errors };
}

async function fillIn(page: Page, fields: ReturnType<typeof filled>): Promise<void> {
  await page.locator('[name=purpose]').selectOption(fields.purpose);
  await page.locator('[name=date]').fill(fields.date);
  await page.locator('[name=description]').fill(fields.description);
  await page.locator('[name=guests]').fill(fields.guests);
  await page.locator('[name=title]').fill(fields.title);
}

/** Words and addresses that do not break by themselves. */
const wordy = statusRound({ guests: `${colleague}, ${outside}`, description: `- ${'x'.repeat(300)}` });

const patience = { timeout: 20_000 };

describe('planning in a browser', () => {
  it('judges while somebody types, keeps what they type, and creates the meeting', async () => {
    const { page, errors, gate } = await planning('en-GB');
    await fillIn(page, filled());
    await page.getByText('This is worth meeting for.').first().waitFor(patience);
    expect(await page.locator('#panel-said').textContent()).toBe('This is worth meeting for.');
    expect(await page.evaluate('document.activeElement?.name')).toBe('title');
    await page.getByRole('button', { name: 'Create the meeting' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your meeting is created' }).waitFor(patience);
    expect(gate.world.sandbox.parts.engine.copies(colleague)).toHaveLength(1);
    expect(errors).toEqual([]);
  }, 60_000);

  it('takes the focus from nobody who is in the panel when it changes', async () => {
    const { page, errors } = await planning('en-GB');
    await fillIn(page, statusRound());
    await page.locator('#act-create').waitFor(patience);
    await page.locator('[name=title]').fill('Weekly status update of the platform');
    await page.locator('[name=because]').fill('The team has not met for weeks.');
    await page.locator('#act-create').focus();
    const seen = await page.locator('[name=seen]').inputValue();
    await page.locator(`[name=seen]:not([value="${seen}"])`).waitFor({ ...patience, state: 'attached' });
    expect(await page.evaluate('document.activeElement.id')).toBe('act-create');
    expect(await page.locator('[name=because]').inputValue()).toBe('The team has not met for weeks.');
    expect(errors).toEqual([]);
  }, 60_000);

  it('needs no script', async () => {
    const { page, gate } = await planning('en-GB', false);
    await fillIn(page, statusRound());
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('This can be settled in writing.').first().waitFor(patience);
    await page.locator('button[name=slot]').first().click();
    await page.locator('button[name=slot][aria-pressed=true]').waitFor(patience);
    await page.locator('[name=because]').fill('The team has not met for weeks.');
    await page.getByRole('button', { name: 'Create the meeting all the same' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your meeting is created' }).waitFor(patience);
    expect(gate.world.sandbox.parts.engine.copies(colleague)).toHaveLength(1);
  }, 60_000);

  it('keeps nobody out, with everything on it', async () => {
    const { page, errors } = await planning('en-GB');
    await fillIn(page, wordy);
    await page.locator('.plan-people').waitFor(patience);
    expect(await pageFaults(page, pictureFile('plan-judged'))).toEqual([]);
    expect(await keyboardFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  }, 60_000);

  it('has room for German words on a phone', async () => {
    const { page } = await planning('de-DE');
    await page.setViewportSize({ width: 390, height: 900 });
    await fillIn(page, wordy);
    await page.locator('.plan-people').waitFor(patience);
    await picture(page, 'plan-german-390');
    expect(await sidewaysFaults(page)).toEqual([]);
  }, 60_000);
});
