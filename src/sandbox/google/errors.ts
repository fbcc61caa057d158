import type { ApiAnswer, ApiErrors } from '../api/api-route.ts';

interface ErrorPlace {
  readonly location: string;
  readonly locationType: 'parameter' | 'header' | 'other';
}

/**
 * A refusal of a Google API, in the form of error version 1 that Calendar, Drive and Gmail share.
 *
 * @param domain who refuses: `global`, `calendar` or `usageLimits`
 * @param reason what clients branch on
 * @param place the parameter or header that is at fault, where there is one
 */
export function googleError(
  status: number,
  domain: string,
  reason: string,
  message: string,
  place: ErrorPlace | null = null,
): ApiAnswer {
  return {
    status,
    json: { error: { errors: [{ domain, reason, message, ...place }], code: status, message } },
  };
}

/** 400 for a field of the body or a parameter that cannot be read. */
export function invalid(message: string, parameter: string | null = null): ApiAnswer {
  return googleError(400, 'global', 'invalid', message, parameter === null ? null : inParameter(parameter));
}

export function required(message: string): ApiAnswer {
  return googleError(400, 'global', 'required', message);
}

export function notFound(): ApiAnswer {
  return googleError(404, 'global', 'notFound', 'Not Found');
}

/** For whoever may see the calendar but not do this in it. */
export function forbidden(message = 'Forbidden'): ApiAnswer {
  return googleError(403, 'global', 'forbidden', message);
}

export function alreadyDeleted(): ApiAnswer {
  return googleError(410, 'global', 'deleted', 'Resource has been deleted');
}

export function forbiddenForNonOrganizer(): ApiAnswer {
  const message = 'Shared properties can only be changed by the organizer of the event.';
  return googleError(403, 'calendar', 'forbiddenForNonOrganizer', message);
}

/** @param parameter the bound that is named as wrong */
export function timeRangeEmpty(parameter: 'timeMax' | 'end'): ApiAnswer {
  const message = 'The specified time range is empty.';
  return googleError(400, 'calendar', 'timeRangeEmpty', message, inParameter(parameter));
}

export function inParameter(location: string): ErrorPlace {
  return { location, locationType: 'parameter' };
}

export function inHeader(location: string): ErrorPlace {
  return { location, locationType: 'header' };
}

const serverFaults = {
  500: ['backendError', 'Backend Error'],
  502: ['backendError', 'Bad Gateway'],
  503: ['backendError', 'Service Unavailable'],
  504: ['backendError', 'Gateway Timeout'],
} as const;

// Project and user limits may come as 403 or 429; the user's own as 403 (google.md 5.3).
const throttles = {
  mailbox: [403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'],
  project: [429, 'rateLimitExceeded', 'Rate Limit Exceeded'],
  concurrency: [403, 'quotaExceeded', 'Calendar usage limits exceeded.'],
} as const;

/** How Google words what every method has in common. */
export const googleErrors: ApiErrors = {
  unauthorized: () => {
    const answer = googleError(401, 'global', 'authError', 'Invalid Credentials', inHeader('Authorization'));
    return { ...answer, headers: { 'www-authenticate': 'Bearer realm="https://accounts.google.com/"' } };
  },
  forbidden: () =>
    googleError(403, 'global', 'insufficientPermissions', 'Request had insufficient authentication scopes.'),
  noSuchMethod: () => notFound(),
  unreadableBody: (status) =>
    status === 413
      ? googleError(413, 'global', 'uploadTooLarge', 'Request is too large.')
      : googleError(status, 'global', 'parseError', 'Parse Error'),
  throttled: (kind, retryAfterSeconds) => {
    const [status, reason, message] = throttles[kind];
    const answer = googleError(status, 'usageLimits', reason, message);
    return retryAfterSeconds === null
      ? answer
      : { ...answer, headers: { 'retry-after': String(retryAfterSeconds) } };
  },
  serverFault: (status) => {
    const [reason, message] = serverFaults[status];
    return googleError(status, 'global', reason, message);
  },
};
