import { describe, expect, it } from '@jest/globals';
import type { SubscriptionRequest } from '../../../src/app/ports/calendar.ts';
import type { CalendarNotification } from '../../../src/app/ports/provider.ts';
import { openWebhook } from '../webhook.ts';
import {
  type ContractWorld,
  colleague,
  copyOf,
  dayMs,
  elsewhere,
  guest,
  invite,
  type OpenWorld,
  unwrap,
} from '../world.ts';

const secret = 'q7-unguessable-4Jx0';

const request = (address: string, change: Partial<SubscriptionRequest> = {}): SubscriptionRequest => ({
  id: '5f1c9a36-7d0c-4f1e-9f0b-2c5d1e8a9b01',
  address,
  secret,
  lifetimeMs: 6 * dayMs,
  ...change,
});
const changed = (notifications: readonly CalendarNotification[]) =>
  notifications.filter(({ kind }) => kind === 'changed');

async function subscribed(world: ContractWorld, change: Partial<SubscriptionRequest> = {}) {
  const webhook = await openWebhook(world.provider);
  const wanted = request(webhook.address, change);
  const subscription = unwrap(await world.mailbox.calendar.subscribe(wanted));
  await world.sandbox.settled();
  return { webhook, wanted, subscription };
}

export function describeSubscribing(open: OpenWorld): void {
  describe('a subscription', () => {
    it('tells of a change, with its secret, and of nothing else', async () => {
      const world = await open();
      const { webhook, subscription } = await subscribed(world);
      expect(changed(webhook.notifications)).toEqual([]);
      invite(world);
      await world.sandbox.settled();
      const told = changed(webhook.notifications);
      expect(told.length).toBeGreaterThan(0);
      for (const notification of told) {
        expect(notification.subscriptionId).toBe(subscription.id);
        expect(notification.isFrom(secret)).toBe(true);
        expect(notification.isFrom(`${secret}x`)).toBe(false);
        expect(notification.isFrom('')).toBe(false);
      }
      const before = webhook.notifications.length;
      invite(world, { guests: [guest(elsewhere)] });
      await world.sandbox.settled();
      expect(webhook.notifications).toHaveLength(before);
      await webhook.close();
    });

    it('ends by its time, unless it is renewed', async () => {
      const world = await open();
      const { webhook, wanted, subscription } = await subscribed(world);
      const nowMs = world.sandbox.parts.clock.nowMs();
      expect(subscription.expiresMs).toBeGreaterThan(nowMs);
      expect(subscription.expiresMs).toBeLessThanOrEqual(nowMs + 6 * dayMs);
      world.sandbox.parts.clock.advance((subscription.expiresMs - nowMs) / 2);
      const renewal = { ...wanted, id: '5f1c9a36-7d0c-4f1e-9f0b-2c5d1e8a9b02' };
      const renewed = unwrap(await world.mailbox.calendar.renewSubscription(subscription, renewal));
      expect(renewed.replaced).toBe(world.provider.capabilities.renewal === 'new-subscription');
      expect(renewed.subscription.expiresMs).toBeGreaterThan(subscription.expiresMs);
      world.sandbox.parts.clock.advance(subscription.expiresMs - world.sandbox.parts.clock.nowMs() + 1_000);
      const event = invite(world);
      await world.sandbox.settled();
      const told = changed(webhook.notifications);
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told.map(({ subscriptionId }) => subscriptionId))).toEqual(
        new Set([renewed.subscription.id]),
      );
      world.sandbox.parts.clock.advance(
        renewed.subscription.expiresMs - world.sandbox.parts.clock.nowMs() + 1_000,
      );
      const { key } = copyOf(world, event, colleague);
      world.sandbox.parts.engine.update({ key, originalStart: null }, { location: 'Warsaw' }, true);
      await world.sandbox.settled();
      expect(changed(webhook.notifications)).toHaveLength(told.length);
      await webhook.close();
    });

    it('that is gone is replaced when it is to be renewed', async () => {
      const world = await open();
      const { webhook, wanted, subscription } = await subscribed(world);
      unwrap(await world.mailbox.calendar.unsubscribe(subscription));
      const renewal = { ...wanted, id: '5f1c9a36-7d0c-4f1e-9f0b-2c5d1e8a9b03' };
      const renewed = unwrap(await world.mailbox.calendar.renewSubscription(subscription, renewal));
      expect(renewed.replaced).toBe(true);
      invite(world);
      await world.sandbox.settled();
      expect(
        changed(webhook.notifications).every(
          ({ subscriptionId }) => subscriptionId === renewed.subscription.id,
        ),
      ).toBe(true);
      expect(changed(webhook.notifications).length).toBeGreaterThan(0);
      await webhook.close();
    });

    it('that was ended says nothing more, and can be ended twice', async () => {
      const world = await open();
      const { webhook, subscription } = await subscribed(world);
      unwrap(await world.mailbox.calendar.unsubscribe(subscription));
      unwrap(await world.mailbox.calendar.unsubscribe(subscription));
      invite(world);
      await world.sandbox.settled();
      expect(changed(webhook.notifications)).toEqual([]);
      await webhook.close();
    });
  });

  describe('the webhook', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);

    it.each([
      ['nothing', {}, ''],
      ['bytes that are no JSON', { 'content-type': 'application/json' }, '{"value": ['],
      ['JSON that is no batch', { 'content-type': 'application/json' }, '[1, 2]'],
      ['a huge body', { 'content-type': 'application/json' }, `{"value":"${'x'.repeat(3_000_000)}"}`],
    ])('refuses %s', async (_, headers, body) => {
      const world = await open();
      const reading = world.provider.readWebhook({ headers, query: {}, body: bytes(body) });
      expect(reading.kind).toBe('refused');
    });
  });
}
