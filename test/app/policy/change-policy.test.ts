import { expect, it } from '@jest/globals';
import { changePolicy } from '../../../src/app/policy/change-policy.ts';
import { onEachEngine } from '../../store/on-each-engine.ts';

const clock = { nowMs: () => Date.parse('2026-11-23T08:00:00Z') };
const act = { actor: 'ada@kiln.example', action: 'policy.changed', subject: null } as const;

onEachEngine('changing the policy', ({ organization }) => {
  it('of several at once from the same version one is saved, the others are told', async () => {
    const { store, organizationId } = await organization();
    const changes = ['monday', 'tuesday', 'friday'].map((day) =>
      changePolicy(
        { store, clock },
        organizationId,
        0,
        () => ({ ok: true, text: `organization: { noMeetingDays: [${day}] }\n` }),
        act,
      ),
    );
    const kinds = (await Promise.all(changes)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'saved']);
    const query = { before: null, most: 5, action: null, person: null };
    const [read, entries] = await store.inOrganization(
      organizationId,
      async (tx) => [await tx.organizations.read(), await tx.audit.page(query)] as const,
    );
    expect(read.policyVersion).toBe(1);
    expect(entries).toHaveLength(1);
  });

  it('keeps the text that it replaces, and of many the newest fifty', async () => {
    const { store, organizationId } = await organization();
    const other = await organization();
    for (let version = 0; version < 52; version += 1)
      await changePolicy(
        { store, clock },
        organizationId,
        version,
        () => ({ ok: true, text: `# ${version + 1}\n` }),
        act,
      );
    await store.inOrganization(organizationId, async ({ earlierPolicies }) => {
      const kept = await earlierPolicies.list();
      expect(kept.map(({ version }) => version)).toEqual(
        Array.from({ length: 50 }, (_, index) => 51 - index),
      );
      const replaced = { replacedMs: clock.nowMs(), replacedBy: act.actor };
      expect(await earlierPolicies.find(7)).toEqual({ version: 7, text: '# 7\n', ...replaced });
      expect(await earlierPolicies.find(1)).toBeNull();
    });
    const theirs = await other.store.inOrganization(other.organizationId, (tx) => tx.earlierPolicies.list());
    expect(theirs).toEqual([]);
  });

  it('writes nothing, and enters nothing, where it is refused or the same', async () => {
    const { store, organizationId } = await organization();
    const problem = { place: '1:1', key: 'teams', what: 'no', remedy: 'none' };
    const refused = await changePolicy(
      { store, clock },
      organizationId,
      0,
      () => ({ ok: false, problems: [problem] }),
      act,
    );
    expect(refused).toEqual({ kind: 'refused', problems: [problem] });
    const edit = (text: string | null) => ({ ok: true, text: text ?? '# new\n' }) as const;
    expect(await changePolicy({ store, clock }, organizationId, 0, edit, act)).toEqual({
      ...{ kind: 'saved', version: 1 },
    });
    expect(await changePolicy({ store, clock }, organizationId, 1, edit, act)).toEqual({ kind: 'same' });
    const query = { before: null, most: 5, action: null, person: null };
    const entries = await store.inOrganization(organizationId, (tx) => tx.audit.page(query));
    expect(entries.map(({ content }) => content?.data)).toMatchObject([{ version: 1, before: null }]);
  });
});
