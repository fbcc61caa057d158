import { describe, expect, it } from '@jest/globals';
import { pullMailbox } from '../../src/app/intake/pull-mailbox.ts';
import { renewSubscription } from '../../src/app/mailboxes/renew-subscription.ts';
import { googleWebhook } from '../../src/http/routes/google-webhook.ts';
import { microsoftWebhook } from '../../src/http/routes/microsoft-webhook.ts';
import { openLiveGate } from '../app/intake/live-gate.ts';
import { worldsOf } from '../contract/open-world.ts';
import { invite } from '../contract/world.ts';
import { serve } from './serve.ts';
import { writeSync } from 'node:fs';
const t0 = performance.now(); const say = (s: string) => { writeSync(2, (performance.now()-t0).toFixed(0) + ' ' + s + '\n'); };

const realFetch = globalThis.fetch;
globalThis.fetch = (async (u: string, o: RequestInit) => { say(`fetch> ${u} ${String(o?.body).slice(0, 80)}`); const r = await realFetch(u, o).catch((e) => { say(`fetch! ${u} ${e}`); throw e; }); say(`fetch< ${u} ${r.status} body ${r.body}`); if (r.body) { const c = r.body.cancel.bind(r.body); r.body.cancel = async () => { say('cancel>'); await c(); say('cancel<'); }; } return r; }) as typeof fetch;
describe.each(['google', 'microsoft'] as const)('notifications as %s sends them', (name) => {
  const openWorld = worldsOf(name);

  /** A mailbox that is subscribed at the emulator, which posts to a real port of ours. */
  async function subscribe() {
say('const world = await openWorld();');
    const world = await openWorld();
say('const gate = await openLiveGate(world.provider);');
    const gate = await openLiveGate(world.provider);
say('const { origin, lines } = await serve(googleWebhook(gate.deps), microsoftWebhook(gate.deps));');
    const { origin, lines } = await serve(googleWebhook(gate.deps), microsoftWebhook(gate.deps));
say('const deps = { ...gate.deps, baseUrl: origin };');
    const deps = { ...gate.deps, baseUrl: origin };
say('const { organizationId, mailboxId } = gate;');
    const { organizationId, mailboxId } = gate;
say('await pullMailbox(deps, organizationId, mailboxId);');
    await pullMailbox(deps, organizationId, mailboxId);
say("expect(await renewSubscription(deps, organizationId, mailboxId)).toEqual({ kind: 'done' });");
    expect(await renewSubscription(deps, organizationId, mailboxId)).toEqual({ kind: 'done' });
say('await world.sandbox.settled();');
    await world.sandbox.settled();
say('await gate.newJobs();');
    await gate.newJobs();
say('const rows = () => gate.inStore((tx) => tx.subscriptions.ofMailbox(mailboxId));');
    const rows = () => gate.inStore((tx) => tx.subscriptions.ofMailbox(mailboxId));
    return { ...gate, deps, world, rows, requestLines: lines };
  }

  it('an invite brings a pull that finds it', async () => {
say('const { world, deps, organizationId, mailboxId, newJobs, inStore, clock } = await subscribe();');
    const { world, deps, organizationId, mailboxId, newJobs, inStore, clock } = await subscribe();
say('const { uid } = invite(world);');
    const { uid } = invite(world);
say('await world.sandbox.settled();');
    await world.sandbox.settled();
say('const jobs = await newJobs();');
    const jobs = await newJobs();
say('expect(jobs.length).toBeGreaterThan(0);');
    expect(jobs.length).toBeGreaterThan(0);
    expect(new Set(jobs.map((job) => JSON.stringify(job)))).toEqual(
      new Set([JSON.stringify({ kind: 'pull', organizationId, mailboxId })]),
    );
say('expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms + 1))).toEqual([mailboxId]);');
    expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms + 1))).toEqual([mailboxId]);
say('await pullMailbox(deps, organizationId, mailboxId);');
    await pullMailbox(deps, organizationId, mailboxId);
say('expect(await inStore((tx) => tx.meetings.findByUid(mailboxId, uid))).not.toBeNull();');
    expect(await inStore((tx) => tx.meetings.findByUid(mailboxId, uid))).not.toBeNull();
say('expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms + 1))).toEqual([]);');
    expect(await inStore((tx) => tx.inbox.mailboxesWaiting(clock.ms + 1))).toEqual([]);
  });

  it('of a subscription that we forgot are refused, and nothing is pulled', async () => {
say('const { world, rows, inStore, newJobs, clock, requestLines } = await subscribe();');
    const { world, rows, inStore, newJobs, clock, requestLines } = await subscribe();
    for (const { id } of await rows()) await inStore((tx) => tx.subscriptions.remove(id));
    clock.ms += 60_000;
say('const before = requestLines.length;');
    const before = requestLines.length;
say('invite(world);');
    invite(world);
say('await refused(() => requestLines.slice(before).some(({ fields }) => fields.status === 403));');
    await refused(() => requestLines.slice(before).some(({ fields }) => fields.status === 403));
say('expect(await newJobs()).toEqual([]);');
    expect(await newJobs()).toEqual([]);
  });

  if (name === 'microsoft')
    it.each([
      ['reauthorizationRequired', ['pull', 'subscribe']],
      ['subscriptionRemoved', ['pull', 'subscribe']],
      ['missed', ['pull']],
    ])('%s in the life of a subscription sends %j', async (event, kinds) => {
say('const { world, rows, newJobs } = await subscribe();');
      const { world, rows, newJobs } = await subscribe();
say('const [row] = await rows();');
      const [row] = await rows();
      const response = await fetch(`${world.sandbox.control.origin}/lifecycle`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ subscriptionId: row?.providerId, event }),
      });
say('expect(response.status).toBe(204);');
      expect(response.status).toBe(204);
say('await world.sandbox.settled();');
      await world.sandbox.settled();
say('expect((await newJobs()).map(({ kind }) => kind)).toEqual(kinds);');
      expect((await newJobs()).map(({ kind }) => kind)).toEqual(kinds);
    });
});

/** Graph repeats a refused notification for hours, so nothing ever settles; the first refusal is waited for. */
async function refused(isSeen: () => boolean): Promise<void> {
  for (let turns = 0; turns < 400 && !isSeen(); turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSeen()).toBe(true);
}
