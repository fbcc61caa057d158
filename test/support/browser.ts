import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A real browser from the installed packages: nothing is downloaded and nothing has to stand on the machine. Started
 * without the package's own switches, which are for servers without a system: they end the browser with its first
 * page, take away the same-origin policy, and have every page drawn by an emulated graphics card.
 */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // Containers run tests as root and have no small shared memory to spare; playwright takes care of the latter.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    headless: true,
  });
}
