import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderAuditPage } from '../../src/front/report/audit-page.tsx';
import { sampleAudit, usualMonth } from '../front/report/sample-audit.ts';
import { launchBrowser } from '../support/browser.ts';

const widths = [390, 1280] as const;
const themes = ['light', 'dark'] as const;
const cases = widths.flatMap((width) => themes.map((theme) => [width, theme] as const));

let browser: Browser;
let html: string;

beforeAll(async () => {
  html = await renderAuditPage(sampleAudit(usualMonth));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** Opens the page from nowhere, so that anything it loads is a request that can be counted. */
async function open(
  width: number,
  theme: 'light' | 'dark',
): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.setContent(html, { waitUntil: 'load' });
  return { page, requests, errors };
}

describe('the audit page in a browser', () => {
  it.each(cases)(
    'at %i pixels, %s: nothing to scroll sideways, nothing loaded, no error',
    async (width, theme) => {
      const { page, requests, errors } = await open(width, theme);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect({ overflow, requests, errors }).toEqual({ overflow: 0, requests: [], errors: [] });
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('svg[role=img], [role=img] svg').count()).toBeGreaterThanOrEqual(3);
      await page.close();
    },
  );

  it('runs no script of an invite and shows its markup as text', async () => {
    const page = await browser.newPage();
    const hostile = sampleAudit(usualMonth);
    const meetings = hostile.meetings.map((meeting) => ({
      ...meeting,
      summary: '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
    }));
    await page.setContent(await renderAuditPage({ ...hostile, meetings }), { waitUntil: 'load' });
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('body').textContent()).toContain('<img src=x');
    await page.close();
  });
});
