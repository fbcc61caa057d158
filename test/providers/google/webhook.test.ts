import { describe, expect, it } from '@jest/globals';
import { readWebhook } from '../../../src/providers/google/webhook.ts';

const headers = {
  'x-goog-channel-id': '5f0c5a3e-1111-4222-8333-944445555666',
  'x-goog-channel-token': 'secret-of-this-channel',
  'x-goog-message-number': '4711',
  'x-goog-resource-id': 'ret08u3rv24htgh289g',
  'x-goog-resource-state': 'exists',
};
const empty = new Uint8Array();

function read(changed: Record<string, string | undefined>, body = empty) {
  return readWebhook({ headers: { ...headers, ...changed }, query: {}, body });
}

describe('webhook of Google', () => {
  it('reads a change from the headers alone', () => {
    const reading = read({});
    expect(reading).toMatchObject({
      kind: 'notifications',
      malformed: 0,
      notifications: [{ subscriptionId: headers['x-goog-channel-id'], kind: 'changed' }],
    });
  });

  it.each([
    ['sync', 'started'],
    ['exists', 'changed'],
    ['not_exists', 'changed'],
  ])('takes state %s as %s', (state, kind) => {
    expect(read({ 'x-goog-resource-state': state })).toMatchObject({ notifications: [{ kind }] });
  });

  it.each([
    ['the secret of the channel', 'secret-of-this-channel', 'secret-of-this-channel', true],
    ['another secret', 'secret-of-this-channel', 'secret-of-that-channel', false],
    ['a secret that the message only begins with', 'secret', 'secret-of-this-channel', false],
    ['no secret in the message', undefined, 'secret-of-this-channel', false],
    ['an empty secret on both sides', '', '', false],
    ['a secret that was never configured', 'secret-of-this-channel', '', false],
  ])('compares %s', (_case, sent, stored, same) => {
    const reading = read({ 'x-goog-channel-token': sent });
    expect(
      reading.kind === 'notifications' && reading.notifications.map((one) => one.isFrom(stored)),
    ).toEqual([same]);
  });

  it.each([
    ['no channel', { 'x-goog-channel-id': undefined }],
    ['an endless channel', { 'x-goog-channel-id': 'a'.repeat(65) }],
    ['a channel that is no id', { 'x-goog-channel-id': "x' or 1=1" }],
    ['no state', { 'x-goog-resource-state': undefined }],
    ['an unknown state', { 'x-goog-resource-state': '__proto__' }],
    ['an endless token', { 'x-goog-channel-token': 'a'.repeat(257) }],
  ])('refuses %s', (_case, changed) => {
    expect(read(changed)).toMatchObject({ kind: 'refused', status: 400 });
  });

  it('refuses a large body and lets a small one pass', () => {
    expect(read({}, new Uint8Array(4_097))).toMatchObject({ kind: 'refused', status: 413 });
    expect(read({}, new Uint8Array(2))).toMatchObject({ kind: 'notifications' });
  });
});
