import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { graphError, withInnerError } from './errors.ts';

type ForMailbox = (person: SandboxPerson, request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;

/**
 * A method that Graph offers both at `/me` and at `/users/{id or address}`.
 * @param path what follows, as the source of an expression with named groups
 */
export function mailboxRoute(
  parts: SandboxParts,
  {
    path,
    handle,
    ...route
  }: Omit<ApiRoute, 'handle' | 'path'> & { readonly path: string; readonly handle: ForMailbox },
): ApiRoute {
  return {
    ...route,
    path: new RegExp(`^/v1\\.0/(?:me|users/(?<user>[^/]+))${path}/?$`, 'i'),
    handle: async (request) => {
      const person = mailboxOf(parts, request);
      const answer = 'status' in person ? person : await handle(person, request);
      return withInnerError(answer, parts, request.headers);
    },
  };
}

/** The mailbox that a path names, if this token may act in it (microsoft.md 3.2). */
function mailboxOf(parts: SandboxParts, { params: { user }, access }: ApiRequest): SandboxPerson | ApiAnswer {
  const own = access?.mailbox ?? null;
  if (user === undefined && own === null) {
    return graphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  const person = parts.people.find(user ?? own ?? '');
  if (person === null) return graphError(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`);
  if (own !== null && person.address !== own) {
    return graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  return person.provider === 'microsoft' && person.kind !== 'group'
    ? person
    : graphError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      );
}
