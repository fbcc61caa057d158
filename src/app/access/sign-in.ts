import { createHmac } from 'node:crypto';
import type { KnownPerson, SignInProvider, SignInResult, SignInSecrets } from '../ports/sign-in.ts';
import type { AccessDeps } from './access-deps.ts';
import { findViewer } from './find-viewer.ts';
import { digestOfToken } from './sessions.ts';

/** Long enough for a password and a second factor. */
const signInMs = 10 * 60_000;

interface SignInDeps extends AccessDeps {
  readonly provider: SignInProvider;
}

/**
 * Begins a sign-in in one browser.
 *
 * @param browser the secret cookie of that browser: whoever comes back in another one is refused
 * @param returnTo a path of ours
 */
export async function beginSignIn(
  deps: SignInDeps,
  browser: string,
  returnTo: string,
): Promise<Awaited<ReturnType<SignInProvider['begin']>>> {
  const state = deps.chance.secret();
  const begun = await deps.provider.begin(secretsOf(browser, state));
  if (begun.kind !== 'send') return begun;
  await deps.store.inOrganization(deps.organizationId, ({ signIns }) =>
    signIns.add({
      ...{ stateDigest: digestOfToken(state), browserDigest: digestOfToken(browser), returnTo },
      expiresMs: deps.clock.nowMs() + signInMs,
    }),
  );
  return begun;
}

export type FinishedSignIn =
  | { readonly kind: 'signed-in'; readonly person: KnownPerson; readonly returnTo: string }
  /** It was begun elsewhere or too long ago, or ended already. */
  | { readonly kind: 'expired' }
  /** The provider vouches for them, and nobody here knows them. */
  | { readonly kind: 'unknown' }
  /** Somebody else signed in with this address before. */
  | { readonly kind: 'other-identity' }
  | Exclude<SignInResult, { readonly kind: 'known' }>;

/**
 * Ends a sign-in with what the provider sent the browser back with. The same answer works once, in the browser that
 * began it, within ten minutes.
 *
 * @param query of the callback's address, with its question mark
 */
export async function finishSignIn(
  deps: SignInDeps,
  browser: string,
  query: string,
): Promise<FinishedSignIn> {
  const state = new URLSearchParams(query).get('state') ?? '';
  const begun = await deps.store.inOrganization(deps.organizationId, ({ signIns }) =>
    signIns.take(digestOfToken(state)),
  );
  if (begun === null || begun.expiresMs <= deps.clock.nowMs()) return { kind: 'expired' };
  if (begun.browserDigest !== digestOfToken(browser)) return { kind: 'expired' };
  const result = await deps.provider.finish(query, secretsOf(browser, state));
  if (result.kind !== 'known') return result;
  return await letIn(deps, result.person, begun.returnTo);
}

/** An address belongs to whoever signed in with it first, until an administrator erases them. */
async function letIn(deps: SignInDeps, person: KnownPerson, returnTo: string): Promise<FinishedSignIn> {
  const { address, issuer, subject } = person;
  return await deps.store.inOrganization(deps.organizationId, async (tx) => {
    if ((await findViewer(tx, deps, address, person.name)) === null) return { kind: 'unknown' };
    const boundMs = deps.clock.nowMs();
    const bound = await tx.identities.bind({ address, issuer, subject, boundMs });
    if (bound.issuer !== issuer || bound.subject !== subject) return { kind: 'other-identity' };
    return { kind: 'signed-in', person, returnTo };
  });
}

/** Nonce and verifier follow from what only this browser and the provider know, so no table holds them. */
function secretsOf(browser: string, state: string): SignInSecrets {
  const derived = (purpose: string) =>
    createHmac('sha256', browser).update(`${purpose}:${state}`).digest('base64url');
  return { state, nonce: derived('nonce'), verifier: derived('verifier') };
}
