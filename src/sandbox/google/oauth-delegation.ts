import { importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ApiAnswer, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { accountOf } from '../sign-in/oauth-consent.ts';
import { tokenAnswer, wordsOf } from '../sign-in/oauth-form.ts';
import { rsaKey } from '../sign-in/oauth-keys.ts';
import { accessTokenSeconds, issueAccess } from './oauth-grants.ts';

const serviceAccount = {
  email: 'gatekeeper@sandbox-project.iam.gserviceaccount.com',
  clientId: '104018729918233040411',
} as const;

/** google-auth-library writes this audience whatever address it sends the assertion to. */
const googleTokenUrl = 'https://oauth2.googleapis.com/token';

const assertionClaims = z.object({ scope: z.string().default(''), sub: z.string().nullable().default(null) });

/** The key file of the sandbox's service account, as the Cloud console gives it; public here, and good for nothing else. */
export function serviceAccountRoute(parts: SandboxParts): ApiRoute {
  return {
    id: 'sandbox.service-account',
    method: 'GET',
    path: '/sandbox/service-account.json',
    scopes: null,
    handle: async ({ origin }) => {
      const key = await rsaKey(parts, 'google-service-account');
      return {
        status: 200,
        json: {
          type: 'service_account',
          project_id: 'sandbox-project',
          private_key_id: key.kid,
          private_key: key.privatePem,
          client_email: serviceAccount.email,
          client_id: serviceAccount.clientId,
          auth_uri: `${origin}/o/oauth2/v2/auth`,
          token_uri: `${origin}/token`,
          universe_domain: 'googleapis.com',
        },
      };
    },
  };
}

/**
 * Domain-wide delegation (RFC 7523): the service account acts as `sub` with scopes that the administrator listed.
 * The times of the assertion are compared with the machine's clock, by which its sender wrote them.
 */
export async function delegatedToken(
  parts: SandboxParts,
  assertion: string,
  origin: string,
  listedAtFirst: readonly string[],
): Promise<ApiAnswer> {
  const claims = await verifiedClaims(parts, assertion, origin);
  if (claims === null) return refusal(400, 'invalid_grant', 'Invalid JWT Signature.');
  const person = claims.sub === null ? null : accountOf(parts, 'google', claims.sub);
  if (claims.sub !== null && person === null) {
    return refusal(400, 'invalid_grant', 'Invalid email or User ID');
  }
  const scopes = wordsOf(claims.scope);
  if (scopes.length === 0) return refusal(400, 'invalid_scope', 'Empty or missing scope not allowed.');
  const listed = new Set(listOf(parts).get('scopes') ?? listedAtFirst);
  if (scopes.some((scope) => !listed.has(scope))) return unlistedScope(parts);
  const mailbox = person?.address ?? serviceAccount.email;
  return tokenAnswer(200, {
    access_token: issueAccess(
      parts,
      { mailbox, scopes, clientId: serviceAccount.clientId },
      serviceAccount.email,
    ),
    expires_in: accessTokenSeconds,
    token_type: 'Bearer',
  });
}

async function verifiedClaims(
  parts: SandboxParts,
  assertion: string,
  origin: string,
): Promise<z.output<typeof assertionClaims> | null> {
  const key = await importJWK((await rsaKey(parts, 'google-service-account')).publicJwk, 'RS256');
  try {
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: ['RS256'],
      issuer: serviceAccount.email,
      audience: [googleTokenUrl, `${origin}/token`],
      maxTokenAge: '1h',
      clockTolerance: 300,
    });
    return assertionClaims.safeParse(payload).data ?? null;
  } catch {
    return null;
  }
}

/** The administrator writes another list of delegated scopes. */
export function listDelegatedScopes(parts: SandboxParts, scopes: readonly string[]): void {
  listOf(parts).put('scopes', scopes);
}

function listOf(parts: SandboxParts) {
  return parts.tables.table<readonly string[]>('google-delegation');
}

function unlistedScope(parts: SandboxParts): ApiAnswer {
  return parts.positions()['google.unlisted-scope'] === 'unauthorized_client'
    ? refusal(
        401,
        'unauthorized_client',
        'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
      )
    : refusal(403, 'access_denied', 'Requested client not authorized.');
}

function refusal(status: number, error: string, description: string): ApiAnswer {
  return tokenAnswer(status, { error, error_description: description });
}
