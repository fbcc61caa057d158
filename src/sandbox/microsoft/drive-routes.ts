import { z } from 'zod';
import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { childNamed, createItem, type DriveItem, itemAt, itemResource, itemsOf } from './drive-items.ts';
import { invited, linkCreated } from './drive-sharing.ts';
import {
  conflictBehavior,
  freeName,
  isName,
  itemNotFound,
  nameAlreadyExists,
  namesOf,
  uploaded,
} from './drive-upload.ts';
import { graphError } from './errors.ts';
import { mailboxRoute } from './user-target.ts';

const writeScopes = ['Files.ReadWrite', 'Files.ReadWrite.All'];
const readScopes = ['Files.Read', 'Files.Read.All', ...writeScopes];
const byId = '/drive/items/(?<item>[^/:]+)';
const byPath = '/drive/root:/(?<path>[^:]+)';

const newFolder = z.object({
  name: z.string(),
  folder: z.object({}),
  '@microsoft.graph.conflictBehavior': z.unknown().optional(),
});

type ForItem = (item: DriveItem, request: ApiRequest) => ApiAnswer;

/** OneDrive: files by path and id, folders, links and invitations. */
export function driveRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const route = (
    id: string,
    method: ApiRoute['method'],
    path: string,
    handle: (person: SandboxPerson, request: ApiRequest) => ApiAnswer,
  ) => mailboxRoute(parts, { id, method, path, handle, scopes: method === 'GET' ? readScopes : writeScopes });
  const onItem =
    (handle: ForItem) =>
    (person: SandboxPerson, request: ApiRequest): ApiAnswer => {
      const item = itemOf(parts, person, request);
      return item === null ? itemNotFound() : handle(item, request);
    };
  const get = onItem((item) => ({ status: 200, json: itemResource(parts, item) }));
  const content = onItem(contentOf);
  return [
    route('driveitem-put-content', 'PUT', `${byPath}:/content`, (person, request) =>
      uploaded(parts, person, request),
    ),
    route('driveitem-get-content', 'GET', `${byPath}:/content`, content),
    route('driveitem-get-content', 'GET', `${byId}/content`, content),
    route('driveitem-post-children', 'POST', '/drive/root/children', (person, request) =>
      folderCreated(parts, person, null, request.body),
    ),
    route('driveitem-post-children', 'POST', `${byPath}:/children`, (person, request) =>
      onItem((item) => folderCreated(parts, person, item.id, request.body))(person, request),
    ),
    route('driveitem-post-children', 'POST', `${byId}/children`, (person, request) =>
      onItem((item) => folderCreated(parts, person, item.id, request.body))(person, request),
    ),
    route(
      'driveitem-createlink',
      'POST',
      `${byId}/createLink`,
      onItem((item, { body }) => linkCreated(parts, item, body)),
    ),
    route(
      'driveitem-invite',
      'POST',
      `${byId}/invite`,
      onItem((item, { body }) => invited(parts, item, body)),
    ),
    route('driveitem-get', 'GET', `${byPath}:?`, get),
    route('driveitem-get', 'GET', byId, get),
  ];
}

function itemOf(parts: SandboxParts, person: SandboxPerson, { params }: ApiRequest): DriveItem | null {
  if (params.item !== undefined) {
    const item = itemsOf(parts).get(params.item);
    return item?.owner === person.address ? item : null;
  }
  const names = namesOf(params.path ?? '');
  return names === null ? null : itemAt(parts, person, names);
}

function contentOf({ file }: DriveItem): ApiAnswer {
  return file === null
    ? graphError(400, 'notSupported', 'A folder has no content.')
    : { status: 200, headers: { 'content-type': file.mimeType }, raw: Buffer.from(file.base64, 'base64') };
}

function folderCreated(
  parts: SandboxParts,
  person: SandboxPerson,
  parentId: string | null,
  body: unknown,
): ApiAnswer {
  const parsed = newFolder.safeParse(body);
  if (!parsed.success || !isName(parsed.data.name)) {
    return graphError(400, 'invalidRequest', 'A folder needs a valid name and the facet folder.');
  }
  const behavior = conflictBehavior(parsed.data['@microsoft.graph.conflictBehavior'], 'fail');
  const existing = childNamed(parts, person, parentId, parsed.data.name);
  if (behavior === null)
    return graphError(400, 'invalidRequest', 'The conflict behavior is fail, replace or rename.');
  if (existing !== null && behavior === 'fail') return nameAlreadyExists();
  if (existing !== null && behavior === 'replace') {
    return existing.file === null
      ? { status: 201, json: itemResource(parts, existing) }
      : nameAlreadyExists();
  }
  const name = existing === null ? parsed.data.name : freeName(parts, person, parentId, parsed.data.name);
  return {
    status: 201,
    json: itemResource(parts, createItem(parts, person, { parentId, name, file: null })),
  };
}
