import { describe, expect, it } from '@jest/globals';
import { figuresOf, separateGroups } from '../../../src/app/team/group-figures.ts';
import { mailboxesByAddress, memberOf } from '../../../src/app/team/members.ts';
import { teamsView } from '../../../src/app/team/team-view.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';
import { createPolicyGuide } from '../../../src/config/policy/guide/create-policy-guide.ts';
import { colleague, dayMs, invite, nowMs, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates } from '../effects/live-gate.ts';

const openGate = liveGates();
const parts = { desk: createPolicyDesk(), guide: createPolicyGuide() };
const names = ['ann', 'ben', 'cleo', 'dan'];

const viewOf = (gate: LiveGate, ledTeams: readonly string[], isAdministrator = false) =>
  teamsView({ ...gate.deps, ...parts }, gate.organizationId, {
    address: 'lena@kiln.example',
    name: null,
    roles: isAdministrator ? ['person', 'administrator'] : ['person', 'lead'],
    ledTeams,
  });

async function teamOfFive(gate: LiveGate): Promise<void> {
  const addresses = names.map((name) => `${name}@kiln.example`);
  for (const address of addresses) await gate.connect(address);
  await gate.inside(async (tx) => {
    const { policyText } = await tx.organizations.read();
    const team = `teams: { Core: { members: [${[owner, ...addresses].join(', ')}] } }\n`;
    await tx.organizations.change({ policyText: `${policyText}${team}` });
  });
}

describe('figures of a team', () => {
  it('are shown for five, over thirty days, and not for four', async () => {
    const gate = await openGate('google');
    await teamOfFive(gate);
    invite(gate.world, { summary: 'One' });
    invite(gate.world, { summary: 'Two' });
    await gate.pull();
    await gate.act();
    const [core] = (await viewOf(gate, ['Core'])).teams;
    expect(core?.figures).toEqual({ kind: 'shown', mailboxes: 5, declines: 2, offers: 2, prompts: 0 });
    const ids = await gate.inside(async (tx) => (await tx.mailboxes.summaries()).map(({ id }) => id));
    const later = nowMs + 31 * dayMs;
    const figures = (mailboxIds: readonly string[], atMs: number, isSeparate = true) =>
      gate.inside((tx) => figuresOf(tx, { mailboxIds, isSeparate }, atMs));
    expect(await figures(ids, later)).toMatchObject({ kind: 'shown', declines: 0, offers: 0 });
    // The same mailbox by two of its addresses is one.
    const [first = '', ...others] = ids;
    expect(await figures([first, first, ...others.slice(0, 3)], nowMs)).toEqual({
      ...{ kind: 'too-few', mailboxes: 4 },
    });
    expect(await figures([], nowMs)).toEqual({ kind: 'too-few', mailboxes: 0 });
    expect(await figures(ids, nowMs, false)).toEqual({ kind: 'too-alike', mailboxes: 5 });
  });

  it.each([
    ['one person more', ['abcde', 'abcdef'], [0]],
    ['four people more', ['abcde', 'abcdefghi'], [0]],
    ['five people more', ['abcde', 'abcdefghij'], [0, 1]],
    ['two people instead of two', ['abcdef', 'abcdgh'], [0]],
    ['the same people', ['abcde', 'edcba'], [0, 1]],
    ['nobody in common', ['abcde', 'fghij'], [0, 1]],
    ['a group too small to be compared with', ['abcd', 'abcdef'], [1]],
    ['a group like one that is withheld', ['abcdefg', 'abcdef', 'abfghijk'], [0, 2]],
    ['one mailbox twice', ['aabcd'], []],
  ])('are kept apart so that subtracting tells of nobody: %s', (_what, groups, shown) => {
    expect([...separateGroups(groups.map((ids) => [...ids]))]).toEqual(shown);
  });

  it('are withheld of a team that is almost another one, for whoever leads only that one as well', async () => {
    const gate = await openGate('google');
    await teamOfFive(gate);
    await gate.connect('zoe@kiln.example');
    await gate.inside(async (tx) => {
      const { policyText } = await tx.organizations.read();
      const more = [owner, ...names.map((name) => `${name}@kiln.example`), 'zoe@kiln.example'];
      const both = (policyText ?? '').replace(
        'teams: {',
        `teams: { More: { members: [${more.join(', ')}] }, `,
      );
      await tx.organizations.change({ policyText: both });
    });
    const kinds = async (...view: Parameters<typeof viewOf>) =>
      (await viewOf(...view)).teams.map(({ name, figures }) => [name, figures.kind]);
    expect(await kinds(gate, [], true)).toEqual([
      ['More', 'shown'],
      ['Core', 'too-alike'],
    ]);
    expect(await kinds(gate, ['Core'])).toEqual([['Core', 'too-alike']]);
  });

  it('count the hints of a rule that only warns', async () => {
    const gate = await openGate('google', { enforcement: 'warn' });
    await teamOfFive(gate);
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const [core] = (await viewOf(gate, ['Core'])).teams;
    expect(core?.figures).toMatchObject({ declines: 0, prompts: 1 });
  });
});

describe('whom a view shows', () => {
  it('is the teams that one leads, and everything for an administrator', async () => {
    const gate = await openGate('google');
    await gate.connect('zoe@kiln.example');
    await teamOfFive(gate);
    expect((await viewOf(gate, [])).teams).toEqual([]);
    expect(await viewOf(gate, ['Core'])).toMatchObject({ teams: [{ name: 'Core' }], organization: null });
    const all = await viewOf(gate, [], true);
    expect(all.teams.map(({ name }) => name)).toEqual(['Core']);
    expect(all.organization?.others.map(({ address }) => address)).toEqual(['zoe@kiln.example']);
  });

  it('holds no word of an invite, whoever looks', async () => {
    const gate = await openGate('google');
    await teamOfFive(gate);
    invite(gate.world, { summary: 'Zebra crossing', location: 'Quagga hall' });
    await gate.pull();
    await gate.act();
    const seen = JSON.stringify([await viewOf(gate, ['Core']), await viewOf(gate, [], true)]);
    for (const word of ['Zebra', 'Quagga', 'invited', (await gate.onlyCase()).uid])
      expect(seen).not.toContain(word);
  });
});

describe('the mailbox of a member', () => {
  it('is found by its aliases, an own address first', async () => {
    const gate = await openGate('google');
    const carls = await gate.connect(colleague);
    await gate.inside((tx) =>
      tx.mailboxes.change(gate.mailboxId, { otherAddresses: ['o.owner@kiln.example', colleague] }),
    );
    const byAddress = mailboxesByAddress(await gate.inside((tx) => tx.mailboxes.summaries()));
    expect(byAddress.get('o.owner@kiln.example')?.id).toBe(gate.mailboxId);
    expect(byAddress.get(colleague)?.id).toBe(carls);
  });

  it('says its state and its problem', async () => {
    const gate = await openGate('google');
    const problem = { code: 'sign-in-required', sinceMs: nowMs } as const;
    const untilMs = nowMs + 7 * dayMs;
    const change = { state: 'observing', observingUntilMs: untilMs, problem } as const;
    await gate.inside((tx) => tx.mailboxes.change(gate.mailboxId, change));
    const [mailbox] = await gate.inside((tx) => tx.mailboxes.summaries());
    expect(memberOf(owner, mailbox)).toEqual({
      ...{ address: owner, mailbox: { state: 'observing', untilMs }, problem },
    });
    expect(memberOf(owner, undefined)).toEqual({
      ...{ address: owner, mailbox: { state: 'missing' }, problem: null },
    });
  });
});
