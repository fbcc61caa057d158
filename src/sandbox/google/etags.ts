import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import { googleError, inHeader } from './errors.ts';

/** Quoted, and another one for each version of a copy. */
export function eventEtag(version: number, updatedMs: number): string {
  return `"${updatedMs}${String(version % 1_000_000).padStart(6, '0')}"`;
}

/** Of what lives as long as the sandbox runs, or of a list as of its last change. */
export function listEtag(mailbox: string, lastChange: number): string {
  return `"p${lastChange.toString(32)}${Buffer.from(mailbox, 'utf8').toString('hex').slice(0, 12)}"`;
}

/** 412 where the client asked for another version than there is; null where it may go on. */
export function failedPrecondition(request: ApiRequest, etag: string): ApiAnswer | null {
  const wanted = request.headers['if-match'];
  if (wanted === undefined || names(wanted, etag)) return null;
  return googleError(412, 'global', 'conditionNotMet', 'Precondition Failed', inHeader('If-Match'));
}

/** The answer with its ETag, or 304 where the client has this version already. */
export function withEtag(request: ApiRequest, etag: string, json: unknown): ApiAnswer {
  const known = request.headers['if-none-match'];
  const headers = { etag };
  return known !== undefined && names(known, etag)
    ? { status: 304, headers }
    : { status: 200, headers, json };
}

function names(header: string, etag: string): boolean {
  return header.split(',').some((part) => part.trim() === etag || part.trim() === '*');
}
