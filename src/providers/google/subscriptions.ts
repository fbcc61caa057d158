import type { Subscription, SubscriptionRequest } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { primary } from './event-requests.ts';
import { refusal } from './problems.ts';
import { anything, channel } from './schema.ts';

/** Google's limit is 64; the rest is for the number of a second attempt. */
const longestId = 60;
const mostIds = 10;

/**
 * Opens a channel for the primary calendar, under the caller's id. Google takes an id once: where an answer was lost,
 * or the same request is made again, a numbered one is taken. What the lost channel still sends has an id that nobody
 * knows, until it runs out.
 *
 * @throws RangeError for an id that is too long
 */
export async function subscribe(
  mailbox: GoogleMailbox,
  request: SubscriptionRequest,
): Promise<Outcome<Subscription>> {
  if (request.id.length > longestId)
    throw new RangeError(`a channel id has at most ${longestId} characters, not ${request.id.length}`);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? request.id : `${request.id}-${number}`;
    const watched = await watch(mailbox, request, id);
    if (watched.ok) return watched;
    const { code, detail } = watched.problem;
    const isLost = code === 'outcome-unknown';
    if (!isLost && detail !== 'channelIdNotUnique') return watched;
    // Another channel under another id does no harm, so the caller may ask again.
    if (number === mostIds)
      return isLost ? { ok: false, problem: { ...watched.problem, code: 'unavailable' } } : watched;
  }
}

async function watch(
  mailbox: GoogleMailbox,
  request: SubscriptionRequest,
  id: string,
): Promise<Outcome<Subscription>> {
  const watched = await mailbox.request(channel, false, (options) =>
    mailbox.calendar.events.watch(
      {
        calendarId: primary,
        requestBody: {
          id,
          type: 'web_hook',
          address: request.address,
          token: request.secret,
          params: { ttl: String(Math.floor(request.lifetimeMs / 1_000)) },
        },
      },
      options,
    ),
  );
  if (!watched.ok) return watched;
  const { resourceId, expiration } = watched.value;
  return { ok: true, value: { id: watched.value.id, resourceId, expiresMs: expiration } };
}

/**
 * A channel cannot be lengthened: a new one is opened before the old one is stopped, so that nothing is missed. An old
 * one that cannot be stopped runs out by itself.
 */
export async function renewSubscription(
  mailbox: GoogleMailbox,
  subscription: Subscription,
  request: SubscriptionRequest,
): Promise<Outcome<{ readonly subscription: Subscription; readonly replaced: boolean }>> {
  const opened = await subscribe(mailbox, request);
  if (!opened.ok) return opened;
  await unsubscribe(mailbox, subscription);
  return { ok: true, value: { subscription: opened.value, replaced: true } };
}

/** Stops a channel; it takes the same person and the same OAuth client that opened it. */
export async function unsubscribe(
  mailbox: GoogleMailbox,
  { id, resourceId }: Subscription,
): Promise<Outcome<null>> {
  if (resourceId === null) return refusal('request-refused', 'no resource id');
  const stopped = await mailbox.request(anything, true, (options) =>
    mailbox.calendar.channels.stop({ requestBody: { id, resourceId } }, options),
  );
  return stopped.ok || stopped.problem.code === 'not-found' ? { ok: true, value: null } : stopped;
}
