import { afterEach, describe, expect, it } from '@jest/globals';
import { pullMailbox } from '../../src/app/intake/pull-mailbox.ts';
import { renewSubscription } from '../../src/app/mailboxes/renew-subscription.ts';
import { googleWebhook } from '../../src/http/routes/google-webhook.ts';
import { microsoftWebhook } from '../../src/http/routes/microsoft-webhook.ts';
import { openLiveGate } from '../app/intake/live-gate.ts';
import { worldsOf } from '../contract/open-world.ts';
import { invite } from '../contract/world.ts';
import { serve } from './serve.ts';

describe.each(['google', 'microsoft'] as const)('notifications as %s sends them', (name) => {
  const openWorld = worldsOf(name);
  const forget: (() => Promise<void>)[] = [];
  // Every sandbox gives its subscriptions the same ids, and all tests share one store: a notification would be taken
  // for the subscription of an earlier test, whose secret is another.
  afterEach(async () => {
    for (const each of forget.splice(0)) await each();
  });

  /** A mailbox that is subscribed at the emulator, which posts to a real port of ours. */
  async function subscribe() {
    const world = await openWorld();
    const gate = await openLiveGate(world.provider);
    const { origin, lines } = await serve(googleWebhook(gate.deps), microsoftWebhook(gate.deps));
    const deps = { ...gate.deps, baseUrl: origin };
    const { organizationId, mailboxId } = gate;
    await pullMailbox(deps, organizationId, mailboxId);
    expect(await renewSubscription(deps, organizationId, mailboxId)).toEqual({ kind: 'done' });
    await world.sandbox.settled();
    await gate.newJobs();
    const rows = () => gate.inStore((tx) => tx.subscriptions.ofMailbox(mailboxId));
    forget.push(async () => {
      for (const { id } of await rows()) await gate.inStore((tx) => tx.subscriptions.remove(id));
    });
    return { ...gate, deps, world, rows, requestLines: lines };
  }

  it('an invite brings a pull that finds it', async () => {
    const { world, deps, organizationId, mailboxId, newJobs, inStore, clock } = await subscribe();
    const { uid } = invite(world);
    await world.sandbox.settled();
    const jobs = await newJobs();
    expect(jobs.length).toBeGreaterThan(0);
    expect(new Set(jobs.map((job) => JSON.stringify(job)))).toEqual(
      new Set([JSON.stringify({ kind: 'pull', organizationId, mailboxId })]),
    );
    expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms + 1))).toEqual([mailboxId]);
    await pullMailbox(deps, organizationId, mailboxId);
    expect(await inStore((tx) => tx.meetings.findByUid(mailboxId, uid))).not.toBeNull();
    expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms + 1))).toEqual([]);
  });

  it('of a subscription that we forgot are refused, and nothing is pulled', async () => {
    const { world, rows, inStore, newJobs, clock, requestLines } = await subscribe();
    for (const { id } of await rows()) await inStore((tx) => tx.subscriptions.remove(id));
    clock.ms += 60_000;
    const before = requestLines.length;
    invite(world);
    await refused(() => requestLines.slice(before).some(({ fields }) => fields.status === 403));
    expect(await newJobs()).toEqual([]);
  });

  if (name === 'microsoft')
    it.each([
      ['reauthorizationRequired', ['pull', 'subscribe']],
      ['subscriptionRemoved', ['pull', 'subscribe']],
      ['missed', ['pull']],
    ])('%s in the life of a subscription sends %j', async (event, kinds) => {
      const { world, rows, newJobs } = await subscribe();
      const [row] = await rows();
      const response = await fetch(`${world.sandbox.control.origin}/lifecycle`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ subscriptionId: row?.providerId, event }),
      });
      expect(response.status).toBe(204);
      await world.sandbox.settled();
      expect((await newJobs()).map(({ kind }) => kind)).toEqual(kinds);
    });
});

/** Graph repeats a refused notification for hours, so nothing ever settles; the first refusal is waited for. */
async function refused(isSeen: () => boolean): Promise<void> {
  for (let turns = 0; turns < 400 && !isSeen(); turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSeen()).toBe(true);
}
