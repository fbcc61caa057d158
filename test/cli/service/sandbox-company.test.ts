import { expect, it } from '@jest/globals';
import type { Service } from '../../../src/cli/service/create-service.ts';
import { connectSample } from '../../../src/cli/service/sandbox-company.ts';
import { liveGates } from '../../app/effects/live-gate.ts';
import { colleague, invite, nowMs } from '../../contract/world.ts';

const openGate = liveGates();

// Regression: on a slow machine the printed invite was there before its guest was connected, and nobody answered it.
it('an invite of while the company is being connected is new to everybody', async () => {
  const gate = await openGate('google');
  let calls = 0;
  const clock = { nowMs: () => nowMs + 60_000 * calls++ };
  const service = { deps: { ...gate.deps, clock }, organizationId: gate.organizationId };
  const event = invite(gate.world, {}, 'otto@outside.example');
  await connectSample(service as unknown as Service, gate.world.sandbox, new AbortController().signal);
  const mailboxes = await gate.inside((tx) => tx.mailboxes.all());
  const carl = mailboxes.find(({ address }) => address === colleague);
  expect(carl).toMatchObject({ connectedMs: nowMs, state: 'observing' });
  expect(event.createdMs).toBeGreaterThanOrEqual(carl?.connectedMs ?? Number.POSITIVE_INFINITY);
});
