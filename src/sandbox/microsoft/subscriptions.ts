import { z } from 'zod';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { Access, SandboxParts } from '../parts.ts';
import { isRefusal, newGuid, type Refusal, refuse, withInnerError } from './errors.ts';
import { refuseAddress, refuseUnvalidated } from './handshake.ts';
import { withMailbox } from './mailbox-call.ts';
import { readPreferences } from './preferences.ts';
import {
  liveSubscription,
  type Subscription,
  subscriptionResource,
  subscriptionTable,
} from './subscription.ts';

export { sendLifecycleEvent } from './notifications.ts';

const minuteMs = 60_000;
/** Shorter lifetimes are raised to this (microsoft.md 4.1). */
const minMinutes = 45;
/** `.Shared` scopes do not work here; whether ReadBasic does is a switch (microsoft.md 4.1). */
const subscribeScopes = ['Calendars.Read', 'Calendars.ReadWrite'];
const lifecycleScopes = [...subscribeScopes, 'Calendars.ReadBasic'];

/** One request about subscriptions, with who asks. */
interface SubscriptionCall {
  readonly parts: SandboxParts;
  readonly request: ApiRequest;
  readonly access: Access;
}

/** Source: learn.microsoft.com/graph/api/resources/subscription, microsoft.md 4 */
export function subscriptionRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const route = (
    id: string,
    method: ApiRoute['method'],
    path: string,
    handle: (call: SubscriptionCall) => ApiAnswer | Refusal | Promise<ApiAnswer | Refusal>,
  ): ApiRoute => ({
    id,
    method,
    path: `/v1.0/subscriptions${path}`,
    scopes: lifecycleScopes,
    handle: async (request) => {
      const { access } = request;
      const answer =
        access?.provider === 'microsoft'
          ? await handle({ parts, request, access })
          : refuse(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
      return withInnerError(isRefusal(answer) ? answer.refusal : answer, parts, request.headers);
    },
  });
  return [
    route('subscription-post-subscriptions', 'POST', '', createSubscription),
    route('subscription-list', 'GET', '', listSubscriptions),
    route('subscription-get', 'GET', '/:subscription', withOwn(getSubscription)),
    route('subscription-update', 'PATCH', '/:subscription', withOwn(renewSubscription)),
    route('subscription-reauthorize', 'POST', '/:subscription/reauthorize', withOwn(reauthorize)),
    route('subscription-delete', 'DELETE', '/:subscription', withOwn(deleteSubscription)),
  ];
}

const changeType = z.enum(['created', 'updated', 'deleted']);
const creation = z.object({
  changeType: z
    .string()
    .max(60)
    .transform((text) => text.split(',').map((name) => name.trim().toLowerCase()))
    .pipe(z.array(changeType).min(1)),
  notificationUrl: z.string().max(2048),
  lifecycleNotificationUrl: z.string().max(2048).nullish(),
  resource: z.string().max(1000),
  expirationDateTime: z.string().max(64),
  clientState: z.string().max(128, 'at most 128 characters').nullish(),
  includeResourceData: z.literal(false, 'resource data are not sent here').nullish(),
});

async function createSubscription({
  parts,
  request,
  access,
}: SubscriptionCall): Promise<ApiAnswer | Refusal> {
  const parsed = creation.safeParse(request.body);
  if (!parsed.success) return invalidBody(parsed.error);
  const body = parsed.data;
  const owner = readResource(parts, access, body.resource);
  if (isRefusal(owner)) return owner;
  const expiresMs = readExpiry(parts, body.expirationDateTime);
  if (isRefusal(expiresMs)) return expiresMs;
  const preferences = readPreferences(request.headers.prefer);
  if (isRefusal(preferences)) return preferences;
  const lifecycleNotificationUrl = body.lifecycleNotificationUrl ?? null;
  const refusal = await checkEndpoints(parts, body.notificationUrl, lifecycleNotificationUrl);
  if (refusal !== null) return refusal;
  const subscription: Subscription = {
    id: newGuid(parts.newId),
    resource: body.resource,
    mailbox: owner.address,
    userId: owner.userId,
    changeTypes: body.changeType,
    notificationUrl: body.notificationUrl,
    lifecycleNotificationUrl,
    clientState: body.clientState ?? null,
    expiresMs,
    clientId: access.clientId,
    madeBy: access.mailbox,
    immutableIds: preferences.immutableIds,
    reminded: false,
  };
  subscriptionTable(parts).put(subscription.id, subscription);
  return oneSubscription(request, subscription, 201);
}

