import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { graphError, withInnerError } from './errors.ts';
import { entityAnswer, listAnswer } from './user-query.ts';

const directoryScopes = ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All'];
const filterPattern = /^(mail|userPrincipalName)\s+eq\s+'([^']{1,320})'$/i;

/** People of the tenant: /me, /users and /users/{id or address}. */
export function userRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const withIds =
    (handle: ApiRoute['handle']): ApiRoute['handle'] =>
    async (request) =>
      withInnerError(await handle(request), parts, request.headers);
  return [
    {
      id: 'user-get-me',
      method: 'GET',
      path: '/v1.0/me',
      scopes: ['User.Read', ...directoryScopes],
      handle: withIds((request) => {
        const own = request.access?.mailbox ?? null;
        return own === null
          ? graphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
          : userAnswer(parts, request, own);
      }),
    },
    {
      id: 'user-list',
      method: 'GET',
      path: '/v1.0/users',
      scopes: directoryScopes,
      handle: withIds((request) => listed(parts, request)),
    },
    {
      id: 'user-get',
      method: 'GET',
      path: '/v1.0/users/:user',
      scopes: ['User.Read', ...directoryScopes],
      handle: withIds((request) => {
        const { access, params } = request;
        const isOwn = parts.people.find(params.user ?? '')?.address === access?.mailbox;
        const mayOthers = directoryScopes.some((scope) => access?.scopes.includes(scope));
        return isOwn || mayOthers
          ? userAnswer(parts, request, params.user ?? '')
          : graphError(
              403,
              'Authorization_RequestDenied',
              'Insufficient privileges to complete the operation.',
            );
      }),
    },
  ];
}

function listed(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const filter = request.query.get('$filter');
  const wanted = filter === null ? null : filterPattern.exec(filter)?.[2]?.toLowerCase();
  if (wanted === undefined) {
    return graphError(
      400,
      'Request_UnsupportedQuery',
      "The sandbox knows mail eq '…' and userPrincipalName eq '…' only.",
    );
  }
  const users = parts.people
    .all()
    .filter((person) => isUser(person) && (wanted ?? person.address) === person.address);
  return listAnswer(request, '/v1.0/users', 'users', users.map(userResource), 100);
}

function userAnswer(parts: SandboxParts, request: ApiRequest, name: string): ApiAnswer {
  const person = parts.people.find(name);
  return person !== null && isUser(person)
    ? entityAnswer(request, 'users', userResource(person))
    : graphError(404, 'Request_ResourceNotFound', `Resource '${name}' does not exist.`);
}

/** Rooms are users as well. */
function isUser({ provider, kind }: SandboxPerson): boolean {
  return provider === 'microsoft' && kind !== 'group';
}

function userResource({ userId, name, address }: SandboxPerson): Readonly<Record<string, unknown>> {
  const [givenName = name, ...surname] = name.split(' ');
  return {
    id: userId,
    displayName: name,
    givenName,
    surname: surname.length === 0 ? null : surname.join(' '),
    mail: address,
    userPrincipalName: address,
    businessPhones: [],
    jobTitle: null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
  };
}
