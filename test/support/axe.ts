import axe from 'axe-core';
import type { Page } from 'playwright-core';

const run = (options: unknown) => `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html.slice(0, 160), any[0]?.message ?? ''].join(' | '))))`;

/**
 * What axe-core finds on the page that keeps somebody from using it: violations that are serious or critical, one line
 * for each place. The script comes by the debugger, so that a page whose policy allows no script is checked as it is.
 *
 * @param rules `colours`: of a page that was checked before, in a scheme of other colours
 */
export async function axeViolations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  await page.evaluate(axe.source);
  const only = rules === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
  return await page.evaluate<string[]>(run({ resultTypes: ['violations'], ...only }));
}
