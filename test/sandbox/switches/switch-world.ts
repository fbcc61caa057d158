import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import { OAuth2Client } from 'google-auth-library';
import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { ChangedLimits } from '../../../src/sandbox/limits/limits-figures.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { SwitchPositions } from '../../../src/sandbox/switches.ts';
import { somebody } from '../somebody.ts';

export const ana = 'ana@acme.example';
export const ben = 'ben@acme.example';
/** Keeps invitations off the calendar. */
export const cleo = 'cleo@acme.example';
/** A group of Ben alone. */
export const team = 'team@acme.example';
export const mia = 'mia@acme.example';
export const max = 'max@acme.example';

export const nowMs = Date.parse('2026-10-05T08:00:00Z');

const people = [
  somebody(ana),
  somebody(ben),
  somebody(cleo, { hidesInvitations: true }),
  somebody(team, { kind: 'group', members: [ben] }),
  somebody(mia, { provider: 'microsoft' }),
  somebody(max, { provider: 'microsoft' }),
];

/** A whole sandbox with a webhook beside it, and the vendors' clients for everybody in it. */
export interface SwitchWorld {
  readonly sandbox: Sandbox;
  readonly google: (mailbox: string) => calendar_v3.Calendar;
  readonly graph: (mailbox: string, scopes?: readonly string[]) => Client;
  readonly webhook: Webhook;
  readonly close: () => Promise<void>;
}

export async function openWorld(
  positions: Partial<SwitchPositions>,
  limits: ChangedLimits = {},
): Promise<SwitchWorld> {
  const log: string[] = [];
  const sandbox = await startSandbox({
    realNowMs: () => nowMs,
    startMs: null,
    seed: 11,
    stateFile: null,
    ports: { google: 0, microsoft: 0, control: 0 },
    positions,
    people,
    sample: false,
    limits,
    pace: { pausesMs: [1], answerMs: 5_000 },
    log: (text) => void log.push(text),
  });
  const webhook = await openWebhook();
  return {
    sandbox,
    google: (mailbox) => googleClient(sandbox, mailbox),
    graph: (mailbox, scopes = ['Calendars.ReadWrite', 'Files.ReadWrite']) =>
      graphClient(sandbox, mailbox, scopes),
    webhook,
    close: async () => {
      await sandbox.close();
      await webhook.close();
      if (log.length > 0) throw new Error(log.join('\n'));
    },
  };
}

function googleClient({ google, parts }: Sandbox, mailbox: string): calendar_v3.Calendar {
  const scopes = ['https://www.googleapis.com/auth/calendar'];
  const token = parts.access.issue({
    provider: 'google',
    mailbox,
    scopes,
    clientId: 'gate',
    expiresMs: nowMs * 2,
  });
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
  return calendar({ version: 'v3', auth, rootUrl: `${google.origin}/` });
}

function graphClient({ microsoft, parts }: Sandbox, mailbox: string, scopes: readonly string[]): Client {
  const token = parts.access.issue({
    provider: 'microsoft',
    mailbox,
    scopes,
    clientId: 'gate',
    expiresMs: nowMs * 2,
  });
  const last = new HTTPMessageHandler();
  const bearer: Middleware = {
    execute: (context: Context) => {
      const headers = Object.fromEntries(new Headers(context.options?.headers as Record<string, string>));
      context.options = { ...context.options, headers: { ...headers, Authorization: `Bearer ${token}` } };
      return last.execute(context);
    },
    setNext: () => undefined,
  };
  return Client.initWithMiddleware({ baseUrl: `${microsoft.origin}/`, middleware: bearer });
}

interface Webhook {
  readonly url: string;
  /** `x-goog-resource-state` of what Google sent. */
  readonly states: readonly string[];
  /** What it answers from now on. */
  readonly answerWith: (status: number) => void;
  readonly close: () => Promise<void>;
}

/** Repeats the validation token of Graph, and keeps the states of Google's messages. */
async function openWebhook(): Promise<Webhook> {
  const states: string[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const state = request.headers['x-goog-resource-state'];
    if (typeof state === 'string' && status < 300) states.push(state);
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationToken');
    response.writeHead(status, { 'content-type': 'text/plain' }).end(token ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    states,
    answerWith: (next) => {
      status = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An hour on 6 October 2026, by its hour in UTC. */
export function googleMeeting(hour: number, fields: calendar_v3.Schema$Event = {}): calendar_v3.Schema$Event {
  const at = (value: number) => ({
    dateTime: `2026-10-06T${String(value).padStart(2, '0')}:00:00Z`,
    timeZone: 'UTC',
  });
  return { summary: 'Budget', start: at(hour), end: at(hour + 1), ...fields };
}

/** The same for Graph. */
export function graphMeeting(hour: number, guests: readonly string[], fields: object = {}): object {
  const at = (value: number) => ({
    dateTime: `2026-10-06T${String(value).padStart(2, '0')}:00:00`,
    timeZone: 'UTC',
  });
  const attendees = guests.map((address) => ({ type: 'required', emailAddress: { address } }));
  return { subject: 'Budget', start: at(hour), end: at(hour + 1), attendees, ...fields };
}

export const weekly = {
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate: '2026-10-06', numberOfOccurrences: 3 },
  },
};

/** Status and the vendor's own code of a refusal; null where the call succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<readonly [unknown, unknown] | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { response, statusCode, code } = error as {
      readonly response?: { readonly status: number; readonly data: unknown };
      readonly statusCode?: number;
      readonly code?: unknown;
    };
    if (response === undefined) return [statusCode, code];
    const { error: said } = response.data as {
      readonly error: string | { readonly errors: readonly { readonly reason: string }[] };
    };
    return [response.status, typeof said === 'string' ? said : said.errors[0]?.reason];
  }
}
