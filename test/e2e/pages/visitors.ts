import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** People of the invented company in browsers of their own. */
export interface Visitors {
  readonly signIn: (address: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What the consoles of all of them said went wrong since somebody asked. */
  readonly errors: () => string[];
}

export const claire = 'claire.marchetti@halden.example';
export const mathieu = 'mathieu.roche@halden.example';
export const sylvie = 'sylvie.aubry@halden.example';
export const ines = 'ines.belkacem@halden.example';

export function createVisitors(browser: Browser, origin: string): Visitors {
  const errors: string[] = [];
  return {
    signIn: async (address, options = {}) => {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => errors.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
      });
      await page.goto(`${origin}/sign-in?to=/protections`);
      await page.locator(`main button[name=address][value="${address}"]`).click();
      await page.waitForURL('**/protections*');
      return page;
    },
    errors: () => errors.splice(0),
  };
}

/** The whole of one window, for whoever wants to see it; nothing where no folder for pictures is named. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = pictureFile(name);
  if (file !== null) await page.screenshot({ path: `${file}.png`, fullPage: true });
}

/** Where a picture of this name goes, without its ending; null where nobody wants one. */
export function pictureFile(name: string): string | null {
  const folder = process.env.SCREENSHOTS ?? null;
  return folder && `${folder}/${name.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-|-$/g, '')}`;
}
