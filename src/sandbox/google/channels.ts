import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { openCalendar, tokenOwner } from './calendar-access.ts';
import { type Channel, channels, notify, writeChannel } from './channel-store.ts';
import { forbidden, googleError, invalid, required } from './errors.ts';
import { readListQuery } from './list-query.ts';

// google.md 5.1: seven days unless asked otherwise.
const usualTtlSeconds = 604_800;
const dayMs = 86_400_000;

const wholeNumber = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const watchBody = z.object({
  id: z.string().regex(/^[A-Za-z0-9\-_+/=]{1,64}$/),
  type: z.enum(['web_hook', 'webhook']),
  address: z.string(),
  token: z.string().max(256).nullish(),
  expiration: wholeNumber.nullish(),
  params: z.object({ ttl: wholeNumber.nullish() }).nullish(),
});

type WatchBody = z.output<typeof watchBody>;

/** `calendar.events.watch`. The `sync` message may well arrive before the answer does. */
export function watchEvents(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const calendar = openCalendar(parts, request);
  if (!calendar.ok) return calendar.answer;
  const query = readListQuery(parts, request.query);
  if (!query.ok) return query.answer;
  const body = watchBody.safeParse(request.body ?? {});
  if (!body.success) return bodyFault(body.error);
  const { mailbox } = calendar.value;
  const fault = addressFault(parts, body.data.address) ?? idFault(parts, body.data.id);
  if (fault !== null) return fault;
  const expirationMs = expiration(parts, body.data);
  if (expirationMs <= parts.clock.nowMs()) return invalid('Channel expiration is in the past.', 'expiration');
  const channel: Channel = {
    id: body.data.id,
    mailbox,
    user: tokenOwner(parts, request)?.address ?? mailbox,
    clientId: request.access?.clientId ?? '',
    byServiceAccount: request.access?.serviceAccount !== undefined,
    address: body.data.address,
    token: body.data.token ?? null,
    resourceId: createHash('sha256').update(`events of ${mailbox}`).digest('base64url').slice(0, 27),
    resourceUri: `${request.origin}/calendar/v3/calendars/${encodeURIComponent(mailbox)}/events?alt=json`,
    eventTypes: query.value.eventTypes,
    expirationMs,
    messageNumber: 1,
    stopped: false,
  };
  notify(parts, channel, 'sync');
  return { status: 200, json: writeChannel(channel) };
}

const stopBody = z.object({ id: z.string(), resourceId: z.string() });

/** `calendar.channels.stop`: through the same client, by the user who made the channel; one of a service account by anybody. */
export function stopChannel(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const body = stopBody.safeParse(request.body ?? {});
  if (!body.success) return bodyFault(body.error);
  const { id, resourceId } = body.data;
  const channel = channels(parts).get(id);
  const known = channel?.resourceId === resourceId && channel.clientId === request.access?.clientId;
  if (channel === undefined || !known || channel.stopped || channel.expirationMs <= parts.clock.nowMs()) {
    return googleError(404, 'global', 'notFound', `Channel '${id.slice(0, 64)}' not found for project`);
  }
  if (!channel.byServiceAccount && channel.user !== tokenOwner(parts, request)?.address) return forbidden();
  channels(parts).put(id, { ...channel, stopped: true });
  return { status: 204 };
}

function expiration(parts: SandboxParts, body: WatchBody): number {
  const nowMs = parts.clock.nowMs();
  const askedMs = body.expiration ?? nowMs + (body.params?.ttl ?? usualTtlSeconds) * 1000;
  const shortened = parts.positions()['google.channel-lifetime'] === 'one-day-at-most';
  return shortened ? Math.min(askedMs, nowMs + dayMs) : askedMs;
}

function idFault(parts: SandboxParts, id: string): ApiAnswer | null {
  const refused = parts.positions()['google.repeated-channel-id'] === 'refused';
  return refused && channels(parts).get(id) !== undefined
    ? googleError(400, 'global', 'channelIdNotUnique', `Channel id ${id} not unique`)
    : null;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** HTTPS, as Google demands; plain HTTP only to this machine, so that a sandbox needs no certificate. */
function addressFault(parts: SandboxParts, address: string): ApiAnswer | null {
  const url = URL.parse(address);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname))) return null;
  if (parts.positions()['google.bad-webhook'] === 'unauthorized') {
    return googleError(401, 'global', 'push.webhookUrlUnauthorized', 'Unauthorized WebHook callback channel');
  }
  const message = `WebHook callback must be HTTPS: ${address.slice(0, 80)}`;
  return googleError(400, 'global', 'webhookUrlNotHttps', message);
}

function bodyFault(error: z.ZodError): ApiAnswer {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  const missing = issue?.code === 'invalid_type' && issue.message.includes('undefined');
  return missing ? required(`Missing ${field}.`) : invalid(`Invalid value for: ${field}`, field);
}
