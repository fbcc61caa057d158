import express, { type Response, Router } from 'express';
import { openCaseStory } from '../../app/brake/case-view.ts';
import type { GateDeps } from '../../app/gate-deps.ts';
import { actByLink } from '../../app/offers/act-by-link.ts';
import { purposes } from '../../core/signals/signal.ts';
import { type LinkPages, sendNotice, sendPage } from './link-pages.ts';
import { isFromOwnPage } from './own-page.ts';

export interface CaseRouteDeps
  extends Pick<
    GateDeps,
    'store' | 'providers' | 'links' | 'clock' | 'policies' | 'chance' | 'log' | 'baseUrl'
  > {
  readonly pages: LinkPages;
}

/** The form has one field, with one word in it. */
const parseForm = express.urlencoded({ extended: false, limit: 1_000, parameterLimit: 4 });

/**
 * `GET /c/<token>`: what was done with a meeting, and why; `POST /c/<token>/undo`: undoes it;
 * `POST /c/<token>/justify`: says what it is for, and it is judged again. Whoever previews a link (mail scanners, chat
 * programs) only looks, so nothing acts but the POST, that only from our own page, and each act once.
 */
export function caseRoutes(deps: CaseRouteDeps): Router {
  const { pages } = deps;
  return Router()
    .get('/c/:token', (request, response) => showStory(deps, response, request.params.token, false))
    .post('/c/:token/undo', async (request, response) => {
      const { token } = request.params;
      if (!isFromOwnPage(request, deps.baseUrl)) return sendNotice(response, pages, 'refused');
      // Only what an undo takes: it works also where the story cannot be told, for example by a policy that is broken.
      goOn(deps, response, token, await actByLink(deps, token, { kind: 'undo' }));
    })
    .post('/c/:token/justify', parseForm, async (request, response) => {
      const { token } = request.params;
      if (!isFromOwnPage(request, deps.baseUrl)) return sendNotice(response, pages, 'refused');
      const stated: unknown = request.body?.purpose;
      const purpose = purposes.find((name) => name === stated);
      if (purpose === undefined) return showStory(deps, response.status(422), token, true);
      goOn(deps, response, token, await actByLink(deps, token, { kind: 'justify', purpose }));
    });
}

async function showStory(
  deps: CaseRouteDeps,
  response: Response,
  token: string,
  isPurposeMissing: boolean,
): Promise<void> {
  const { pages } = deps;
  const opened = await openCaseStory(deps, token);
  if (opened.kind !== 'open') return sendNotice(response, pages, opened.kind);
  const forms = { undoPath: `/c/${token}/undo`, justifyPath: `/c/${token}/justify`, isPurposeMissing };
  sendPage(response, pages, pages.story(opened.story, forms));
}

/** What was done, or does not matter any more, the page of the case shows. */
function goOn(
  { pages }: CaseRouteDeps,
  response: Response,
  token: string,
  used: Awaited<ReturnType<typeof actByLink>>,
): void {
  if (used === 'done' || used === 'nothing') response.redirect(303, `/c/${token}`);
  else sendNotice(response, pages, used);
}
