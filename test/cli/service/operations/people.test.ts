import { describe, expect, it } from '@jest/globals';
import type { Service } from '../../../../src/cli/service/create-service.ts';
import { auditLog } from '../../../../src/cli/service/operations/audit-log.ts';
import { brakeStop } from '../../../../src/cli/service/operations/brake.ts';
import { cases } from '../../../../src/cli/service/operations/cases.ts';
import { erase } from '../../../../src/cli/service/operations/people.ts';
import { type LiveGate, liveGates } from '../../../app/effects/live-gate.ts';
import { colleague, invite, owner } from '../../../contract/world.ts';

const openGate = liveGates();

/** What these operations take of the product. */
const serviceOf = ({ deps, organizationId }: LiveGate) =>
  ({
    ...{ deps, organizationId, store: deps.store, works: false },
    settings: { ADMINISTRATORS: [colleague], AUDITORS: null },
  }) as unknown as Service;

describe.each(['google', 'microsoft'] as const)('the command "erase" on %s', (name) => {
  it('leaves the mailbox, waits for that, and erases the person', async () => {
    const gate = await openGate(name);
    invite(gate.world);
    await gate.pull();
    await gate.act();
    const erased = await erase.run(serviceOf(gate), { address: owner });
    expect(erased).toMatchObject({ ok: true, value: { kind: 'erased', number: 1, mailboxes: 1 } });
    expect(await gate.inside(({ erasing }) => erasing.mailboxIds())).toEqual([]);
    // What was answered is the person's own word by now.
    expect(gate.answers()).toHaveLength(1);
  });
});

describe('the command "erase"', () => {
  it('refuses who is named in the settings', async () => {
    const gate = await openGate('google');
    expect(await erase.run(serviceOf(gate), { address: colleague })).toMatchObject({
      ok: false,
      problems: [{ place: colleague, remedy: expect.stringContaining('ADMINISTRATORS') }],
    });
  });

  it('takes one address', () => {
    expect(erase.input.safeParse({ address: ' Ann@Acme.example ' }).data).toEqual({
      address: 'ann@acme.example',
    });
    for (const address of ['ann', 'ann@', 'a b@acme.example', ''])
      expect(erase.input.safeParse({ address }).success).toBe(false);
  });
});

describe('the command "cases"', () => {
  it('says in the audit log whose titles were read', async () => {
    const gate = await openGate('google');
    const listed = await cases.run(serviceOf(gate), { address: owner, most: 20 });
    expect(listed.ok).toBe(true);
    await cases.run(serviceOf(gate), { most: 20 });
    const rows = await gate.inside(({ audit }) => audit.after(0, 9));
    expect(rows.map(({ action, content }) => [action, content?.actor, content?.subject])).toEqual([
      ['cases.read', 'operator', owner],
      ['cases.read', 'operator', null],
    ]);
  });
});

describe('the command "audit-log"', () => {
  it('lists what was done, and verifies it, also against a link that was kept', async () => {
    const gate = await openGate('google');
    const service = serviceOf(gate);
    await brakeStop.run(service, { reason: 'the forecast was wrong' });
    const listed = await auditLog.run(service, { most: 20, verify: false });
    if (!listed.ok) throw new Error('refused');
    const { entries, head, chain } = listed.value;
    expect(chain).toBeNull();
    expect(entries).toMatchObject([
      {
        seq: 1,
        action: 'brake.stopped',
        content: { actor: 'operator', data: { reason: 'the forecast was wrong' } },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('salt');
    const kept = head ?? { seq: 1, chain: '' };
    const verify = async (against: typeof kept) => {
      const result = await auditLog.run(service, { most: 0, verify: true, kept: against });
      return result.ok ? result.value.chain?.broken : 'refused';
    };
    expect(await verify(kept)).toBeNull();
    expect(await verify({ ...kept, chain: '0'.repeat(64) })).toEqual({ seq: 1, why: 'changed' });
    expect(await verify({ ...kept, seq: 2 })).toEqual({ seq: 2, why: 'missing' });
  });
});
