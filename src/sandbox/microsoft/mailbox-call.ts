import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { Access, SandboxParts } from '../parts.ts';
import { isRefusal, type Refusal, refuse, withInnerError } from './errors.ts';
import { type Preferences, readPreferences } from './preferences.ts';

/** Scopes of Graph (microsoft.md 5.1); the wider ones contain the narrower. */
export const scopes = {
  basic: [
    'Calendars.ReadBasic',
    'Calendars.Read',
    'Calendars.ReadWrite',
    'Calendars.Read.Shared',
    'Calendars.ReadWrite.Shared',
  ],
  read: ['Calendars.Read', 'Calendars.ReadWrite', 'Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'],
  write: ['Calendars.ReadWrite', 'Calendars.ReadWrite.Shared'],
  profile: ['User.Read', 'User.Read.All', 'User.ReadBasic.All'],
} as const;

/** A request about one mailbox, after the right to it was checked. */
export interface MailboxCall {
  readonly parts: SandboxParts;
  readonly request: ApiRequest;
  readonly access: Access;
  readonly person: SandboxPerson;
  /** Where links begin: origin, version and `/me` or `/users/...`. */
  readonly root: string;
  readonly preferences: Preferences;
  /** Pages come shorter than asked for, empty or with repetitions, as Graph allows itself. */
  readonly shortPages: boolean;
}

export interface MailboxMethod {
  /** Name of the documentation's page, for example `event-decline`. */
  readonly id: string;
  readonly method: ApiRoute['method'];
  /** After `/me` or `/users/{id}`. */
  readonly tail: string;
  readonly scopes: readonly string[];
  readonly handle: (call: MailboxCall) => ApiAnswer | Refusal | Promise<ApiAnswer | Refusal>;
}

/** A method under `/me` and under `/users/{id or address}`. */
export function mailboxRoutes(
  parts: SandboxParts,
  shortPages: boolean,
  { id, method, tail, scopes, handle }: MailboxMethod,
): readonly ApiRoute[] {
  return ['/v1.0/me', '/v1.0/users/:user'].map((start) => ({
    id,
    method,
    path: `${start}${tail}`,
    scopes,
    handle: async (request) => {
      const call = openMailbox(parts, request, shortPages);
      const answer = isRefusal(call) ? call : await handle(call);
      const plain = isRefusal(answer) ? answer.refusal : answer;
      const applied = isRefusal(call) ? '' : call.preferences.applied;
      return withInnerError(withApplied(plain, applied), parts, request.headers);
    },
  }));
}

function withApplied(answer: ApiAnswer, applied: string): ApiAnswer {
  return applied === '' || answer.status >= 400
    ? answer
    : { ...answer, headers: { ...answer.headers, 'Preference-Applied': applied } };
}

function openMailbox(parts: SandboxParts, request: ApiRequest, shortPages: boolean): MailboxCall | Refusal {
  const { access } = request;
  if (access?.provider !== 'microsoft')
    return refuse(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
  const { user } = request.params;
  const person = user === undefined ? signedIn(parts, access) : named(parts, access, user);
  if (isRefusal(person)) return person;
  const preferences = readPreferences(request.headers.prefer);
  if (isRefusal(preferences)) return preferences;
  const path = user === undefined ? 'me' : `users/${encodeURIComponent(user)}`;
  return { parts, request, access, person, root: `${request.origin}/v1.0/${path}`, preferences, shortPages };
}

function signedIn(parts: SandboxParts, access: Access): SandboxPerson | Refusal {
  if (access.mailbox === null)
    return refuse(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  return withMailbox(parts.people.find(access.mailbox), access.mailbox);
}

function named(parts: SandboxParts, access: Access, user: string): SandboxPerson | Refusal {
  const person = parts.people.find(user);
  const opened = withMailbox(person, user);
  if (isRefusal(opened)) return opened;
  return mayOpen(access, opened)
    ? opened
    : refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

/** Somebody else's mailbox opens for an application, and for a delegate whose token has a `.Shared` scope. */
function mayOpen({ mailbox, scopes }: Access, person: SandboxPerson): boolean {
  if (mailbox === null || mailbox === person.address) return true;
  return person.delegates.includes(mailbox) && scopes.some((scope) => scope.endsWith('.Shared'));
}

/** Refuses a name nobody has, and one without a mailbox in Exchange Online. */
export function withMailbox(person: SandboxPerson | null, name: string): SandboxPerson | Refusal {
  if (person === null)
    return refuse(404, 'ErrorInvalidUser', `The requested user '${name.slice(0, 200)}' is invalid.`);
  if (person.provider !== 'microsoft' || person.kind === 'group')
    return refuse(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  return person;
}
