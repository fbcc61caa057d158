import type { SandboxParts } from '../parts.ts';
import type { Vendors } from '../vendors.ts';

interface TokenRequest {
  readonly mailbox: string | null;
  readonly scopes?: readonly string[] | undefined;
  readonly provider?: 'google' | 'microsoft' | undefined;
  readonly minutes: number;
}

interface IssuedToken {
  readonly accessToken: string;
  readonly expiresMs: number;
  readonly scopes: readonly string[];
}

const clientId = 'sandbox-control';

/** An access token without any sign-in, which only a sandbox gives. */
export function issueToken(
  { people, access, clock }: Pick<SandboxParts, 'people' | 'access' | 'clock'>,
  vendors: Pick<Vendors, 'google' | 'microsoft'>,
  request: TokenRequest,
): { readonly ok: true; readonly token: IssuedToken } | { readonly ok: false; readonly why: string } {
  const person = request.mailbox === null ? null : people.find(request.mailbox);
  if (request.mailbox !== null && person === null) {
    return { ok: false, why: `nobody here is called ${request.mailbox}; GET /people lists all` };
  }
  const provider = request.provider ?? (person === null ? 'microsoft' : person.provider);
  if (provider === 'outside' || (person === null && provider === 'google')) {
    return { ok: false, why: `${person?.address ?? 'an application of Google'} has no mailbox here` };
  }
  const scopes = request.scopes ?? allScopes(vendors, provider);
  const expiresMs = clock.nowMs() + request.minutes * 60_000;
  const mailbox = person?.address ?? null;
  const accessToken = access.issue({ provider, mailbox, scopes, clientId, expiresMs });
  return { ok: true, token: { accessToken, expiresMs, scopes } };
}

function allScopes(
  vendors: Pick<Vendors, 'google' | 'microsoft'>,
  provider: 'google' | 'microsoft',
): string[] {
  return [...new Set(vendors[provider].routes.flatMap(({ scopes }) => scopes ?? []))].sort();
}