async function checkEndpoints(
  { newId }: SandboxParts,
  notificationUrl: string,
  lifecycleUrl: string | null,
): Promise<Refusal | null> {
  const named = [
    ['notificationUrl', notificationUrl],
    ...(lifecycleUrl === null ? [] : [['lifecycleNotificationUrl', lifecycleUrl] as const]),
  ] as const;
  for (const [field, address] of named) {
    const refusal = refuseAddress(address, field) ?? (await refuseUnvalidated(address, newGuid(newId)));
    if (refusal !== null) return refusal;
  }
  return null;
}

const resourceForm = /^\/?(?:me|users\/([^/?]+))\/(?:calendar\/)?events\/?$/i;

/** The person whose events are meant, if the token may watch them. */
function readResource(parts: SandboxParts, access: Access, resource: string) {
  const form = resourceForm.exec(resource);
  if (form === null)
    return refuse(400, 'InvalidRequest', 'resource has to be /me/events or /users/{id}/events.');
  const mayWatch =
    access.scopes.some((scope) => subscribeScopes.includes(scope)) ||
    parts.positions()['microsoft.read-basic-subscription'] === 'enough';
  const name = form[1] === undefined ? access.mailbox : decodeName(form[1]);
  if (name === null)
    return refuse(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  const person = withMailbox(parts.people.find(name), name);
  if (isRefusal(person)) return person;
  return mayWatch && (access.mailbox === null || access.mailbox === person.address)
    ? person
    : refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function readExpiry(parts: SandboxParts, text: string): number | Refusal {
  const nowMs = parts.clock.nowMs();
  const asked = Date.parse(text);
  const maxMinutes = Number(parts.positions()['microsoft.subscription-minutes']);
  if (Number.isNaN(asked) || asked <= nowMs)
    return refuse(400, 'InvalidRequest', 'expirationDateTime has to be a time in the future.');
  if (asked - nowMs > maxMinutes * minuteMs)
    return refuse(
      400,
      'InvalidRequest',
      `Subscription expiration can only be ${maxMinutes} minutes in the future.`,
    );
  return Math.max(asked, nowMs + minMinutes * minuteMs);
}

/** Runs a method on the subscription of the path; one of another application or person is not there. */
function withOwn(handle: (call: SubscriptionCall, subscription: Subscription) => ApiAnswer | Refusal) {
  return (call: SubscriptionCall) => {
    const subscription = liveSubscription(call.parts, call.request.params.subscription ?? '');
    return subscription !== null && isOwn(call, subscription)
      ? handle(call, subscription)
      : refuse(404, 'ResourceNotFound', 'The object was not found.');
  };
}

function isOwn({ access }: SubscriptionCall, { clientId, madeBy }: Subscription): boolean {
  return clientId === access.clientId && madeBy === access.mailbox;
}

function listSubscriptions(call: SubscriptionCall): ApiAnswer {
  const { parts, request } = call;
  const own = [...subscriptionTable(parts).values()].filter(
    (subscription) => isOwn(call, subscription) && subscription.expiresMs > parts.clock.nowMs(),
  );
  const context = `${request.origin}/v1.0/$metadata#subscriptions`;
  return { status: 200, json: { '@odata.context': context, value: own.map(subscriptionResource) } };
}

function getSubscription({ request }: SubscriptionCall, subscription: Subscription): ApiAnswer {
  return oneSubscription(request, subscription, 200);
}

function oneSubscription({ origin }: ApiRequest, subscription: Subscription, status: number): ApiAnswer {
  const context = `${origin}/v1.0/$metadata#subscriptions/$entity`;
  return { status, json: { '@odata.context': context, ...subscriptionResource(subscription) } };
}

const renewal = z.object({
  expirationDateTime: z.string().max(64).optional(),
  notificationUrl: z.string().max(2048).optional(),
});

function renewSubscription(call: SubscriptionCall, subscription: Subscription): ApiAnswer | Refusal {
  const parsed = renewal.safeParse(call.request.body);
  if (!parsed.success) return invalidBody(parsed.error);
  const { expirationDateTime: text } = parsed.data;
  if (text === undefined) return refuse(400, 'InvalidRequest', 'expirationDateTime is needed.');
  const expiresMs = readExpiry(call.parts, text);
  if (isRefusal(expiresMs)) return expiresMs;
  const renewed = { ...subscription, expiresMs, reminded: false };
  subscriptionTable(call.parts).put(renewed.id, renewed);
  return oneSubscription(call.request, renewed, 200);
}

function reauthorize({ parts }: SubscriptionCall, subscription: Subscription): ApiAnswer {
  subscriptionTable(parts).put(subscription.id, { ...subscription, reminded: false });
  return { status: 204 };
}

function deleteSubscription({ parts }: SubscriptionCall, { id }: Subscription): ApiAnswer {
  subscriptionTable(parts).delete(id);
  return { status: 204 };
}

function invalidBody(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return refuse(
    400,
    'InvalidRequest',
    `Subscription property '${field}' is not valid: ${issue?.message ?? ''}.`,
  );
}
