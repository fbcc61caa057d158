import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { GraphClientError } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { ProblemCode, ProviderProblem } from '../../app/ports/problem.ts';
import type { Grant } from '../../app/ports/provider.ts';
import { readRetryAfter } from '../transport/retry-after.ts';
import type { Failure } from '../transport/transport.ts';

/** An answer of Graph with an error status. */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: string | null;
  constructor(status: number, code: string, retryAfter: string | null) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** No answer, or only a part of one. `sent`: whether the request may have arrived. */
export class LostAnswer extends GraphClientError {
  readonly sent: boolean;
  constructor(sent: boolean) {
    super('no answer');
    // The parent resets the prototype, so `instanceof` would not hold without this.
    Object.setPrototypeOf(this, LostAnswer.prototype);
    this.sent = sent;
  }
}

/** No access token: nothing was asked of Graph. */
export class NoToken extends GraphClientError {
  constructor(cause: unknown) {
    super('no access token');
    Object.setPrototypeOf(this, NoToken.prototype);
    this.cause = cause;
  }
}

/** The client was about to send a token to a host that is not Graph's. */
export class ForeignHost extends GraphClientError {
  constructor() {
    super('the request leads to another host');
    Object.setPrototypeOf(this, ForeignHost.prototype);
  }
}

/** In place of a code, where the answer is no error of Graph at all. */
const noCode = 'no-code';

const errorBody = z.object({ error: z.object({ code: z.string() }) });

/** The code of an error answer: only characters that codes have, so that no text of an invite gets into a log. */
export function readErrorCode(text: string): string {
  try {
    const { code } = errorBody.parse(JSON.parse(text)).error;
    return /^[\w.]{1,100}$/.test(code) ? code : 'unknown';
  } catch {
    return noCode;
  }
}

/** Codes that say more than their status. Compared in lower case: Graph spells some of them in two ways. */
const byCode: ReadonlyMap<string, ProblemCode> = new Map([
  // An id of another calendar, or of none, is as little there as one that was deleted.
  ['errorinvalididmalformed', 'not-found'],
  ['mailboxnotenabledforrestapi', 'mailbox-missing'],
  ['errorinvaliduser', 'mailbox-missing'],
  ['request_resourcenotfound', 'mailbox-missing'],
  ['resourcenotfound', 'mailbox-missing'],
  ['syncstatenotfound', 'cursor-expired'],
  ['syncstateinvalid', 'cursor-expired'],
  ['errorirresolvableconflict', 'changed-meanwhile'],
  ['errorquotaexceeded', 'quota-exhausted'],
  ['quotalimitreached', 'quota-exhausted'],
  ['applicationthrottled', 'rate-limited'],
  ['toomanyrequests', 'rate-limited'],
]);

const byStatus: ReadonlyMap<number, ProblemCode> = new Map([
  [403, 'permission-missing'],
  [404, 'not-found'],
  [410, 'cursor-expired'],
  [412, 'changed-meanwhile'],
  [429, 'rate-limited'],
  [507, 'quota-exhausted'],
]);

/**
 * What an error of the Graph client or of MSAL means. Anything else is thrown: it is a fault of ours.
 * Source of the codes: learn.microsoft.com/graph/errors and the pages of the requests.
 *
 * @param nowMs epoch milliseconds
 */
export function classifyError(error: unknown, grant: Grant['kind'], nowMs: number): Failure {
  if (error instanceof GraphRefusal) return refusal(error, grant, nowMs);
  if (error instanceof NoToken) return classifySignIn(error.cause);
  if (error instanceof LostAnswer)
    return { kind: error.sent ? 'perhaps-done' : 'not-done', problem: problem('unavailable', 'no answer') };
  if (error instanceof ForeignHost)
    return { kind: 'final', problem: problem('foreign-link', 'another host') };
  throw error;
}

function refusal({ status, code, retryAfter }: GraphRefusal, grant: Grant['kind'], nowMs: number): Failure {
  const retryAfterMs = readRetryAfter(retryAfter, nowMs);
  const named = byCode.get(code.toLowerCase());
  const of = (meaning: ProblemCode): ProviderProblem => ({
    ...problem(meaning, code, status),
    retryAfterMs,
  });
  if (status === 401) {
    // The token was new: see the bearer of client.ts.
    return { kind: 'final', problem: of(grant === 'person' ? 'sign-in-required' : 'permission-missing') };
  }
  if (status === 429 || named === 'rate-limited') return { kind: 'not-done', problem: of('rate-limited') };
  if (status >= 500 && status !== 507) {
    // 503 with a pause is how Graph throttles; the others may come after the work was done.
    const kind = status === 503 && retryAfterMs !== null ? 'not-done' : 'perhaps-done';
    return { kind, problem: of('unavailable') };
  }
  // Graph names what it does not find: a page without that came from somebody on the way, and nothing is gone.
  if (status === 404 && code === noCode) return { kind: 'not-done', problem: of('unreadable-answer') };
  return { kind: 'final', problem: of(named ?? byStatus.get(status) ?? 'request-refused') };
}

/** What a refusal of the sign-in service means. It says nothing of Graph: no request was sent there. */
export function classifySignIn(error: unknown): Failure {
  if (!(error instanceof AuthError)) throw error;
  const detail = /^[\w.]{1,100}$/.test(error.errorCode) ? error.errorCode : 'unknown';
  const status = error instanceof ServerError ? (error.status ?? null) : null;
  const final = (code: ProblemCode): Failure => ({ kind: 'final', problem: problem(code, detail, status) });
  if (error instanceof InteractionRequiredAuthError || detail === 'invalid_grant')
    return final('sign-in-required');
  if (detail === 'invalid_client' || detail === 'unauthorized_client' || detail === 'access_denied')
    return final('permission-missing');
  const later = detail === 'network_error' || status === 429 || (status !== null && status >= 500);
  if (!later) return final('request-refused');
  return { kind: 'not-done', problem: problem('unavailable', detail, status) };
}

/** A refusal of our own making, or of Graph. `detail` holds codes only. */
export function problem(code: ProblemCode, detail: string, status: number | null = null): ProviderProblem {
  return { code, status, detail, retryAfterMs: null };
}

export function refused(
  code: ProblemCode,
  detail: string,
): { readonly ok: false; readonly problem: ProviderProblem } {
  return { ok: false, problem: problem(code, detail) };
}
