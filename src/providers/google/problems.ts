import { gaxios } from 'google-auth-library';
import { z } from 'zod';
import type { ProblemCode, ProviderProblem } from '../../app/ports/problem.ts';
import { list, text } from '../formats/lenient-schema.ts';
import { readRetryAfter } from '../transport/retry-after.ts';
import type { Failure } from '../transport/transport.ts';

/** An answer with a good status that is not what Google documents. Thrown inside an attempt, so that it is repeated. */
export class UnreadableAnswer extends Error {}

/** The same of the token endpoint: the request that wanted the token never left. */
export class UnreadableToken extends Error {}

/** A request that would have left for a host that is not Google's. */
export class ForeignAddress extends Error {
  readonly code = 'ERR_FOREIGN_ADDRESS';
}

type Meaning = readonly [Failure['kind'], ProblemCode];

/**
 * What Google's reasons mean, whatever status they come with.
 * Source: developers.google.com/workspace/calendar/api/guides/errors, developers.google.com/workspace/drive/api/guides/handle-errors
 */
const byReason: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['rateLimitExceeded', ['not-done', 'rate-limited']],
  ['userRateLimitExceeded', ['not-done', 'rate-limited']],
  ['sharingRateLimitExceeded', ['not-done', 'rate-limited']],
  ['RATE_LIMIT_EXCEEDED', ['not-done', 'rate-limited']],
  // "Calendar usage limits exceeded": an abuse limit of this user, which takes hours.
  ['quotaExceeded', ['final', 'quota-exhausted']],
  ['dailyLimitExceeded', ['final', 'quota-exhausted']],
  ['storageQuotaExceeded', ['final', 'quota-exhausted']],
  ['forbiddenForNonOrganizer', ['final', 'not-organizer']],
  ['notACalendarUser', ['final', 'mailbox-missing']],
  ['fullSyncRequired', ['final', 'cursor-expired']],
  ['updatedMinTooLongAgo', ['final', 'cursor-expired']],
  ['deleted', ['final', 'not-found']],
  ['duplicate', ['final', 'request-refused']],
  // An internal conflict of Google, which asks to send the request again.
  ['conflict', ['not-done', 'changed-meanwhile']],
]);

const byStatus: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [401, ['final', 'sign-in-required']],
  [403, ['final', 'permission-missing']],
  [404, ['final', 'not-found']],
  [408, ['perhaps-done', 'unavailable']],
  [410, ['final', 'not-found']],
  [412, ['final', 'changed-meanwhile']],
  [429, ['not-done', 'rate-limited']],
]);

/** Errors of the token endpoint (RFC 6749 section 5.2). All others of it are the administrator's to correct. */
const grantIsGone = new Set(['invalid_grant', 'invalid_token']);

const gone: ReadonlySet<number> = new Set([404, 410]);

/** Without a connection nothing can have been done. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const errorBody = z.object({
  error: z.union([
    z.string(),
    z.object({
      status: text,
      errors: list(z.object({ reason: text })),
      details: list(z.object({ reason: text })),
    }),
  ]),
});

/**
 * What a failed request of Google's clients means. Throws what is neither Google's nor the network's doing.
 *
 * @param tokenUrl requests to it come before the one that was asked for, which then never left
 */
export function createClassify(tokenUrl: string): (error: unknown) => Failure {
  return (error) => {
    if (error instanceof UnreadableAnswer)
      return { kind: 'perhaps-done', problem: problem('unreadable-answer', 'not as documented') };
    if (error instanceof UnreadableToken)
      return { kind: 'not-done', problem: problem('unreadable-answer', 'no access token') };
    if (!(error instanceof gaxios.GaxiosError)) throw error;
    const failure = error.response ? classifyAnswer(error.response) : classifySilence(codesOf(error));
    const beforeRequest = String(error.config.url) === tokenUrl;
    return beforeRequest && failure.kind === 'perhaps-done' ? { ...failure, kind: 'not-done' } : failure;
  };
}

function problem(code: ProblemCode, detail: string): ProviderProblem {
  return { code, status: null, detail, retryAfterMs: null };
}

export function refusal(code: ProblemCode, detail: string): { ok: false; problem: ProviderProblem } {
  return { ok: false, problem: problem(code, detail) };
}

function classifyAnswer({ status, data, headers }: gaxios.GaxiosResponse<unknown>): Failure {
  const [kind, code, reason] = meaningOf(status, data);
  // The answer's own date: whoever wrote the pause as a time had that clock.
  const sentMs = Date.parse(headers.get('date') ?? '');
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), Number.isNaN(sentMs) ? Infinity : sentMs);
  return { kind, problem: { code, status, detail: safeWord(reason) ?? `http ${status}`, retryAfterMs } };
}

function meaningOf(status: number, data: unknown): readonly [...Meaning, string | null] {
  if (status >= 300 && status < 400) return ['final', 'foreign-link', 'redirect'];
  const body = errorBody.safeParse(typeof data === 'string' ? parsedOrNull(data) : data);
  const error = body.success ? body.data.error : null;
  const reason = typeof error === 'string' ? error : reasonOf(error);
  // A server's fault may have come before or after the work.
  if (status >= 500) return ['perhaps-done', 'unavailable', reason];
  if (typeof error === 'string' && status !== 429)
    return ['final', grantIsGone.has(error) ? 'sign-in-required' : 'permission-missing', error];
  // Google names what it does not find: a page without that came from somebody on the way, and nothing is gone.
  if (error === null && gone.has(status)) return ['not-done', 'unreadable-answer', null];
  const meaning = byReason.get(reason ?? '') ?? byStatus.get(status) ?? ['final', 'request-refused'];
  return [...meaning, reason];
}

function reasonOf(error: Exclude<z.output<typeof errorBody>['error'], string> | null): string | null {
  return (
    error?.errors[0]?.reason ?? error?.details.find(({ reason }) => reason)?.reason ?? error?.status ?? null
  );
}

function parsedOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Reasons are words; anything else could be text of an invite. */
function safeWord(reason: string | null): string | null {
  return reason !== null && /^[A-Za-z][\w.-]{0,63}$/.test(reason) ? reason : null;
}

function classifySilence(codes: readonly string[]): Failure {
  if (codes.includes('ERR_FOREIGN_ADDRESS'))
    return { kind: 'final', problem: problem('foreign-link', 'host not allowed') };
  const unsent = codes.some((code) => neverSent.has(code));
  const detail = codes.map(safeWord).find((code) => code !== null) ?? 'connection failed';
  return { kind: unsent ? 'not-done' : 'perhaps-done', problem: problem('unavailable', detail) };
}

const link = z.object({ code: z.string().optional().catch(undefined), cause: z.unknown().optional() });

/** Codes along the chain of causes, the innermost first: `fetch failed` itself says nothing. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  let next: unknown = error;
  for (let depth = 0; depth < 8; depth += 1) {
    const read = link.safeParse(next);
    if (!read.success) break;
    if (read.data.code !== undefined) codes.unshift(read.data.code);
    next = read.data.cause;
  }
  return codes;
}
