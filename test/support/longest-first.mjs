import TestSequencer from '@jest/test-sequencer';

/**
 * Files that take longest on a machine that has run none yet, where nothing but their size would order them. Those that
 * compute stand beside those that wait.
 */
const longest = [
  'e2e/pages/every-page',
  'providers/storm/microsoft',
  'providers/storm/google',
  'faults/faults',
  'sandbox/fuzz/google',
  'cli/installation',
  'core/fairness/find-slots-oracle',
  'cli/start',
  'e2e/live/processes',
  'sandbox/fuzz/microsoft',
  'e2e/live/google-switches',
  'contract/google-switches',
  'e2e/live/microsoft-switches',
  'jobs/killed-worker',
  'jobs/lost-database',
];

/** The longest files begin first: one that began last would run alone, while the other cores have nothing to do. */
// biome-ignore lint/style/noDefaultExport: jest takes the default export.
export default class LongestFirst extends TestSequencer {
  /** @param {Array<{ path: string }>} tests */
  async sort(tests) {
    const others = await super.sort(tests);
    return others.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** @param {{ path: string }} test */
function placeOf({ path }) {
  const place = longest.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return place < 0 ? longest.length : place;
}
