import type { Request, Response, Router } from 'express';
import type { AccessDeps } from '../../../app/access/access-deps.ts';
import { beginSession, endSession } from '../../../app/access/sessions.ts';
import { beginSignIn, finishSignIn } from '../../../app/access/sign-in.ts';
import type { Role } from '../../../app/access/viewer.ts';
import type { SignInProvider } from '../../../app/ports/sign-in.ts';
import type { Log } from '../../../app/ports/surroundings.ts';
import { sendNotice } from '../admit.ts';
import { clearCookie, readCookie, setCookie } from '../cookies.ts';
import { localPath } from '../local-path.ts';
import type { PageAccess } from '../page-access.ts';
import { type PageHandler, pageRouter } from '../page-router.ts';
import { seeOther, sendPage } from '../send.ts';
import type { Frame } from '../visit.ts';

/** Somebody of the invented company whom a visitor of the sandbox may be. */
export interface CompanyPerson {
  /** Lower case. */
  readonly address: string;
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  readonly provider: string;
  readonly roles: readonly Role[];
}

/** What the page of the sign-in shows. */
interface SignInView {
  readonly mode: PageAccess['mode'];
  readonly providerName: string | null;
  readonly people: readonly CompanyPerson[];
  /** Local path to go to afterwards. */
  readonly to: string;
  /** Why the last try failed, by its code; null where there was none. */
  readonly problem: string | null;
}

export interface SignInRouteDeps {
  readonly access: PageAccess;
  readonly deps: AccessDeps & { readonly log: Log };
  /** Null in the sandbox, and where none is configured. */
  readonly provider: SignInProvider | null;
  /** Empty outside the sandbox. */
  readonly company: readonly CompanyPerson[];
  readonly page: (view: SignInView, frame: Frame) => string;
}

/**
 * Who somebody is: the provider of sign-ins says so, and in the sandbox they choose. `GET /sign-in?to=PATH` shows how,
 * `POST /sign-in` leads to the provider and `GET /sign-in/callback` comes back, `POST /sign-in/as` chooses,
 * `POST /sign-out` ends it.
 */
export function signInRoutes(routes: SignInRouteDeps): Router {
  return pageRouter(routes.access)
    .get('/sign-in', showPage(routes))
    .post('/sign-in', leadToProvider(routes))
    .get('/sign-in/callback', comeBack(routes))
    .post('/sign-in/as', choose(routes))
    .post('/sign-out', signOut(routes)).router;
}

function showPage(routes: SignInRouteDeps): PageHandler {
  return async (request, response, { frame }) => {
    const { problem, to } = request.query;
    const status = routes.access.mode === 'closed' ? 503 : 200;
    await sendSignIn(response, routes, frame, { to, status, problem });
  };
}

function leadToProvider(routes: SignInRouteDeps): PageHandler {
  const { access, deps, provider } = routes;
  return async (request, response, visit, { to }) => {
    if (provider === null) return await sendNotice(response, access, 'not-found', visit);
    const begun = await beginSignIn({ ...deps, provider }, browserOf(request, access), localPath(to));
    if (begun.kind === 'send') return response.redirect(303, begun.url);
    deps.log.error('sign-in-unavailable', { why: begun.why });
    await sendSignIn(response, routes, visit.frame, { to, status: 503, problem: 'unavailable' });
  };
}

function comeBack(routes: SignInRouteDeps): PageHandler {
  const { access, deps, provider } = routes;
  return async (request, response, visit) => {
    if (provider === null) return await sendNotice(response, access, 'not-found', visit);
    const query = request.originalUrl.slice(request.path.length);
    const finished = await finishSignIn({ ...deps, provider }, browserOf(request, access), query);
    if (finished.kind === 'signed-in') {
      await signIn(routes, request, response, finished.person);
      return seeOther(response, finished.returnTo);
    }
    if ('why' in finished) deps.log.warn(`sign-in-${finished.kind}`, { why: finished.why });
    const problem = finished.kind === 'refused' ? 'failed' : finished.kind;
    // Leads on, so that the code in this address does not stay in the browser's history as the last page.
    seeOther(response, `/sign-in?problem=${problem}`);
  };
}

function choose(routes: SignInRouteDeps): PageHandler {
  const { access, company } = routes;
  return async (request, response, visit, { address, to }) => {
    const person = company.find((each) => each.address === address);
    if (person === undefined) return await sendNotice(response, access, 'not-found', visit);
    await signIn(routes, request, response, person);
    seeOther(response, localPath(to));
  };
}

function signOut({ access, deps }: SignInRouteDeps): PageHandler {
  return async (request, response) => {
    const token = readCookie(request, access, 'session');
    if (token !== null) await endSession(deps, token);
    clearCookie(response, access, 'session');
    seeOther(response, '/');
  };
}

/** The secret that a sign-in is bound to. Empty where a browser has none, which none was begun with. */
function browserOf(request: Pick<Request, 'headers'>, access: PageAccess): string {
  return readCookie(request, access, 'visit') ?? readCookie(request, access, 'session') ?? '';
}

/** A new token in this browser; what was bound to the browser before ends. */
async function signIn(
  { access, deps }: SignInRouteDeps,
  request: Pick<Request, 'headers'>,
  response: Response,
  { address, name }: { readonly address: string; readonly name: string | null },
): Promise<void> {
  const token = await beginSession(deps, { address, name }, readCookie(request, access, 'session'));
  setCookie(response, access, 'session', token, deps.sessions.longestMs);
  clearCookie(response, access, 'visit');
}

async function sendSignIn(
  response: Response,
  { access, provider, company, page }: SignInRouteDeps,
  frame: Frame,
  { to, status, problem }: { readonly to: unknown; readonly status: number; readonly problem: unknown },
): Promise<void> {
  const view: SignInView = {
    mode: access.mode,
    providerName: provider?.name ?? null,
    people: company,
    to: localPath(to),
    problem: typeof problem === 'string' && /^[a-z-]{1,40}$/.test(problem) ? problem : null,
  };
  await sendPage(response, page(view, frame), status, provider?.origins);
}
