import type { Outcome } from '../../../src/app/ports/problem.ts';
import type { Mailbox, MailboxAccount, MailboxEvents } from '../../../src/app/ports/provider.ts';
import { createMicrosoftProvider, type MicrosoftOptions } from '../../../src/providers/microsoft/provider.ts';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import { blankFields, blankOwn, newGuest } from '../../../src/sandbox/calendar/blank-event.ts';
import type { EventCopy, EventFields } from '../../../src/sandbox/calendar/event-copy.ts';
import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import { startTestSandbox, type TestSandbox, testStartMs } from '../../support/sandbox.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const window = { fromMs: testStartMs - 7 * dayMs, toMs: testStartMs + 28 * dayMs };
/** Thursday 14:00 in Lyon. */
export const meetingMs = Date.parse('2026-11-05T13:00:00Z');

export const ana = 'ana@kiln.example';
export const ben = 'ben@kiln.example';

const person = (address: string, number: number): SandboxPerson => ({
  address,
  aliases: [],
  name: address.slice(0, 3),
  provider: 'microsoft',
  kind: 'person',
  members: [],
  userId: `00000000-0000-4000-8000-00000000000${number}`,
  zone: 'Europe/Paris',
  workingHours: { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
  hidesInvitations: false,
  delegates: [],
});

export interface OutlookWorld {
  readonly sandbox: TestSandbox;
  readonly options: MicrosoftOptions;
  readonly provider: ReturnType<typeof createMicrosoftProvider>;
  readonly open: (account?: Partial<MailboxAccount>, events?: MailboxEvents) => Mailbox;
  /** Ana's, by the company's grant. */
  readonly mailbox: Mailbox;
}

/** Two people on the emulator of Graph, and the provider connected to it over HTTP. */
export async function openOutlook(given: Partial<SandboxOptions> = {}): Promise<OutlookWorld> {
  const sandbox = await startTestSandbox({ people: [person(ana, 1), person(ben, 2)], ...given });
  const root = `${sandbox.microsoft.origin}/`;
  const options: MicrosoftOptions = {
    clientId: '11111111-2222-4333-8444-555555555555',
    clientSecret: 'sandbox-secret',
    tenantId: '99999999-8888-4777-8666-555555555555',
    endpoints: { graph: root, login: root },
    limits: { firstPauseMs: 2, longestPauseMs: 50 },
    nowMs: sandbox.parts.clock.nowMs,
  };
  const provider = createMicrosoftProvider(options);
  const open: OutlookWorld['open'] = (account = {}, events = {}) =>
    provider.openMailbox(
      { grant: { kind: 'company' }, address: ana, otherAddresses: [], ...account },
      events,
    );
  return { sandbox, options, provider, open, mailbox: open() };
}

/** Ben invites Ana for an hour, unless changed; gives the copy of whoever called it. */
export function invite(
  { sandbox }: OutlookWorld,
  change: Partial<EventFields> = {},
  organizer: string = ben,
): EventCopy {
  return sandbox.parts.engine.create({
    organizer,
    fields: {
      ...blankFields,
      summary: 'Roadmap review',
      body: { kind: 'text', content: 'Agenda' },
      start: { kind: 'instant', ms: meetingMs, zone: 'Europe/Paris' },
      end: { kind: 'instant', ms: meetingMs + hourMs, zone: 'Europe/Paris' },
      guests: [newGuest(organizer === ben ? ana : ben)],
      ...change,
    },
    own: blankOwn,
    providerId: null,
    uid: null,
    transactionId: null,
    notify: true,
  });
}

export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

export function codeOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : outcome.problem.code;
}

/** Entries of the whole window as they are now. */
export async function entriesOf({ mailbox }: OutlookWorld) {
  const { changes } = unwrap(await mailbox.calendar.pullChanges(null, window));
  return changes.flatMap((change) => (change.kind === 'entry' ? change.entry : []));
}

/** Id of the only entry in the window. */
export async function onlyId(world: OutlookWorld): Promise<string> {
  const [entry, ...others] = await entriesOf(world);
  if (entry === undefined || others.length > 0) throw new Error(`${others.length + 1} entries`);
  return entry.meeting.id;
}
