import { z } from 'zod';
import {
  type ConnectResult,
  connectCompanyMailboxes,
  connectMailbox,
} from '../../../app/mailboxes/connect-mailbox.ts';
import { leaveMailbox } from '../../../app/mailboxes/leave-mailbox.ts';
import type { Service } from '../create-service.ts';
import { done, operation, refuse } from '../operation.ts';
import { addressInput, mailboxesOf, organizationInput, organizationOf } from './whose.ts';

const providerInput = z.enum(['google', 'microsoft']);

/** One mailbox as people ask for it; instants are epoch milliseconds. */
export interface ListedMailbox {
  readonly address: string;
  readonly provider: 'google' | 'microsoft';
  readonly state: string;
  readonly observingUntilMs: number | null;
  readonly problem: string | null;
  readonly pulledMs: number | null;
  /** End of the newest subscription; null where there is none, and the mailbox is asked from time to time. */
  readonly subscribedUntilMs: number | null;
}

export const mailboxes = operation({
  input: z.strictObject({ organization: organizationInput }),
  run: async (service, { organization }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const listed = await listMailboxes(service, whose.value);
    return done({ nowMs: service.deps.clock.nowMs(), mailboxes: listed });
  },
});

/** All mailboxes of an organization that are not left, by address. */
async function listMailboxes(
  { store }: Pick<Service, 'store'>,
  organizationId: string,
): Promise<readonly ListedMailbox[]> {
  return await store.inOrganization(organizationId, async (tx) => {
    const listed: ListedMailbox[] = [];
    for (const {
      id,
      address,
      provider,
      state,
      observingUntilMs,
      problem,
      pulledMs,
    } of await tx.mailboxes.summaries()) {
      const ends = (await tx.subscriptions.ofMailbox(id)).map(({ expiresMs }) => expiresMs ?? 0);
      const latest = Math.max(0, ...ends);
      listed.push({
        address,
        provider,
        state,
        observingUntilMs,
        problem: problem?.code ?? null,
        pulledMs,
        subscribedUntilMs: latest === 0 ? null : latest,
      });
    }
    return listed.toSorted((a, b) => a.address.localeCompare(b.address));
  });
}

/** Where a person's browser has to go. The redirect comes back to the command that asked. */
export const signInAddress = operation({
  input: z.strictObject({
    provider: providerInput,
    redirectUri: z.url(),
    state: z.string(),
    codeChallenge: z.string(),
    loginHint: addressInput.optional(),
  }),
  run: async ({ deps }, { provider, loginHint = null, ...request }) => {
    const { signIn } = deps.providers[provider] ?? {};
    if (!signIn) return notConfigured(provider);
    return done({ address: await signIn.authorizationUrl({ ...request, loginHint }) });
  },
});

/** The end of a sign-in: what the browser brought back becomes a connected mailbox. */
export const connectPerson = operation({
  input: z.strictObject({
    provider: providerInput,
    organization: organizationInput,
    code: z.string().max(4000),
    redirectUri: z.url(),
    codeVerifier: z.string(),
  }),
  run: async (service, { provider, organization, ...request }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const { signIn } = service.deps.providers[provider] ?? {};
    if (!signIn) return notConfigured(provider);
    const redeemed = await signIn.redeem(request);
    if (!redeemed.ok) {
      const { code, detail } = redeemed.problem;
      return refuse(provider, `the sign-in was refused (${code}, ${detail})`, 'run the command again');
    }
    return done(await connectMailbox(service.deps, whose.value, { provider, signedIn: redeemed.value }));
  },
});

/** Mailboxes of a company that consented for all of them. */
export const connectCompany = operation({
  input: z.strictObject({
    provider: providerInput,
    organization: organizationInput,
    addresses: z.array(addressInput).min(1).max(10_000),
  }),
  run: async (service, { provider, organization, addresses }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    if (service.deps.providers[provider] === null) return notConfigured(provider);
    if (provider === 'google' && service.settings.serviceAccount === null && usesOwnProviders(service)) {
      const remedy = 'state its key file; domain-wide delegation needs one';
      return refuse('GOOGLE_SERVICE_ACCOUNT', 'it is missing', remedy);
    }
    const results: readonly ConnectResult[] = await connectCompanyMailboxes(
      service.deps,
      whose.value,
      provider,
      addresses,
    );
    return done(results);
  },
});

export const disconnect = operation({
  input: z.strictObject({
    address: addressInput,
    organization: organizationInput,
    withdrawAnswers: z.boolean().default(false),
  }),
  run: async (service, { address, organization, withdrawAnswers }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const found = await mailboxesOf(service, whose.value, address);
    if (!found.ok) return found;
    for (const { id } of found.value)
      await leaveMailbox(service.deps, whose.value, id, { withdrawAnswers, actor: 'operator' });
    return done({ works: service.works });
  },
});

const usesOwnProviders = ({ settings }: Service) => settings.GOOGLE_CLIENT_ID !== null;

function notConfigured(provider: 'google' | 'microsoft') {
  const name = provider === 'google' ? 'GOOGLE_CLIENT_ID' : 'MICROSOFT_CLIENT_ID';
  return refuse(
    name,
    'there are no credentials',
    `state ${name} and its secret; docs/operations.md says how`,
  );
}
