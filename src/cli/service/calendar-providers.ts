import { z } from 'zod';
import type { Providers } from '../../app/ports/surroundings.ts';
import type { SettingValues } from '../../config/settings/settings-table.ts';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import { createGoogleProvider } from '../../providers/google/provider.ts';
import { createMicrosoftProvider } from '../../providers/microsoft/provider.ts';
import { fileProblem } from '../file-errors.ts';

/** What a calendar is reached with. */
export type ProviderSettings = Pick<
  SettingValues,
  | 'GOOGLE_CLIENT_ID'
  | 'GOOGLE_CLIENT_SECRET'
  | 'GOOGLE_ENDPOINT'
  | 'MICROSOFT_CLIENT_ID'
  | 'MICROSOFT_CLIENT_SECRET'
  | 'MICROSOFT_TENANT_ID'
  | 'MICROSOFT_ENDPOINT'
> & { readonly serviceAccount: ServiceAccount | null };

export interface ServiceAccount {
  readonly email: string;
  readonly privateKey: string;
}

/**
 * Patience for one call. A job that meets a provider in trouble comes again later, so nothing is gained by waiting in
 * it; and whoever carries out an effect has it for two minutes only (`app/effects`), in which a call has to end.
 */
const patience = { attemptMs: 10_000, attempts: 3, longestPauseMs: 10_000 } as const;

const microsoftEndpoints = {
  graph: 'https://graph.microsoft.com/',
  login: 'https://login.microsoftonline.com/',
};

/** Opens the calendars that there are credentials for. */
export function createProviders(settings: ProviderSettings, nowMs: () => number): Providers {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, serviceAccount } = settings;
  const { MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_TENANT_ID } = settings;
  const hasGoogle = GOOGLE_CLIENT_ID !== null || serviceAccount !== null;
  return {
    google: hasGoogle
      ? createGoogleProvider({
          clientId: GOOGLE_CLIENT_ID ?? '',
          clientSecret: GOOGLE_CLIENT_SECRET ?? '',
          serviceAccount,
          limits: patience,
          ...(settings.GOOGLE_ENDPOINT !== null && { endpoints: googleAt(settings.GOOGLE_ENDPOINT) }),
        })
      : null,
    microsoft:
      MICROSOFT_CLIENT_ID !== null && MICROSOFT_CLIENT_SECRET !== null
        ? createMicrosoftProvider({
            clientId: MICROSOFT_CLIENT_ID,
            clientSecret: MICROSOFT_CLIENT_SECRET,
            tenantId: MICROSOFT_TENANT_ID,
            endpoints: microsoftAt(settings.MICROSOFT_ENDPOINT),
            limits: patience,
            nowMs,
          })
        : null,
  };
}

/** All of Google on one origin, as the sandbox has it. */
function googleAt(endpoint: string) {
  const root = withSlash(endpoint);
  return {
    apiRoot: root,
    docsRoot: root,
    gmailRoot: root,
    tokenUrl: `${root}token`,
    authorizationUrl: `${root}o/oauth2/v2/auth`,
    revokeUrl: `${root}revoke`,
    certificatesUrl: `${root}oauth2/v1/certs`,
  };
}

function microsoftAt(endpoint: string | null) {
  return endpoint === null ? microsoftEndpoints : { graph: withSlash(endpoint), login: withSlash(endpoint) };
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

const keyFile = z.object({ client_email: z.email(), private_key: z.string().min(100) });

/** Reads the key file of a service account; the private key stands in no message. */
export function readServiceAccount(
  path: string,
  readFile: (path: string) => string,
):
  | { readonly ok: true; readonly account: ServiceAccount }
  | { readonly ok: false; readonly problem: ReadProblem } {
  const place = `GOOGLE_SERVICE_ACCOUNT: ${path}`;
  try {
    const { client_email, private_key } = keyFile.parse(JSON.parse(readFile(path)));
    return { ok: true, account: { email: client_email, privateKey: private_key } };
  } catch (error) {
    const what = 'this is no key file of a service account';
    const remedy = 'download one in the Google Cloud console: IAM, Service accounts, Keys, JSON';
    return { ok: false, problem: fileProblem(error, place) ?? { place, what, remedy } };
  }
}
