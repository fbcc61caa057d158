import type { Router } from 'express';
import type { ReceiveDeps } from '../../app/intake/receive-notification.ts';
import { webhookRoute } from '../webhook-route.ts';

/** Push notifications of Google Calendar: headers, no body. */
export function googleWebhook(deps: ReceiveDeps): Router {
  return webhookRoute('google', deps);
}
