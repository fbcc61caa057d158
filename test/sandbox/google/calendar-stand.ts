import { OAuth2Client } from 'google-auth-library';
import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { createApiApp } from '../../../src/sandbox/api/api-app.ts';
import { listen } from '../../../src/sandbox/api/listen.ts';
import { createClock } from '../../../src/sandbox/clock.ts';
import { createParts } from '../../../src/sandbox/create-parts.ts';
import { googleCalendarRoutes } from '../../../src/sandbox/google/calendar-routes.ts';
import { googleErrors } from '../../../src/sandbox/google/errors.ts';
import type { Delivery, SandboxParts } from '../../../src/sandbox/parts.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';
import { type SwitchPositions, switchPositions } from '../../../src/sandbox/switches.ts';
import { somebody } from '../somebody.ts';

export const ana = 'ana@example.com';
export const ben = 'ben@example.com';
export const cleo = 'cleo@example.com';
export const nowMs = Date.parse('2026-03-02T08:00:00Z');

const people: readonly SandboxPerson[] = [
  somebody(ana, { aliases: ['ana.alias@example.com'] }),
  somebody(ben, {
    zone: 'America/New_York',
    workingHours: { weekdays: [7, 1], start: '09:00', end: '17:00' },
  }),
  somebody(cleo, { delegates: [ana], hidesInvitations: true }),
  somebody('mia@example.com', { provider: 'microsoft' }),
  somebody('team@example.com', { kind: 'group', members: [ana, ben] }),
];

export interface CalendarStand {
  readonly parts: SandboxParts;
  readonly origin: string;
  readonly as: (mailbox: string, scopes?: readonly string[], clientId?: string) => calendar_v3.Calendar;
  /** Notifications that were handed over for delivery. */
  readonly deliveries: readonly Delivery[];
  readonly turn: (positions: Partial<SwitchPositions>) => void;
  readonly close: () => Promise<void>;
}

/** The emulator over real HTTP, and Google's own client for anybody in it. Time stands still until it is moved. */
export async function startStand(options: { readonly shortPages?: boolean } = {}): Promise<CalendarStand> {
  const deliveries: Delivery[] = [];
  let positions = switchPositions();
  const { parts } = createParts({
    clock: createClock(() => nowMs, null),
    tables: await createTables(null),
    people,
    positions: () => positions,
    seed: 7,
    deliver: (delivery) => void deliveries.push(delivery),
  });
  const routes = googleCalendarRoutes(parts, options);
  const faults: string[] = [];
  const log = (text: string) => void faults.push(text);
  const app = createApiApp({ provider: 'google', routes, errors: googleErrors, parts, log });
  const { origin, close } = await listen(app, 0);
  return {
    parts,
    origin,
    deliveries,
    turn: (turned) => {
      positions = { ...positions, ...turned };
    },
    as: (mailbox, scopes = ['calendar'], clientId = 'gate') => {
      const token = parts.access.issue({
        provider: 'google',
        mailbox,
        scopes: scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
        clientId,
        expiresMs: nowMs + 400 * 86_400_000,
      });
      const auth = new OAuth2Client();
      auth.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
      return calendar({ version: 'v3', auth, rootUrl: `${origin}/` });
    },
    close: async () => {
      await close();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

/** Status and reason of a refusal; throws where the call succeeds. */
export async function refusal(call: Promise<unknown>): Promise<{ status: unknown; reason: unknown }> {
  try {
    await call;
  } catch (error) {
    const { response } = error as { response?: { status: number; data: unknown } };
    const data = response?.data as { error?: { errors?: { reason?: string }[] } } | undefined;
    return { status: response?.status, reason: data?.error?.errors?.[0]?.reason };
  }
  throw new Error('was not refused');
}

/** A meeting on a day of March 2026, half an hour from 10:00 in Paris. */
export function meeting(day: number, fields: calendar_v3.Schema$Event = {}): calendar_v3.Schema$Event {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return {
    summary: 'Budget',
    start: { dateTime: `${date}T10:00:00`, timeZone: 'Europe/Paris' },
    end: { dateTime: `${date}T10:30:00`, timeZone: 'Europe/Paris' },
    ...fields,
  };
}

export function invited(...addresses: readonly string[]): calendar_v3.Schema$Event {
  return { attendees: addresses.map((email) => ({ email })) };
}

/**
 * What a client has after it applied a sync. Cancelled occurrences are kept with their series, unless the client
 * only wants occurrences (google.md 5.2, `status` of the API description).
 */
export function applied(
  before: readonly calendar_v3.Schema$Event[],
  changes: readonly calendar_v3.Schema$Event[],
  singleEvents = false,
) {
  const store = new Map<string, calendar_v3.Schema$Event>();
  for (const item of [...before, ...changes]) {
    const id = item.id ?? '';
    if (item.status !== 'cancelled' || (item.recurringEventId && !singleEvents)) store.set(id, item);
    else store.delete(id);
  }
  const live = [...store.values()].filter(
    ({ recurringEventId }) => singleEvents || !recurringEventId || store.has(recurringEventId),
  );
  return live.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
}
