import { describe, expect, it } from '@jest/globals';
import { type FoundViewer, findViewer } from '../../../src/app/access/find-viewer.ts';
import { usualSessions } from '../../../src/app/access/sessions.ts';
import { createPolicyDesk } from '../../../src/config/policy/edit/create-policy-desk.ts';
import { owner } from '../../contract/world.ts';
import { type LiveGate, liveGates } from '../effects/live-gate.ts';

const openGate = liveGates();

async function find(
  { deps, organizationId, inside }: LiveGate,
  address: string,
): Promise<FoundViewer | null> {
  const access = {
    ...{ ...deps, organizationId, desk: createPolicyDesk(), sessions: usualSessions },
    ...{ administrators: ['ada@kiln.example'], auditors: ['ivo@kiln.example'], company: [] },
  };
  return await inside((tx) => findViewer(tx, access, address, 'Name'));
}

async function withPolicy(policyText: string): Promise<LiveGate> {
  const gate = await openGate('google');
  await gate.inside(({ organizations }) => organizations.change({ policyText }));
  return gate;
}

const teams = `
people: { lea@kiln.example: { timeZone: Asia/Singapore } }
teams:
  Red: { members: [${owner}], leads: [lea@kiln.example, o.owner@kiln.example] }
  Blue: { leads: [LEA@kiln.example] }
`;

describe('somebody who asks to come in', () => {
  it('is the owner of a mailbox, with the zone of the policy', async () => {
    const gate = await openGate('google');
    expect(await find(gate, owner)).toEqual({
      viewer: { address: owner, name: 'Name', roles: ['person'], ledTeams: [] },
      zone: 'Europe/Paris',
    });
  });

  it('is an administrator, an auditor or nobody, without a mailbox', async () => {
    const gate = await openGate('google');
    expect((await find(gate, 'ada@kiln.example'))?.viewer.roles).toEqual(['person', 'administrator']);
    expect((await find(gate, 'ivo@kiln.example'))?.viewer.roles).toEqual(['person', 'auditor']);
    expect(await find(gate, 'eve@kiln.example')).toBeNull();
  });

  it('leads the teams that the policy says, by any address', async () => {
    const gate = await withPolicy(teams);
    expect(await find(gate, 'lea@kiln.example')).toEqual({
      viewer: {
        address: 'lea@kiln.example',
        name: 'Name',
        roles: ['person', 'lead'],
        ledTeams: ['Red', 'Blue'],
      },
      zone: 'Asia/Singapore',
    });
    await gate.inside(({ mailboxes }) =>
      mailboxes.change(gate.mailboxId, { otherAddresses: ['o.owner@kiln.example'] }),
    );
    const byOther = await find(gate, 'o.owner@kiln.example');
    expect(byOther?.viewer).toMatchObject({ address: owner, ledTeams: ['Red'] });
  });

  it('comes in while the policy cannot be read, so that it can be mended', async () => {
    const gate = await withPolicy('organization: [broken');
    expect(await find(gate, 'ada@kiln.example')).toMatchObject({
      viewer: { roles: ['person', 'administrator'] },
      zone: null,
    });
    expect((await find(gate, owner))?.zone).toBeNull();
  });

  it('has nothing any more once the mailbox was left', async () => {
    const gate = await openGate('google');
    await gate.inside(({ mailboxes }) => mailboxes.change(gate.mailboxId, { state: 'left' }));
    expect(await find(gate, owner)).toBeNull();
  });
});
