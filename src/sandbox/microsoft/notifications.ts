import type { CopyChange } from '../calendar/calendar-engine.ts';
import type { SandboxParts } from '../parts.ts';
import { newGuid } from './errors.ts';
import { type EventTarget, eventId, targetFolder } from './event-ids.ts';
import { eventTag } from './event-resource.ts';
import { utcText } from './graph-time.ts';
import { type Subscription, subscriptionTable } from './subscription.ts';
import { tenantId } from './token-identity.ts';

const minuteMs = 60_000;
/** How long a notification is tried (microsoft.md 4.3). */
const giveUpAfterMs = 4 * 60 * minuteMs;
/** How long before its end a subscription is first said to need a renewal. */
const reminderMs = 15 * minuteMs;

/** Source: microsoft.md 4.4 */
type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** From here on every change of a mailbox is told to its subscriptions. Gives back what ends it. */
export function startNotifications(parts: SandboxParts): () => void {
  return parts.engine.onChange((change) => {
    for (const subscription of subscriptionTable(parts).values())
      if (subscription.mailbox === change.mailbox) notify(parts, subscription, change);
  });
}

/**
 * Tells a subscription of its own life.
 *
 * @returns false where there is no such subscription, or it has no address for these events
 */
export function sendLifecycleEvent(
  parts: SandboxParts,
  subscriptionId: string,
  event: LifecycleEvent,
): boolean {
  const subscription = subscriptionTable(parts).get(subscriptionId);
  if (subscription === undefined) return false;
  if (event === 'subscriptionRemoved') subscriptionTable(parts).delete(subscriptionId);
  if (subscription.lifecycleNotificationUrl === null) return false;
  post(parts, subscription.lifecycleNotificationUrl, [
    { ...envelope(parts, subscription), lifecycleEvent: event },
  ]);
  return true;
}

function notify(parts: SandboxParts, subscription: Subscription, change: CopyChange): void {
  const nowMs = parts.clock.nowMs();
  if (subscription.expiresMs <= nowMs) {
    subscriptionTable(parts).delete(subscription.id);
    return;
  }
  if (subscription.expiresMs - nowMs < reminderMs && !subscription.reminded) {
    subscriptionTable(parts).put(subscription.id, { ...subscription, reminded: true });
    sendLifecycleEvent(parts, subscription.id, 'reauthorizationRequired');
  }
  const items = noticesOf(parts, change).filter(({ changeType }) =>
    subscription.changeTypes.includes(changeType),
  );
  if (items.length > 0)
    post(
      parts,
      subscription.notificationUrl,
      items.map((item) => notification(parts, subscription, item)),
    );
}

interface Notice {
  readonly changeType: 'created' | 'updated' | 'deleted';
  readonly target: EventTarget;
}

/**
 * One change is told more than once, as at Graph: a new event is created and updated, a changed occurrence is
 * told with its series. Whatever leaves the calendar is deleted, also where it only moved to Deleted Items.
 */
function noticesOf({ engine }: SandboxParts, { key, kind, originalStart }: CopyChange): readonly Notice[] {
  const copy = engine.get(key);
  if (copy === null) return [];
  const whole = { copy, instance: null };
  const left = (target: EventTarget) => kind === 'deleted' || targetFolder(target) === 'deleted';
  if (originalStart === null) {
    if (left(whole)) return [{ changeType: 'deleted', target: whole }];
    const update = { changeType: 'updated', target: whole } as const;
    return kind === 'created' ? [{ changeType: 'created', target: whole }, update] : [update];
  }
  const instance = engine.instance(key, originalStart);
  const series = { changeType: 'updated', target: whole } as const;
  if (instance === null) return [series];
  const target = { copy, instance };
  return [{ changeType: left(target) ? 'deleted' : 'updated', target }, series];
}

/** Graph `changeNotification` without resource data (microsoft.md 4.3). */
function notification(
  parts: SandboxParts,
  subscription: Subscription,
  { changeType, target }: Notice,
): object {
  const { copy, instance } = target;
  const ref = { key: copy.key, originalStart: instance?.originalStart ?? null };
  // The id by which the client knows the event: the one it had in the calendar.
  const id = eventId(ref, 'calendar', subscription.immutableIds);
  const resource = `Users/${subscription.userId}/Events/${id}`;
  return {
    ...envelope(parts, subscription),
    changeType,
    resource,
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': resource,
      '@odata.etag': eventTag(target),
      id,
    },
  };
}

function envelope({ newId }: SandboxParts, subscription: Subscription) {
  return {
    id: newGuid(newId),
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: utcText(subscription.expiresMs),
    clientState: subscription.clientState,
    tenantId,
  };
}

function post(parts: SandboxParts, url: string, value: readonly object[]): void {
  parts.deliver({
    provider: 'microsoft',
    url,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ value }),
    delivered: isSuccess,
    retries: (status) => status === null || !isSuccess(status),
    giveUpAfterMs,
  });
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
