import type { SandboxParts } from '../parts.ts';

/** A push channel: who hears of changes of one calendar, and until when (google.md 5.1). */
export interface Channel {
  readonly id: string;
  /** The calendar that is watched. */
  readonly mailbox: string;
  /** Whose token made it; only they may stop it, from the same client. */
  readonly user: string;
  readonly clientId: string;
  readonly byServiceAccount: boolean;
  readonly address: string;
  readonly token: string | null;
  readonly resourceId: string;
  readonly resourceUri: string;
  /** Empty for all. */
  readonly eventTypes: readonly string[];
  readonly expirationMs: number;
  /** Of the last message; 1 is the `sync` message. */
  readonly messageNumber: number;
  readonly stopped: boolean;
}

const delivered = new Set([102, 200, 201, 202, 204]);
const retried = new Set([500, 502, 503, 504]);
// How long Google tries is not documented.
const giveUpAfterMs = 3_600_000;

/** Stopped and expired ones stay: an id cannot be used twice. */
export function channels(parts: SandboxParts) {
  return parts.tables.table<Channel>('google-channels');
}

/** The next message of a channel: numbers grow but leave holes, the body is empty. */
export function notify(parts: SandboxParts, channel: Channel, state: 'sync' | 'exists'): void {
  const step = 1 + ((channel.messageNumber * 7) % 5);
  const number = state === 'sync' ? 1 : channel.messageNumber + step;
  channels(parts).put(channel.id, { ...channel, messageNumber: number });
  parts.deliver({
    provider: 'google',
    url: channel.address,
    headers: {
      'content-length': '0',
      'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
      'x-goog-channel-id': channel.id,
      'x-goog-channel-expiration': new Date(channel.expirationMs).toUTCString(),
      'x-goog-message-number': String(number),
      'x-goog-resource-id': channel.resourceId,
      'x-goog-resource-state': state,
      'x-goog-resource-uri': channel.resourceUri,
      ...(channel.token !== null && { 'x-goog-channel-token': channel.token }),
    },
    body: '',
    delivered: (status) => delivered.has(status),
    retries: (status) => status !== null && retried.has(status),
    giveUpAfterMs,
    gaveUp: () => {
      const present = channels(parts).get(channel.id);
      if (present && parts.positions()['google.webhook-down'] === 'channel-ends')
        channels(parts).put(channel.id, { ...present, stopped: true });
    },
  });
}

/**
 * Sends `exists` to the channels of a calendar whenever it changes. Invitations that the owner's setting hides are
 * silent, unless the switch `google.hidden-invitation-push` says otherwise.
 *
 * @returns what ends it
 */
export function startGoogleChannels(parts: SandboxParts): () => void {
  return parts.engine.onChange((change) => {
    const hiddenPushed = parts.positions()['google.hidden-invitation-push'] === 'pushed';
    if (change.hidden && !hiddenPushed) return;
    const type = parts.engine.get(change.key)?.own.special?.eventType ?? 'default';
    const nowMs = parts.clock.nowMs();
    for (const channel of [...channels(parts).values()]) {
      if (channel.mailbox !== change.mailbox || channel.stopped || channel.expirationMs <= nowMs) continue;
      const wanted = channel.eventTypes.length === 0 || channel.eventTypes.includes(type);
      if (wanted) notify(parts, channel, 'exists');
    }
  });
}

/** `api#channel` as the API gives it. */
export function writeChannel(channel: Channel) {
  return {
    kind: 'api#channel',
    id: channel.id,
    resourceId: channel.resourceId,
    resourceUri: channel.resourceUri,
    ...(channel.token !== null && { token: channel.token }),
    expiration: String(channel.expirationMs),
  };
}
