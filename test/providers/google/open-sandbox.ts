import type { Outcome } from '../../../src/app/ports/problem.ts';
import { createGoogleProvider } from '../../../src/providers/google/provider.ts';
import type { TransportLimits } from '../../../src/providers/transport/transport.ts';
import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import type { SandboxOptions } from '../../../src/sandbox/start-sandbox.ts';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { endpointsAt, quickLimits } from './scripted-google.ts';

export const ana = 'ana@acme.example';
export const ben = 'ben@acme.example';
/** A group with Ana in it. */
export const team = 'team@acme.example';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Tuesday, 10:00 in Paris, a day after the sandbox begins. */
export const tuesdayMs = Date.parse('2026-11-03T09:00:00Z');
export const weeks = { fromMs: tuesdayMs - dayMs, toMs: tuesdayMs + 28 * dayMs };

/** An hour, written in the zone of everybody. */
export function slotAt(startMs: number) {
  return { startMs, endMs: startMs + hourMs, zone: 'Europe/Paris' };
}

/** The provider with a service account at an emulator with two people and a group. */
export async function openGoogleSandbox(
  options: Partial<SandboxOptions> = {},
  limits: Partial<TransportLimits> = quickLimits,
) {
  const group: SandboxPerson = { ...googlePerson(team, '103'), kind: 'group', members: [ana] };
  const people = [googlePerson(ana, '101'), googlePerson(ben, '102'), group];
  const sandbox = await startTestSandbox({ people, ...options });
  const key = await (await fetch(`${sandbox.google.origin}/sandbox/service-account.json`)).json();
  const provider = createGoogleProvider({
    clientId: 'gate',
    clientSecret: 'secret',
    serviceAccount: { email: key.client_email, privateKey: key.private_key },
    endpoints: endpointsAt(sandbox.google.origin),
    limits,
  });
  const mailboxOf = (address: string) =>
    provider.openMailbox({ grant: { kind: 'company' }, address, otherAddresses: [] });
  return { sandbox, provider, a: mailboxOf(ana), b: mailboxOf(ben) };
}

/** What the provider has no method for: a rule, by hand. */
export async function makeWeekly(sandbox: TestSandbox, id: string, rule: string): Promise<void> {
  const token = sandbox.issueToken(ben, ['https://www.googleapis.com/auth/calendar.events.owned']);
  const patched = await fetch(`${sandbox.google.origin}/calendar/v3/calendars/primary/events/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ recurrence: [rule] }),
  });
  if (!patched.ok) throw new Error(await patched.text());
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

function googlePerson(address: string, userId: string): SandboxPerson {
  return {
    address,
    aliases: [],
    name: address,
    provider: 'google',
    kind: 'person',
    members: [],
    userId,
    zone: 'Europe/Paris',
    workingHours: { weekdays: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    hidesInvitations: false,
    delegates: [],
  };
}
