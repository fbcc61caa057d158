import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { servedLinks } from './served-links.ts';

const served = servedLinks();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const views = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => [width, theme] as const),
);

describe('the links in a browser', () => {
  it.each(views)(
    'at %i pixels, %s: styled, nothing to scroll sideways, nothing refused',
    async (width, theme) => {
      const { origin, offer, story } = await served();
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
      const errors: string[] = [];
      page.on('console', (message) => {
        // Browsers ask for an icon by themselves.
        if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
          errors.push(message.text());
      });
      for (const path of [offer, story]) {
        await page.goto(`${origin}${path}`);
        const root = 'document.documentElement';
        expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
        const paper = theme === 'light' ? 'rgb(251, 250, 247)' : 'rgb(23, 22, 20)';
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(paper);
      }
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('undoes the answer at the press of the button', async () => {
    const { gate, origin, story } = await served();
    const page = await browser.newPage();
    await page.goto(`${origin}${story}`);
    await page.getByRole('button', { name: 'Undo the answer' }).click();
    await page.getByText('Undone.').waitFor();
    await gate.act();
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined', 'needsAction']);
    await page.close();
  });
});
