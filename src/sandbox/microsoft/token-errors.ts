import type { ApiAnswer } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { tokenAnswer } from '../sign-in/oauth-form.ts';
import { newGuid } from './errors.ts';

/** Refusals of the token endpoint. Source: learn.microsoft.com/entra/identity-platform/reference-error-codes */
const refusals = {
  'missing-parameter': [
    400,
    'invalid_request',
    900144,
    'The request body must contain the required parameters.',
  ],
  'unknown-grant-type': [
    400,
    'unsupported_grant_type',
    70003,
    'The app requested an unsupported grant type.',
  ],
  'missing-secret': [
    401,
    'invalid_client',
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ],
  'wrong-secret': [401, 'invalid_client', 7000215, 'Invalid client secret provided.'],
  'code-unknown': [
    400,
    'invalid_grant',
    54005,
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  ],
  'code-expired': [
    400,
    'invalid_grant',
    70008,
    'The provided authorization code or refresh token has expired.',
  ],
  'other-client': [400, 'invalid_grant', 700005, 'The code was issued to another application.'],
  'other-redirect': [
    400,
    'invalid_grant',
    500112,
    'The reply address does not match the reply address provided when requesting the authorization code.',
  ],
  'verifier-missing': [400, 'invalid_grant', 501481, 'The Code_Verifier is required.'],
  'verifier-wrong': [
    400,
    'invalid_grant',
    501481,
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  ],
  'refresh-unknown': [400, 'invalid_grant', 70000, 'The provided value for the refresh token is not valid.'],
  'refresh-expired': [400, 'invalid_grant', 700082, 'The refresh token has expired due to inactivity.'],
  'scope-not-consented': [
    400,
    'invalid_grant',
    65001,
    'The user or administrator has not consented to use the application.',
  ],
  'scope-not-default': [
    400,
    'invalid_scope',
    1002012,
    'The provided value for scope is not valid: it must end in /.default.',
  ],
  'tenant-needed': [
    400,
    'invalid_request',
    50194,
    'The application needs a tenant of its own, not /common or /organizations.',
  ],
} as const;

export type TokenRefusal = keyof typeof refusals;

/** An error as Entra words it; its text begins with the AADSTS number. */
export function tokenError(parts: SandboxParts, kind: TokenRefusal, correlationId: string | null): ApiAnswer {
  const [status, error, number, text] = refusals[kind];
  const timestamp = `${new Date(parts.clock.nowMs()).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = newGuid(parts.newId);
  const correlation = correlationId ?? newGuid(parts.newId);
  return tokenAnswer(status, {
    error,
    error_description: `AADSTS${number}: ${text} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
    ...(kind === 'scope-not-consented' ? { suberror: 'consent_required' } : {}),
  });
}
