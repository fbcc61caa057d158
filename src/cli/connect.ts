import { createHash, randomBytes } from 'node:crypto';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { sayRefused } from './messages.ts';
import { doOperation, runOperation } from './service/do-operation.ts';
import { listenForRedirect } from './service/redirect-listener.ts';
import { connectLines } from './view/mailbox-lines.ts';

export interface ConnectArguments {
  readonly company?: readonly string[] | true;
  readonly organization?: string;
  readonly hint?: string;
}

/** `connect`: one's own calendar by signing in, or mailboxes of a company by its consent. */
export async function runConnect(
  deps: CliDeps,
  provider: 'google' | 'microsoft',
  { company, organization, hint }: ConnectArguments,
): Promise<ExitStatus> {
  const whose = organization === undefined ? {} : { organization };
  if (Array.isArray(company)) {
    const input = { provider, addresses: company, ...whose };
    return await runOperation(deps, 'connectCompany', input, (results) => connectLines(results));
  }
  return await connectPerson(deps, provider, { ...whose, ...(hint !== undefined && { hint }) });
}

/** OAuth 2.0 for a program on this machine: the redirect goes to a port of it (RFC 8252), with PKCE and a state. */
async function connectPerson(
  deps: CliDeps,
  provider: 'google' | 'microsoft',
  { hint, ...whose }: Omit<ConnectArguments, 'company'>,
): Promise<ExitStatus> {
  const state = randomBytes(24).toString('base64url');
  const codeVerifier = randomBytes(48).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const listener = await listenForRedirect(state);
  try {
    const { redirectUri } = listener;
    const loginHint = hint === undefined ? {} : { loginHint: hint };
    const asked = await doOperation(deps, 'signInAddress', {
      ...{ provider, redirectUri, state, codeChallenge },
      ...loginHint,
    });
    if (!asked.ok) {
      await sayRefused(deps, asked.problems);
      return exitStatus.refused;
    }
    await deps.stdout.write(
      `Open this in your browser, and allow what it asks for:\n\n  ${asked.value.address}\n\n`,
    );
    const came = await Promise.race([listener.came, deps.untilInterrupted().then(() => null)]);
    if (came === null) return exitStatus.refused;
    if (!came.ok) {
      const remedy = 'run the command again and allow it';
      await sayRefused(deps, [{ place: provider, what: `the sign-in ended with "${came.why}"`, remedy }]);
      return exitStatus.refused;
    }
    const input = { provider, code: came.code, redirectUri, codeVerifier, ...whose };
    return await runOperation(deps, 'connectPerson', input, (result) => connectLines([result]));
  } finally {
    await listener.close();
  }
}
