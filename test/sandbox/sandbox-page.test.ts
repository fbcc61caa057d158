import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { notificationFaultKinds } from '../../src/sandbox/delivery/notification-faults.ts';
import { faultKinds } from '../../src/sandbox/faults/fault-plan.ts';
import { switches } from '../../src/sandbox/switches.ts';

const page = 'docs/sandbox.md';

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const tables = {
  '| kind | what happens |\n|---|---|': Object.entries(faultKinds).map(([kind, about]) =>
    row(`\`${kind}\``, about),
  ),
  '| kind | what happens to a notification |\n|---|---|': Object.entries(notificationFaultKinds).map(
    ([kind, about]) => row(`\`${kind}\``, about),
  ),
  '| switch | positions | about |\n|---|---|---|': Object.entries(switches).map(
    ([name, { positions, about }]) =>
      row(`\`${name}\``, positions.map((position) => `\`${position}\``).join(', '), about),
  ),
};

/** The page with its tables as the code has them now. */
function renewed(text: string): string {
  let fresh = text;
  for (const [head, rows] of Object.entries(tables)) {
    const from = fresh.indexOf(head) + head.length;
    const rest = fresh.slice(from).replace(/^(?:\n\|[^\n]*)*/, '');
    fresh = `${fresh.slice(0, from)}\n${rows.join('\n')}${rest}`;
  }
  return fresh;
}

// Written anew by: UPDATE_DOCS=1 npm test -- test/sandbox/sandbox-page
beforeAll(() => {
  if (process.env.UPDATE_DOCS) writeFileSync(page, renewed(readFileSync(page, 'utf8')));
});

describe('the page about the sandbox', () => {
  it('has current tables of faults and switches', () => {
    const text = readFileSync(page, 'utf8');
    expect(text).toBe(renewed(text));
    for (const head of Object.keys(tables)) expect(text.split(head)).toHaveLength(2);
  });
});
