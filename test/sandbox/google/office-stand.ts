import { createAccessTokens } from '../../../src/sandbox/accounts/access-tokens.ts';
import { createMails } from '../../../src/sandbox/accounts/mails.ts';
import { createNewId } from '../../../src/sandbox/accounts/new-id.ts';
import { createPeople } from '../../../src/sandbox/accounts/people.ts';
import { createActs } from '../../../src/sandbox/acts.ts';
import { createApiApp } from '../../../src/sandbox/api/api-app.ts';
import { listen } from '../../../src/sandbox/api/listen.ts';
import type { CalendarEngine } from '../../../src/sandbox/calendar/calendar-engine.ts';
import { createClock } from '../../../src/sandbox/clock.ts';
import { googleErrors } from '../../../src/sandbox/google/errors.ts';
import { googleWorkspaceRoutes } from '../../../src/sandbox/google/workspace-routes.ts';
import { graphErrorsOf } from '../../../src/sandbox/microsoft/errors.ts';
import { graphOfficeRoutes } from '../../../src/sandbox/microsoft/office-routes.ts';
import type { SandboxParts } from '../../../src/sandbox/parts.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';
import { type SwitchPositions, switchPositions } from '../../../src/sandbox/switches.ts';
import { somebody } from '../somebody.ts';

export const ada = somebody('ada@acme.example', {
  name: 'Ada <Lovelace>',
  aliases: ['countess@acme.example'],
});
export const bob = somebody('bob@acme.example');
export const team = somebody('team@acme.example', { kind: 'group', members: [ada.address, bob.address] });
export const mia = somebody('mia@acme.example', {
  provider: 'microsoft',
  name: 'Mia Chen',
  zone: 'Asia/Singapore',
  userId: '7b0e5a52-6f0a-4f2c-9a53-1d7f0c1b2a01',
  workingHours: { weekdays: [1, 2, 3, 4], start: '08:30', end: '16:00' },
});
export const tom = somebody('tom@acme.example', {
  provider: 'microsoft',
  zone: 'America/New_York',
  userId: '7b0e5a52-6f0a-4f2c-9a53-1d7f0c1b2a02',
});

/** Both vendors beside their calendars over HTTP; the calendar engine is not there, as nothing here asks it. */
export async function startOffice(options: { readonly stateFile?: string } = {}) {
  const tables = await createTables(options.stateFile ?? null);
  const clock = createClock(() => 0, Date.parse('2026-11-02T08:00:00Z'));
  const newId = createNewId(tables.table('ids'), 7);
  const acts = createActs(tables.table('acts'));
  let positions: SwitchPositions = switchPositions();
  const log: string[] = [];
  const parts: SandboxParts = {
    clock,
    tables,
    positions: () => positions,
    acts,
    people: createPeople([ada, bob, team, mia, tom]),
    engine: {} as CalendarEngine,
    sendMail: createMails({ table: tables.table('mails'), clock, acts, newId }),
    access: createAccessTokens(tables.table('access-tokens'), clock, newId),
    deliver: () => undefined,
    newId,
  };
  const common = { parts, log: (text: string) => log.push(text) };
  const google = await listen(
    createApiApp({
      ...common,
      provider: 'google',
      routes: googleWorkspaceRoutes(parts),
      errors: googleErrors,
    }),
    0,
  );
  const microsoft = await listen(
    createApiApp({
      ...common,
      provider: 'microsoft',
      routes: graphOfficeRoutes(parts),
      errors: graphErrorsOf(parts),
    }),
    0,
  );
  return {
    google: google.origin,
    microsoft: microsoft.origin,
    parts,
    /** Faults of the emulators themselves: a test that ends with any has found a bug. */
    log,
    turn: (turned: Partial<SwitchPositions>) => {
      positions = { ...positions, ...turned };
    },
    token: (
      provider: 'google' | 'microsoft',
      mailbox: string | null,
      scopes: readonly string[],
      clientId = 'gate',
    ) => parts.access.issue({ provider, mailbox, scopes, clientId, expiresMs: clock.nowMs() + 3_600_000 }),
    close: async () => {
      await google.close();
      await microsoft.close();
      await tables.close();
    },
  };
}

export type Office = Awaited<ReturnType<typeof startOffice>>;

/** Answers a consent page as a browser would. @returns the address that it leads to */
export async function consent(url: string, form: Readonly<Record<string, string>>): Promise<URL> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 302 || location === null) throw new Error(`no redirect but ${answer.status}`);
  return new URL(location);
}
