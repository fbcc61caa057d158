import type { AccessDeps } from '../../app/access/access-deps.ts';
import { openSession, usualSessions } from '../../app/access/sessions.ts';
import type { Role } from '../../app/access/viewer.ts';
import type { GateDeps } from '../../app/gate-deps.ts';
import type { PolicyDesk } from '../../app/ports/policy-desk.ts';
import type { SignInProvider } from '../../app/ports/sign-in.ts';
import { createPolicyDesk } from '../../config/policy/edit/create-policy-desk.ts';
import type { PageAccess } from '../../http/pages/page-access.ts';
import type { CompanyPerson } from '../../http/pages/routes/sign-in.ts';
import { createSignIn } from '../../http/sign-in/create-sign-in.ts';
import type { Service } from './create-service.ts';
import type { SandboxAtHand } from './sandbox-desk.ts';
import type { ServiceSettings } from './service-settings.ts';

type SignInName = 'ISSUER' | 'CLIENT_ID' | 'CLIENT_SECRET';

/** What the pages need of the product. */
export interface PageService extends Pick<Service, 'organizationId' | 'deps'> {
  readonly settings: Pick<ServiceSettings, 'ADMINISTRATORS' | 'AUDITORS' | `SIGN_IN_${SignInName}`>;
  /** People of the invented company; null outside the sandbox. */
  readonly company: readonly Omit<CompanyPerson, 'roles'>[] | null;
  /** The invented calendars of this process. */
  readonly sandbox?: SandboxAtHand;
}

/** What all pages have in common, and what the sign-in needs besides. */
interface OpenAccess {
  readonly access: PageAccess;
  readonly deps: AccessDeps & GateDeps & { readonly desk: PolicyDesk };
  /** Null in the sandbox, and where none is configured. */
  readonly provider: SignInProvider | null;
  /** Empty outside the sandbox. */
  readonly company: readonly CompanyPerson[];
}

/** Nobody is signed out because the time of the sandbox was moved on. */
const yearsMs = 3_650 * 86_400_000;
const sandboxSessions: AccessDeps['sessions'] = { idleMs: yearsMs, longestMs: yearsMs };

export function openAccess(
  service: PageService,
  assets: PageAccess['assets'],
  notice: PageAccess['notice'],
): OpenAccess {
  const { organizationId } = service;
  const { log, clock, chance, baseUrl } = service.deps;
  const provider = signInOf(service);
  const deps = accessDeps(service);
  const access: PageAccess = {
    ...{ organizationId, mode: modeOf(service, provider), baseUrl, log, clock, chance },
    openSession: (token) => openSession(deps, token),
    ...{ assets, notice },
  };
  return { access, deps, provider, company: companyOf(service) };
}

function accessDeps({ deps, organizationId, settings, company }: PageService): OpenAccess['deps'] {
  return {
    ...deps,
    ...{ organizationId, desk: createPolicyDesk() },
    ...{ administrators: settings.ADMINISTRATORS ?? [], auditors: settings.AUDITORS ?? [] },
    company: (company ?? []).map(({ address }) => address),
    sessions: company === null ? usualSessions : sandboxSessions,
  };
}

function signInOf({ settings, deps: { baseUrl }, company }: PageService): SignInProvider | null {
  const {
    SIGN_IN_ISSUER: issuer,
    SIGN_IN_CLIENT_ID: clientId,
    SIGN_IN_CLIENT_SECRET: clientSecret,
  } = settings;
  if (company !== null || baseUrl === null) return null;
  if (issuer === null || clientId === null || clientSecret === null) return null;
  return createSignIn({ issuer, clientId, clientSecret, baseUrl });
}

function modeOf({ company }: PageService, provider: SignInProvider | null): PageAccess['mode'] {
  if (company !== null) return 'sandbox';
  return provider === null ? 'closed' : 'provider';
}

function companyOf({ company, settings }: PageService): readonly CompanyPerson[] {
  const has = (role: Role, { address }: { readonly address: string }, named: readonly string[] | null) =>
    named?.includes(address) ? [role] : [];
  return (company ?? []).map((person) => ({
    ...person,
    roles: [
      'person',
      ...has('administrator', person, settings.ADMINISTRATORS),
      ...has('auditor', person, settings.AUDITORS),
    ],
  }));
}
