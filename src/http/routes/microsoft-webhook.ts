import type { Router } from 'express';
import type { ReceiveDeps } from '../../app/intake/receive-notification.ts';
import { webhookRoute } from '../webhook-route.ts';

/** Change and lifecycle notifications of Microsoft Graph, and the echo that it asks for before a subscription stands. */
export function microsoftWebhook(deps: ReceiveDeps): Router {
  return webhookRoute('microsoft', deps);
}
