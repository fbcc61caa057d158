import { z } from 'zod';

/** Claims of an ID token; what is of another shape counts as not there. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
  tid: z.string().optional().catch(undefined),
  idp: z.string().optional().catch(undefined),
  hd: z.string().optional().catch(undefined),
});

export type Claims = z.output<typeof claimsSchema>;

/** Null where the token names nobody. */
export function readClaims(claims: unknown): Claims | null {
  return claimsSchema.safeParse(claims).data ?? null;
}

const addressPattern = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;
const microsoftTenant =
  /^https:\/\/login\.microsoftonline\.(?:com|us)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/v2\.0$/;

/**
 * The address that an issuer answers for, in lower case; null where it answers for none.
 *
 * - `email` with `email_verified` (OpenID Connect Core, section 5.1).
 * - Google verified an address that it does not host only once, and it may belong to somebody else by now: `hd` or
 *   gmail.com is needed besides (developers.google.com/identity/openid-connect/openid-connect, "email_verified").
 * - Microsoft verifies none, and whoever runs a tenant writes any address into it ("nOAuth"). Those of one tenant that
 *   we were told to trust are its administrators' word, except for guests, whose `idp` is another one
 *   (learn.microsoft.com/entra/identity-platform/id-token-claims-reference).
 */
export function vouchedAddress(claims: Claims): string | null {
  const [, tenant] = microsoftTenant.exec(claims.iss) ?? [];
  const stated = tenant === undefined ? verifiedEmail(claims) : addressInTenant(claims, tenant);
  const address = stated?.toLowerCase() ?? '';
  return addressPattern.test(address) ? address : null;
}

function verifiedEmail({ iss, email, email_verified, hd }: Claims): string | undefined {
  if (email_verified !== true) return undefined;
  const isGoogle = iss === 'https://accounts.google.com';
  return isGoogle && hd === undefined && !/@gmail\.com$/i.test(email ?? '') ? undefined : email;
}

function addressInTenant(claims: Claims, tenant: string): string | undefined {
  const isGuest = claims.idp !== undefined && claims.idp !== claims.iss;
  return claims.tid !== tenant || isGuest ? undefined : (claims.email ?? claims.preferred_username);
}
