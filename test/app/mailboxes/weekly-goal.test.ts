import { describe, expect, it } from '@jest/globals';
import { keepHolds } from '../../../src/app/mailboxes/keep-holds.ts';
import type { HoldRecord } from '../../../src/app/ports/store/holds.ts';
import { invite, owner } from '../../contract/world.ts';
import { type LiveGate, liveGates } from '../effects/live-gate.ts';

const openGate = liveGates();
const hourMs = 3_600_000;

const policyOf = (firmness: string) => `
organization:
  domains: [kiln.example]
  timeZone: Europe/Paris
  enforcement: { default: observe, focus-block: enforce }
people:
  ${owner}:
    focus: { calendarEvents: true, weeklyGoal: { hours: 4, firmness: ${firmness} } }
`;

const keep = ({ deps, organizationId, mailboxId }: LiveGate) => keepHolds(deps, organizationId, mailboxId);
const holdsOf = ({ inside, mailboxId }: LiveGate) => inside((tx) => tx.holds.ofMailbox(mailboxId));

/** A mailbox with the holds of a goal in its calendar, and the first of them. */
async function booked(
  provider: 'google' | 'microsoft',
  firmness: string,
): Promise<{ readonly gate: LiveGate; readonly first: HoldRecord }> {
  const gate = await openGate(provider);
  await gate.inside((tx) => tx.organizations.change({ policyText: policyOf(firmness) }));
  expect(await keep(gate)).toEqual({ added: 4, released: 0 });
  await gate.act();
  await gate.pull();
  const [first] = await holdsOf(gate);
  if (first === undefined) throw new Error('nothing was booked');
  return { gate, first };
}

async function inviteInto(gate: LiveGate, { startMs }: HoldRecord): Promise<void> {
  const at = (ms: number) => ({ kind: 'instant', ms, zone: 'Europe/Paris' }) as const;
  invite(gate.world, { start: at(startMs), end: at(startMs + hourMs) });
  await gate.pull();
  await gate.act();
}

describe.each(['google', 'microsoft'] as const)('a weekly goal in a calendar of %s', (provider) => {
  it('that is soft declines nothing, and only the block that a meeting came into moves', async () => {
    const { gate, first } = await booked(provider, 'soft');
    const before = await holdsOf(gate);
    await inviteInto(gate, first);
    expect(gate.answers()).toEqual([]);
    expect(await keep(gate)).toEqual({ added: 1, released: 1 });
    await gate.act();
    const after = await holdsOf(gate);
    expect(after.filter(({ id }) => before.some((hold) => hold.id === id))).toEqual(before.slice(1));
    expect(await keep(gate)).toEqual({ added: 0, released: 0 });
  });

  it('that is hard declines like any focus time, and stays', async () => {
    const { gate, first } = await booked(provider, 'hard');
    await inviteInto(gate, first);
    expect(gate.answers().map(({ detail }) => detail)).toEqual(['declined']);
    expect((await gate.onlyCase()).rule).toBe('focus-block');
    expect(await keep(gate)).toEqual({ added: 0, released: 0 });
  });

  it('that is taken back leaves the calendar as it was', async () => {
    const { gate } = await booked(provider, 'soft');
    await gate.inside((tx) =>
      tx.organizations.change({ policyText: 'organization: { timeZone: Europe/Paris }' }),
    );
    expect(await keep(gate)).toEqual({ added: 0, released: 4 });
    await gate.act();
    expect(await holdsOf(gate)).toEqual([]);
  });
});
