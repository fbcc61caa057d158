import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';

const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Elements that stand out of the window to the right, so that a message can name them. */
const sticksOut = `[...document.body.querySelectorAll('*')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1 && element.closest('.table-scroll,.visually-hidden,.skip') === null)
  .slice(0, 3).map((element) => element.outerHTML.slice(0, 120))`;

/** Targets smaller than 24 by 24 px that are not words in a sentence (WCAG 2.2, 2.5.8). */
const smallTargets = `[...document.querySelectorAll('button,summary,select,input:not([type=hidden]),a.button,nav a')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => {
    const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
    return width > 1 && (height < 43.5 || width < 24);
  })
  .map((element) => element.outerHTML.slice(0, 120))`;

/**
 * Looks at a page as it stands at 390 and 1280 px, light and dark.
 *
 * @param picture where the pictures go, without the ending; null for none
 * @returns what is wrong, one line each
 */
export async function pageFaults(page: Page, picture: string | null = null): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    // Nothing is looked at while its colour still changes.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = [
      ...(await sidewaysFaults(page)),
      ...(await page.evaluate<string[]>(smallTargets)).map((html) => `small target: ${html}`),
      ...(await axeViolations(page, colorScheme === 'dark' ? 'colours' : 'all')),
    ];
    faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`));
    if (picture !== null)
      await page.screenshot({ path: `${picture}-${width}-${colorScheme}.png`, fullPage: true });
  }
  return faults;
}

/** What would have to be scrolled sideways to. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (over <= 0) return [];
  return [`${over} px sideways: ${(await page.evaluate<string[]>(sticksOut)).join(' ')}`];
}
