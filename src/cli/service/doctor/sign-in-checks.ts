import type { Service } from '../create-service.ts';
import { broken, doubtful, type Finding, fine } from './finding.ts';
import { codeOf } from './reach-checks.ts';

const patienceMs = 5_000;

/** Who can open the pages: whether the provider of sign-ins answers, and how many people have a role by the settings. */
export async function checkSignIn({
  settings,
  isSandbox,
}: Pick<Service, 'settings' | 'isSandbox'>): Promise<readonly Finding[]> {
  if (isSandbox) return [];
  const { SIGN_IN_ISSUER: issuer, ADMINISTRATORS: administrators, AUDITORS: auditors } = settings;
  if (issuer === null) {
    const remedy = 'state BASE_URL, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET';
    return [doubtful('sign-in', 'none: the pages are closed', remedy)];
  }
  return [await checkIssuer(issuer), checkRoles(administrators?.length ?? 0, auditors?.length ?? 0)];
}

/** OpenID Connect Discovery 1.0, section 4: where it stands, and that it names the issuer that was asked. */
async function checkIssuer(issuer: string): Promise<Finding> {
  const check = 'sign-in (SIGN_IN_ISSUER)';
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const remedy = 'compare SIGN_IN_ISSUER with what the provider states, and open the way to it for https';
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const body: unknown = await answer.json().catch(() => null);
    const named = typeof body === 'object' && body !== null && 'issuer' in body ? body.issuer : null;
    if (!answer.ok || named === null) return broken(check, `no discovery there (${answer.status})`, remedy);
    if (String(named).replace(/\/$/, '') !== issuer.replace(/\/$/, ''))
      return broken(check, 'it answers under another name', remedy);
    return fine(check, 'its discovery answers; the client and its secret are tried by the first sign-in');
  } catch (error) {
    return broken(check, `its discovery does not answer (${codeOf(error)})`, remedy);
  }
}

function checkRoles(administrators: number, auditors: number): Finding {
  const counted = `administrators: ${administrators}, auditors: ${auditors}`;
  if (administrators > 0) return fine('roles', counted);
  const what = `${counted}; nobody can change the policy or hold the brake on the pages`;
  return doubtful('roles', what, 'name somebody in ADMINISTRATORS and start again');
}
