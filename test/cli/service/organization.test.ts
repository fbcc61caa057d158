import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Log } from '../../../src/app/ports/surroundings.ts';
import { ensureOrganization } from '../../../src/cli/service/organization.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';

const sample = readFileSync(new URL('../../../src/cli/sample/sandbox-policy.yaml', import.meta.url), 'utf8');
const claire = 'claire.marchetti@halden.example';
const nowMs = Date.UTC(2026, 10, 23, 9);

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** One installation through its starts. */
function installation(name: string) {
  const { store } = opened;
  const warnings: string[] = [];
  const log: Log = { info: () => {}, warn: (event) => warnings.push(event), error: () => {} };
  const start = (policyText: string | null, observeDays: number | null = null) =>
    ensureOrganization({ store, clock: { nowMs: () => nowMs }, log }, { name, policyText, observeDays });
  const inside = async <T>(work: Parameters<typeof store.inOrganization<T>>[1]) =>
    store.inOrganization(await start(null), work);
  return {
    start,
    warnings,
    stored: () => inside((tx) => tx.organizations.read()),
    write: (policyText: string) => inside((tx) => tx.organizations.change({ policyText })),
    earlier: () =>
      inside(async ({ earlierPolicies }) => [
        (await earlierPolicies.list()).map(({ version }) => version),
        await earlierPolicies.find(2),
      ]),
    acts: async () => {
      const rows = await inside((tx) => tx.audit.after(0, 100));
      return rows.map(({ action, content }) => [action, content?.data]);
    },
  };
}

/** What somebody changes on a page. */
function pausedBy(text: string): string {
  const changed = createPolicyDesk().changePerson(text, claire, { pause: true });
  if (!changed.ok) throw new Error('the sample policy should take a pause');
  return changed.text;
}

describe('the policy file at a start', () => {
  it('is taken once, and what people change on pages survives every later start', async () => {
    const { start, stored, write, warnings, acts } = installation('Halden');
    await start(sample);
    expect(await stored()).toMatchObject({ policyText: sample, policyVersion: 1 });
    await write(pausedBy(sample));
    await start(sample);
    await start(null);
    expect(await stored()).toMatchObject({ policyText: pausedBy(sample), policyVersion: 2 });
    expect(warnings).toEqual([]);
    expect(await acts()).toEqual([['policy.changed', { from: 'file', version: 1 }]]);
  });

  it('is taken again where only the file changed', async () => {
    const { start, stored, warnings, acts } = installation('Only the file');
    const other = `${sample}# Revised.\n`;
    await start(sample);
    await start(other);
    expect((await stored()).policyText).toBe(other);
    expect(warnings).toEqual([]);
    expect((await acts()).map(([action]) => action)).toEqual(['policy.changed', 'policy.changed']);
  });

  it('wins where both changed, which is said and keeps what it replaced', async () => {
    const { start, stored, write, warnings, earlier, acts } = installation('Both');
    const other = `${sample}# Revised.\n`;
    await start(sample);
    await write(pausedBy(sample));
    await start(other);
    expect((await stored()).policyText).toBe(other);
    expect(warnings).toEqual(['policy-replaced-by-file']);
    expect((await acts()).at(-1)).toEqual([
      'policy.replaced-by-file',
      { replaced: digestOf(pausedBy(sample)), by: digestOf(other), version: 3 },
    ]);
    const replaced = { replacedMs: nowMs, replacedBy: 'operator' };
    expect(await earlier()).toEqual([[2], { version: 2, text: pausedBy(sample), ...replaced }]);
    await start(other);
    expect((await acts()).length).toBe(2);
  });

  it('that says the same as the pages replaces nothing', async () => {
    const { start, stored, write, warnings } = installation('Exported');
    await start(sample);
    await write(pausedBy(sample));
    await start(pausedBy(sample));
    expect(await stored()).toMatchObject({ policyText: pausedBy(sample), policyVersion: 2 });
    expect(warnings).toEqual([]);
  });

  it('replaces what was written before there was a file, and says so', async () => {
    const { start, write, warnings } = installation('Late file');
    await start(null, 3);
    await write(pausedBy(sample));
    await start(sample);
    expect(warnings).toEqual(['policy-replaced-by-file']);
  });
});
