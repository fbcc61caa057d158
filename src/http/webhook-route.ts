import { setTimeout as delay } from 'node:timers/promises';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { rememberSubscriptions } from '../app/intake/known-subscriptions.ts';
import {
  type ReceiveDeps,
  receiveNotification,
  type WebhookAnswer,
} from '../app/intake/receive-notification.ts';
import { createNotificationWriter } from '../app/intake/store-notifications.ts';
import { webhookPaths } from '../app/intake/webhook-path.ts';
import type { CalendarProvider, WebhookRequest } from '../app/ports/provider.ts';

/** Graph's largest batches have some tens of kilobytes; Google sends no body. */
const maxBodyBytes = 256 * 1024;
/** A short breath of the database is over by then; both providers take their own pauses besides. */
const retryAfterSeconds = 5;

/** Graph gives up after 10 s. What is committed after that answer is only taken twice. */
const usualPatienceMs = 8_000;

/**
 * The webhook of one provider: the bytes as they came to `receiveNotification`, its answer as plain text; 503 where that
 * takes longer than so many milliseconds.
 */
export function webhookRoute(
  provider: CalendarProvider['name'],
  deps: ReceiveDeps,
  patienceMs: number = usualPatienceMs,
): Router {
  const kept = {
    known: rememberSubscriptions(deps.store.directory, deps.clock),
    write: createNotificationWriter(deps),
    ...deps,
  };
  return Router().post(webhookPaths[provider], rawBody, async (request: Request, response: Response) => {
    const { status, body } = await inTime(
      receiveNotification(kept, provider, asReceived(request)),
      patienceMs,
    );
    if (status === 503) response.set('Retry-After', String(retryAfterSeconds));
    response.status(status).type('text/plain').send(body);
  });
}

async function inTime(answer: Promise<WebhookAnswer>, patienceMs: number): Promise<WebhookAnswer> {
  const answered = new AbortController();
  const tooSlow = { status: 503, body: 'try again' };
  const late = delay(patienceMs, tooSlow, { signal: answered.signal }).catch(() => tooSlow);
  try {
    return await Promise.race([answer, late]);
  } finally {
    answered.abort();
  }
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
