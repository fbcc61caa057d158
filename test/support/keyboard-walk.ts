import type { Page } from 'playwright-core';

/** Elements that Tab should reach, in the order of the document; of a group of radio buttons the one that holds it. */
const reachable = `[...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')].filter((element) => {
  if (element.disabled || element.tabIndex < 0 || element.type === 'hidden') return false;
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  if (element.type !== 'radio') return true;
  const group = [...document.querySelectorAll('input[type=radio]')].filter((radio) => radio.name === element.name && radio.form === element.form);
  return element === (group.find((radio) => radio.checked) ?? group[0]);
})`;

const nameOf = `(element) => [element.localName, element.name ?? '', (element.textContent || element.value || '').trim().slice(0, 40)].join(' ')`;

/** Position of the focused element in `reachable`, and whether its focus can be seen. */
const focused = `() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isVisible = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.height > 0;
  return { at: window.walked.indexOf(element), name: (${nameOf})(element), isSeen: isVisible && isOnScreen };
}`;

interface Focused {
  readonly at: number;
  readonly name: string;
  readonly isSeen: boolean;
}

/** Goes to the beginning; from then on the page notes where the focus is after each Tab. */
const begin = `(() => {
  window.walked = ${reachable};
  window.noted = [];
  if (!window.isNoting) addEventListener('keyup', ({ key }) => { if (key === 'Tab') window.noted.push((${focused})()); }, true);
  window.isNoting = true;
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
  return window.walked.map(${nameOf});
})()`;

/**
 * Walks a page by Tab from its beginning to its end.
 *
 * @returns what is wrong: elements that are skipped, out of order, a trap, or whose focus cannot be seen
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const names = await page.evaluate<string[]>(begin);
  const faults: string[] = [];
  let expected = 0;
  // A field of a date takes a Tab for each of its parts.
  for (let presses = 0; presses < names.length * 6 + 10; ) {
    for (const focus of await press(page, names.length - expected + 1)) {
      presses += 1;
      if (focus === null)
        return [...faults, ...names.slice(expected).map((name) => `never reached: ${name}`)];
      if (focus.at === expected - 1) continue;
      if (focus.at === 0 && expected === names.length) return faults;
      if (focus.at !== expected)
        faults.push(`out of order: ${focus.name} instead of ${names[expected] ?? 'the end'}`);
      if (!focus.isSeen) faults.push(`focus cannot be seen: ${focus.name}`);
      expected = focus.at + 1;
    }
  }
  return [...faults, 'Tab does not come to the end'];
}

/** @returns where the focus was after each Tab; null where it was nowhere, or no longer in the page */
async function press(page: Page, times: number): Promise<readonly (Focused | null)[]> {
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Tab');
  const noted = await page.evaluate<(Focused | null)[]>('window.noted.splice(0)');
  return Array.from({ length: times }, (_, at) => noted[at] ?? null);
}
