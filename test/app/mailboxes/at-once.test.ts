import { afterAll, describe, expect, it } from '@jest/globals';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { endObservation } from '../../../src/app/mailboxes/end-observation.ts';
import { keepHolds } from '../../../src/app/mailboxes/keep-holds.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { dayMs, owner } from '../../contract/world.ts';
import { startTestPostgres, type TestPostgres } from '../../support/postgres.ts';
import { gatesOnOneStore } from './gate-world.ts';

let postgres: TestPostgres | null = null;
afterAll(() => postgres?.close());
const gateIn = gatesOnOneStore(async () => {
  postgres = await startTestPostgres();
  return { engine: 'postgres', url: await postgres.createDatabase() };
});
const open = worldsOf('google');

const policyText = `organization:
  timeZone: Europe/Paris
  noMeetingDays: [wednesday]
  holds: { inCalendar: true }`;

async function connected(observeDays: number) {
  const world = await open();
  const gate = gateIn(world);
  await gate.inside((tx) => tx.organizations.change({ observeDays, policyText }));
  const result = await connectMailbox(gate.deps, gate.organizationId, { provider: 'google', address: owner });
  if (!result.ok) throw new Error(result.code);
  world.sandbox.parts.clock.advance(7 * dayMs);
  const effects = () => gate.inside((tx) => tx.effects.forgotten(Number.MAX_SAFE_INTEGER, 100));
  return { gate, mailboxId: result.mailboxId, effects };
}

const times = [1, 2, 3, 4, 5, 6];

describe('several processes at once, on PostgreSQL', () => {
  it('end an observation once, and none of them fails', async () => {
    const { gate, mailboxId, effects } = await connected(7);
    const ended = await Promise.all(
      times.map(() => endObservation(gate.deps, gate.organizationId, mailboxId)),
    );
    expect(ended.filter((isOurs) => isOurs)).toHaveLength(1);
    expect(await effects()).toMatchObject([{ kind: 'tellOwner' }]);
    expect((await gate.mailbox(mailboxId)).state).toBe('active');
  });

  it('keep each hold once', async () => {
    const { gate, mailboxId, effects } = await connected(0);
    const kept = await Promise.all(times.map(() => keepHolds(gate.deps, gate.organizationId, mailboxId)));
    expect(kept.reduce((sum, { added }) => sum + added, 0)).toBe(4);
    expect(await effects()).toHaveLength(4);
    expect(await gate.inside((tx) => tx.holds.ofMailbox(mailboxId))).toHaveLength(4);
  });

  it('connect an address once', async () => {
    const gate = gateIn(await open());
    const connection = { provider: 'google', address: owner } as const;
    const results = await Promise.allSettled(
      times.map(() => connectMailbox(gate.deps, gate.organizationId, connection)),
    );
    const made = results.flatMap((result) =>
      result.status === 'fulfilled' && result.value.ok && result.value.isNew ? [result.value.mailboxId] : [],
    );
    expect(made).toHaveLength(1);
    expect((await gate.inside((tx) => tx.mailboxes.all())).map(({ id }) => id)).toEqual(made);
  });
});
