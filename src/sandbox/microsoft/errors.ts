import { createHash } from 'node:crypto';
import type { ApiAnswer, ApiErrors } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';

/** An answer that ends a request early; handed up as a value. */
export interface Refusal {
  readonly refusal: ApiAnswer;
}

export function refuse(status: number, code: string, message: string): Refusal {
  return { refusal: graphError(status, code, message) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value;
}

/**
 * An error as Graph words it. Date and request ids are added by `withInnerError`, which knows the time.
 * Source: learn.microsoft.com/graph/errors
 */
export function graphError(status: number, code: string, message: string): ApiAnswer {
  return { status, json: { error: { code, message } } };
}

/** The same answer; where it is an error, with `innerError`: sandbox time (UTC, no offset) and the request's ids. */
export function withInnerError(
  answer: ApiAnswer,
  parts: Pick<SandboxParts, 'clock' | 'newId'>,
  headers: Readonly<Record<string, string | undefined>>,
): ApiAnswer {
  const error = readError(answer);
  if (error === null) return answer;
  const requestId = newGuid(parts.newId);
  const innerError = {
    date: new Date(parts.clock.nowMs()).toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': headers['client-request-id'] ?? requestId,
  };
  return {
    ...answer,
    headers: { ...answer.headers, 'request-id': requestId },
    json: { error: { ...error, innerError } },
  };
}

function readError(answer: ApiAnswer): object | null {
  if (answer.status < 400 || typeof answer.json !== 'object' || answer.json === null) return null;
  return 'error' in answer.json && typeof answer.json.error === 'object' ? answer.json.error : null;
}

/** A GUID whose digits come from the sandbox's seed. */
export function newGuid(newId: SandboxParts['newId']): string {
  const digits = Buffer.from(newId(16)).toString('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

/**
 * How Graph words what every method has in common. Request ids of these count by themselves: a request that was
 * throttled leaves the ids of events as they are in a calm run.
 */
export function graphErrorsOf(parts: Pick<SandboxParts, 'clock' | 'positions'>): ApiErrors {
  let refusals = 0;
  const nextDigits = (length: number) => {
    refusals += 1;
    return createHash('sha256').update(`refusal ${refusals}`).digest('hex').slice(0, length);
  };
  return {
    signed: (answer, headers) => withInnerError(answer, { clock: parts.clock, newId: nextDigits }, headers),
    unauthorized: () => graphError(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.'),
    forbidden: () =>
      graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
    noSuchMethod: () => graphError(404, 'ResourceNotFound', 'Resource not found for the segment.'),
    unreadableBody: (status) =>
      status === 413
        ? graphError(413, 'RequestBodyTooLarge', 'The request body is too large.')
        : graphError(
            status,
            'RequestBodyRead',
            'Unable to read JSON request payload. Please ensure it is valid JSON.',
          ),
    throttled: (kind, retryAfterSeconds) => ({
      ...graphError(
        429,
        kind === 'concurrency' ? parts.positions()['microsoft.throttle-code'] : 'TooManyRequests',
        kind === 'concurrency'
          ? 'Application is over its MailboxConcurrency limit.'
          : 'Too many requests. Please retry later.',
      ),
      ...(retryAfterSeconds === null ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } }),
    }),
    serverFault: (status) =>
      graphError(status, serverFaults[status], 'The server could not handle the request.'),
  };
}

const serverFaults = {
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
} as const;
