import { describe, expect, it } from '@jest/globals';
import type { WebhookReading } from '../../../src/app/ports/provider.ts';
import { readWebhook } from '../../../src/providers/microsoft/webhook.ts';

const secret = 'a-secret-of-one-subscription';
const item = {
  id: 'n1',
  subscriptionId: 's1',
  clientState: secret,
  changeType: 'updated',
  tenantId: 't1',
  resource: 'Users/u/Events/e',
  resourceData: { id: 'e' },
};

function post(value: unknown, contentType?: string): WebhookReading {
  return readWebhook({
    headers: contentType === undefined ? {} : { 'content-type': contentType },
    query: {},
    body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  });
}

function notificationsOf(reading: WebhookReading) {
  if (reading.kind !== 'notifications') throw new Error(reading.kind);
  return reading;
}

describe('webhook of Microsoft', () => {
  it('echoes the validation token as it is, whatever the body', () => {
    const validationToken = 'Validation: Testing client application <b>reachability</b> + more';
    expect(readWebhook({ headers: {}, query: { validationToken }, body: Buffer.from('{') })).toEqual({
      kind: 'handshake',
      body: validationToken,
    });
  });

  it('refuses a validation token that is none', () => {
    const validationToken = 'x'.repeat(4_097);
    expect(readWebhook({ headers: {}, query: { validationToken }, body: new Uint8Array() })).toMatchObject({
      kind: 'refused',
      status: 413,
    });
  });

  it('reads every item of a batch on its own', () => {
    const { notifications, malformed } = notificationsOf(
      post({
        value: [
          item,
          null,
          'words',
          { ...item, subscriptionId: '' },
          { ...item, subscriptionId: 's2', clientState: 'another' },
          { subscriptionId: 's3', clientState: secret },
        ],
      }),
    );
    expect(notifications.map(({ subscriptionId, kind }) => [subscriptionId, kind])).toEqual([
      ['s1', 'changed'],
      ['s2', 'changed'],
    ]);
    expect(notifications.map(({ isFrom }) => isFrom(secret))).toEqual([true, false]);
    expect(malformed).toBe(4);
  });

  it.each([
    ['reauthorizationRequired', 'renewal-due'],
    ['subscriptionRemoved', 'subscription-removed'],
    ['missed', 'notifications-lost'],
  ])('reads the event of life %s', (lifecycleEvent, kind) => {
    const { changeType: _, ...life } = item;
    expect(notificationsOf(post({ value: [{ ...life, lifecycleEvent }] })).notifications).toMatchObject([
      { subscriptionId: 's1', kind },
    ]);
  });

  it('counts an unknown event of life as malformed, also one that is a name of every object', () => {
    for (const lifecycleEvent of ['retired', 'constructor', '__proto__'])
      expect(notificationsOf(post({ value: [{ ...item, lifecycleEvent }] }))).toMatchObject({
        notifications: [],
        malformed: 1,
      });
  });

  it('is from nobody where either secret is missing or empty', () => {
    const [without, empty] = notificationsOf(
      post({
        value: [
          { ...item, clientState: null },
          { ...item, clientState: '' },
        ],
      }),
    ).notifications;
    for (const notification of [without, empty])
      for (const guess of ['', 'null', 'undefined', secret]) expect(notification?.isFrom(guess)).toBe(false);
    expect(notificationsOf(post({ value: [item] })).notifications[0]?.isFrom('')).toBe(false);
  });

  it.each([
    ['no JSON', '{"value":[', undefined, 400],
    ['no batch', { notifications: [] }, undefined, 400],
    ['another type', { value: [] }, 'text/plain', 415],
    ['more items than Graph sends', { value: Array.from({ length: 5_001 }, () => 0) }, undefined, 413],
    ['more than 1 MB', `{"value":["${'x'.repeat(2 ** 20)}"]}`, 'application/json', 413],
  ])('refuses %s', (_name, body, contentType, status) => {
    expect(post(body, contentType)).toMatchObject({ kind: 'refused', status });
  });

  it('refuses bytes that are no UTF-8', () => {
    const body = new Uint8Array([0xff, 0xfe, 0x7b]);
    expect(readWebhook({ headers: {}, query: {}, body })).toMatchObject({ kind: 'refused', status: 400 });
  });

  it('takes the content type with a charset', () => {
    expect(post({ value: [item] }, 'application/json; charset=utf-8')).toMatchObject({ malformed: 0 });
  });
});
