import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { rememberSubscriptions } from '../app/intake/known-subscriptions.ts';
import { type ReceiveDeps, receiveNotification } from '../app/intake/receive-notification.ts';
import { webhookPaths } from '../app/intake/webhook-path.ts';
import type { CalendarProvider, WebhookRequest } from '../app/ports/provider.ts';

/** Graph's largest batches have some tens of kilobytes; Google sends no body. */
const maxBodyBytes = 256 * 1024;
/** A short breath of the database is over by then; both providers take their own pauses besides. */
const retryAfterSeconds = 5;

/** The webhook of one provider: the bytes as they came to `receiveNotification`, its answer as plain text. */
export function webhookRoute(provider: CalendarProvider['name'], deps: ReceiveDeps): Router {
  const known = rememberSubscriptions(deps.store.directory, deps.clock);
  return Router().post(webhookPaths[provider], rawBody, async (request: Request, response: Response) => {
    const { status, body } = await receiveNotification({ known, ...deps }, provider, asReceived(request));
    if (status === 503) response.set('Retry-After', String(retryAfterSeconds));
    response.status(status).type('text/plain').send(body);
  });
}

/** Bytes of any type, never unpacked: a few kilobytes could become gigabytes. */
const rawBody: RequestHandler = express.raw({ type: () => true, limit: maxBodyBytes, inflate: false });

function asReceived({ headers, originalUrl, body }: Request): WebhookRequest {
  const query = originalUrl.indexOf('?');
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
    ),
    query: Object.fromEntries(new URLSearchParams(query < 0 ? '' : originalUrl.slice(query))),
    body: body instanceof Uint8Array ? body : new Uint8Array(),
  };
}
