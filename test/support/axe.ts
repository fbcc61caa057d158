import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const run = (options: RunOptions) => `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html.slice(0, 160), any[0]?.message ?? ''].join(' | '))))`;

/**
 * What axe-core finds on the page that keeps somebody from using it: violations that are serious or critical, one line
 * for each place. The script comes by the debugger, so that a page whose policy allows no script is checked as it is,
 * and once: whoever looks at the page again finds it there.
 *
 * @param rules `colours`: of a page that was checked before, in a scheme of other colours
 */
export async function axeViolations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate<boolean>('window.axe?.run !== undefined'))) await page.evaluate(source);
  const only = rules === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  return await page.evaluate<string[]>(run({ resultTypes: ['violations'], ...only }));
}
