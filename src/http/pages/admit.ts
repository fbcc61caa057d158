import type { Request, Response } from 'express';
import { hasRole, type Viewer } from '../../app/access/viewer.ts';
import { isFromOwnPage } from '../routes/own-page.ts';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { isCsrfOf } from './csrf.ts';
import { fieldOf } from './form-fields.ts';
import { frameOf } from './frame-of.ts';
import { localPath } from './local-path.ts';
import type { NoticeKind, PageAccess } from './page-access.ts';
import type { Form } from './page-router.ts';
import type { Access } from './route-table.ts';
import { isFragment, sendPage } from './send.ts';
import type { Visit } from './visit.ts';

/** On routes that anybody may use: who is not signed in. Has no address, so nothing is found under it. */
const nobody: Viewer = { address: '', name: null, roles: [], ledTeams: [] };

const statuses: Readonly<Record<NoticeKind, number>> = {
  ...{ 'not-found': 404, forbidden: 403, expired: 401, refused: 403 },
  ...{ 'not-configured': 503, unavailable: 503, failed: 500 },
};

/** Lets somebody in, or answers why not and returns null. */
export async function admit(
  access: PageAccess,
  rule: Access,
  request: Request,
  response: Response,
  form: Form,
): Promise<Visit | null> {
  const token = readCookie(request, access, 'session');
  const found = token === null ? null : await access.openSession(token);
  if (token !== null && found === null) clearCookie(response, access, 'session');
  const cookie = found !== null && token !== null ? token : visitCookie(access, request, response);
  const frame = frameOf(request, access, found, cookie);
  const visit = { organizationId: access.organizationId, viewer: found?.viewer ?? nobody, frame };
  const refuse = async (kind: NoticeKind) => {
    await sendPage(response, access.notice(kind, frame), statuses[kind]);
    return null;
  };
  if (rule === 'sandbox' && access.mode !== 'sandbox') return await refuse('not-found');
  if (typeof rule !== 'string') {
    if (access.mode === 'closed') return await refuse('not-configured');
    if (found === null) {
      return await askToSignIn(request, response, async () => {
        await sendPage(
          response,
          access.notice('expired', frame, [], typedText(access, request, form)),
          statuses.expired,
        );
        return null;
      });
    }
  }
  if (request.method === 'POST' && !isOwnForm(access, request, cookie, form)) return await refuse('refused');
  if (typeof rule !== 'string' && !hasRole(visit.viewer, ...rule)) return await refuse('forbidden');
  return visit;
}

/** Answers instead of a page, with the status that belongs to the notice. */
export async function sendNotice(
  response: Response,
  access: Pick<PageAccess, 'notice'>,
  kind: NoticeKind,
  { frame }: Pick<Visit, 'frame'>,
): Promise<void> {
  await sendPage(response, access.notice(kind, frame), statuses[kind]);
}

/** The secret of a browser in which nobody is signed in; it gets one with its first page. */
function visitCookie(access: PageAccess, request: Request, response: Response): string {
  const known = readCookie(request, access, 'visit');
  if (known !== null && /^[\w-]{43}$/.test(known)) return known;
  const made = access.chance.secret();
  setCookie(response, access, 'visit', made, null);
  return made;
}

/** A long text in the form that would be lost with it; none of a form that another site sent. */
function typedText(access: PageAccess, request: Request, form: Form): string {
  return isFromOwnPage(request, access.baseUrl) ? fieldOf(form, 'text') : '';
}

function isOwnForm(access: PageAccess, request: Request, cookie: string, form: Form): boolean {
  return isFromOwnPage(request, access.baseUrl) && isCsrfOf(cookie, request.headers['x-csrf'] ?? form.csrf);
}

/** A page leads to the sign-in and back; what was to be done is said to have been not done. */
async function askToSignIn(
  request: Request,
  response: Response,
  explain: () => Promise<null>,
): Promise<null> {
  if (isFragment(request)) {
    response
      .status(401)
      .set('HX-Redirect', signInPath(currentPath(request)))
      .end();
    return null;
  }
  if (request.method === 'POST') return await explain();
  response.redirect(303, signInPath(request.originalUrl));
  return null;
}

function signInPath(to: string): string {
  return `/sign-in?to=${encodeURIComponent(withoutSaid(localPath(to)))}`;
}

/** What was said once is not said again after the way over the sign-in. */
function withoutSaid(path: string): string {
  const url = new URL(path, 'http://local.invalid');
  if (!url.searchParams.has('said')) return path;
  url.searchParams.delete('said');
  return `${url.pathname}${url.search}`;
}

/** Path of the page that htmx asks from. */
function currentPath(request: Request): string {
  const url = URL.parse(request.get('HX-Current-URL') ?? '');
  return url === null ? request.originalUrl : `${url.pathname}${url.search}`;
}
