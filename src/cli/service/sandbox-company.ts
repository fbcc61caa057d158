import { z } from 'zod';
import { connectMailbox } from '../../app/mailboxes/connect-mailbox.ts';
import type { Providers } from '../../app/ports/surroundings.ts';
import type { SandboxPerson } from '../../sandbox/accounts/person.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { createProviders } from './calendar-providers.ts';
import type { Service } from './create-service.ts';

const keyFile = z.object({ client_email: z.string(), private_key: z.string() });

/** Providers that talk to the sandbox with the company's consent, which it gives to anybody. */
export async function sandboxProviders({ google, microsoft, parts }: Sandbox): Promise<Providers> {
  const answer = await fetch(`${google.origin}/sandbox/service-account.json`);
  const { client_email, private_key } = keyFile.parse(await answer.json());
  const settings = {
    GOOGLE_CLIENT_ID: 'gate.apps.sandbox.example',
    GOOGLE_CLIENT_SECRET: 'sandbox-secret',
    GOOGLE_ENDPOINT: google.origin,
    serviceAccount: { email: client_email, privateKey: private_key },
    MICROSOFT_CLIENT_ID: '11111111-2222-4333-8444-555555555555',
    MICROSOFT_CLIENT_SECRET: 'sandbox-secret',
    MICROSOFT_TENANT_ID: '99999999-8888-4777-8666-555555555555',
    MICROSOFT_ENDPOINT: microsoft.origin,
  };
  return createProviders(settings, parts.clock.nowMs);
}

/** Whom a visitor may be: everybody with a mailbox. */
export function companyOf({ parts }: Sandbox): readonly SandboxPerson[] {
  return parts.people.all().filter(({ kind, provider }) => kind === 'person' && provider !== 'outside');
}

/**
 * Connects everybody of the sample company who is not connected yet, until it is told to stop. They count as connected
 * from now on, however long it takes: what they are invited to meanwhile is new, and answered after their first reading.
 */
export async function connectSample(
  { deps: given, organizationId }: Service,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<void> {
  const sinceMs = given.clock.nowMs();
  const deps = { ...given, clock: { nowMs: () => sinceMs } };
  const people = companyOf(sandbox);
  const known = await deps.store.inOrganization(organizationId, ({ mailboxes }) => mailboxes.summaries());
  const connected = new Set(known.map(({ address }) => address));
  for (const { address, name, provider, aliases } of people) {
    if (signal.aborted) return;
    if (connected.has(address) || provider === 'outside') continue;
    const otherAddresses = [...aliases, ...otherAccounts(people, name, address)];
    await connectMailbox(deps, organizationId, { provider, address, otherAddresses });
  }
}

/** One person of the company has two accounts. */
function otherAccounts(people: readonly SandboxPerson[], name: string, address: string): readonly string[] {
  return people.filter((each) => each.name === name && each.address !== address).map((each) => each.address);
}
