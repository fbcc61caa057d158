import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { rsaKey, signIdToken } from '../sign-in/oauth-keys.ts';

/** The company's tenant, whatever name of it a path uses. */
export const tenantId = '5a0db0c5-1f3e-4b52-9c8a-70b5e1a7d2c4';

const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

/** @param nonce as the application gave it, null where it gave none */
export async function idTokenFor(
  parts: SandboxParts,
  person: SandboxPerson,
  clientId: string,
  nonce: string | null,
): Promise<string> {
  return signIdToken(await rsaKey(parts, 'microsoft-id-token'), {
    ver: '2.0',
    iss: issuer,
    aud: clientId,
    sub: person.userId,
    oid: person.userId,
    tid: tenantId,
    name: person.name,
    preferred_username: person.address,
    email: person.address,
    ...(nonce === null ? {} : { nonce }),
  });
}

/** Metadata and keys of the tenant. */
export function tokenIdentityRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return [
    {
      id: 'openid-configuration',
      method: 'GET',
      path: '/:tenant/v2.0/.well-known/openid-configuration',
      scopes: null,
      handle: ({ origin, params: { tenant = '' } }) => ({
        status: 200,
        json: {
          issuer,
          authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
          token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
          jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
          response_types_supported: ['code'],
          response_modes_supported: ['query'],
          subject_types_supported: ['pairwise'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
          token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
        },
      }),
    },
    {
      id: 'discovery-keys',
      method: 'GET',
      path: '/:tenant/discovery/v2.0/keys',
      scopes: null,
      handle: async () => {
        const { publicJwk } = await rsaKey(parts, 'microsoft-id-token');
        return { status: 200, json: { keys: [{ ...publicJwk, issuer }] } };
      },
    },
  ];
}
