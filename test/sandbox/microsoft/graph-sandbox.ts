import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { createApiApp } from '../../../src/sandbox/api/api-app.ts';
import { listen } from '../../../src/sandbox/api/listen.ts';
import { createClock } from '../../../src/sandbox/clock.ts';
import { createParts } from '../../../src/sandbox/create-parts.ts';
import { graphCalendarRoutes } from '../../../src/sandbox/microsoft/calendar-routes.ts';
import { graphErrorsOf } from '../../../src/sandbox/microsoft/errors.ts';
import type { Delivery } from '../../../src/sandbox/parts.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';
import { type SwitchPositions, switchPositions } from '../../../src/sandbox/switches.ts';
import { somebody } from '../somebody.ts';

export const startMs = Date.parse('2026-10-05T08:00:00Z');

const onMicrosoft = (address: string, fields: Partial<SandboxPerson> = {}) =>
  somebody(address, { provider: 'microsoft', zone: 'America/New_York', ...fields });

const people = [
  onMicrosoft('ann@acme.example', { aliases: ['ann.b@acme.example'] }),
  onMicrosoft('ben@acme.example', { delegates: ['ann@acme.example'] }),
  onMicrosoft('cas@acme.example', { zone: 'Asia/Singapore' }),
  somebody('gil@acme.example'),
  somebody('out@else.example', { provider: 'outside' }),
];

interface Setting {
  readonly positions?: Partial<SwitchPositions>;
  readonly shortPages?: boolean;
}

/** The Graph calendar on a free port, at a time that stands still, with all deliveries kept instead of sent. */
export async function startGraph({ positions = {}, shortPages = false }: Setting = {}) {
  const clock = createClock(() => 0, startMs);
  const tables = await createTables(null);
  const deliveries: Delivery[] = [];
  let turned = switchPositions(positions);
  const { parts } = createParts({
    clock,
    tables,
    people,
    positions: () => turned,
    seed: 7,
    deliver: (delivery) => void deliveries.push(delivery),
  });
  const log: string[] = [];
  const app = createApiApp({
    provider: 'microsoft',
    routes: graphCalendarRoutes(parts, { shortPages }),
    errors: graphErrorsOf(parts),
    parts,
    log: (text) => void log.push(text),
  });
  const { origin, close } = await listen(app, 0);
  const tokenFor = (mailbox: string | null, scopes: readonly string[] = ['Calendars.ReadWrite']) =>
    parts.access.issue({ provider: 'microsoft', mailbox, scopes, clientId: 'gate', expiresMs: 1e15 });
  return {
    parts,
    origin,
    deliveries,
    /** Faults of the emulator's own: a test expects none. */
    log,
    tokenFor,
    clientOf: (mailbox: string | null, scopes?: readonly string[]) =>
      graphClient(origin, tokenFor(mailbox, scopes)),
    turn: (next: Partial<SwitchPositions>) => {
      turned = { ...turned, ...next };
    },
    close: async () => {
      await close();
      await tables.close();
    },
  };
}

export type TestGraph = Awaited<ReturnType<typeof startGraph>>;

/** The vendor's client with a chain that sends the token over http too, which its own refuses. */
function graphClient(origin: string, token: string): Client {
  const last = new HTTPMessageHandler();
  const bearer: Middleware = {
    execute: (context: Context) => {
      const headers = { ...headersOf(context), Authorization: `Bearer ${token}` };
      context.options = { ...context.options, headers };
      return last.execute(context);
    },
    setNext: () => undefined,
  };
  return Client.initWithMiddleware({ baseUrl: `${origin}/`, middleware: bearer });
}

function headersOf({ options }: Context): Record<string, string> {
  return Object.fromEntries(new Headers(options?.headers as Record<string, string>));
}

/** A meeting of an hour as a client posts it; `hour` is UTC on 6 October 2026. */
export function meetingAt(hour: number, attendees: readonly string[], fields: object = {}): object {
  const at = (value: number) => ({
    dateTime: `2026-10-06T${String(value).padStart(2, '0')}:00:00`,
    timeZone: 'UTC',
  });
  return {
    subject: 'Roadmap',
    body: { contentType: 'html', content: '<p>Agenda</p>' },
    start: at(hour),
    end: at(hour + 1),
    attendees: attendees.map((address) => ({ type: 'required', emailAddress: { address, name: address } })),
    ...fields,
  };
}

/** Every Tuesday, `count` times, from 6 October 2026. */
export function weekly(count: number): object {
  return {
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-10-06', numberOfOccurrences: count },
    },
  };
}

export const october = 'startDateTime=2026-10-01T00:00:00Z&endDateTime=2026-11-01T00:00:00Z';
export const immutable = 'IdType="ImmutableId"';

/** What an answer of the client holds; the client itself gives no types. */
export interface GraphEvent {
  readonly id: string;
  readonly [name: string]: unknown;
}
export interface GraphList {
  readonly value: readonly GraphEvent[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}
