import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { importFormats } from './docs-import.ts';
import { createEmpty, createUploaded } from './drive-create.ts';
import { parseFields, selectFields } from './drive-fields.ts';
import { type DriveFile, documentsOf, filesOf, isVisible, visibleFile } from './drive-files.ts';
import { shareFile } from './drive-permissions.ts';
import { parseDriveQuery } from './drive-query.ts';
import { fileResource, permissionResource } from './drive-resource.ts';
import { googleError, inParameter, invalid, required } from './errors.ts';

const scopesOf = (...names: readonly string[]) =>
  names.map((name) => `https://www.googleapis.com/auth/${name}`);
const writeScopes = scopesOf('drive', 'drive.file');
const readScopes = scopesOf(
  'drive',
  'drive.file',
  'drive.readonly',
  'drive.metadata',
  'drive.metadata.readonly',
);
const fileDefault = 'kind,id,name,mimeType';
const permissionDefault = 'kind,id,type,role';
const pageDefault = 100;
const pageMost = 1000;

/** Drive v3: files, permissions and what can be imported. */
export function driveRoutes(parts: SandboxParts): readonly ApiRoute[] {
  const withFile =
    (
      need: 'read' | 'write',
      handle: (file: DriveFile, request: ApiRequest) => ApiAnswer,
    ): ApiRoute['handle'] =>
    (request) => {
      const id = request.params.fileId ?? '';
      const file = visibleFile(parts, request.access, id, 'read');
      if (file === null) return fileNotFound(id);
      return visibleFile(parts, request.access, id, need) === null ? mayNotWrite() : handle(file, request);
    };
  const answerFile = (made: DriveFile | ApiAnswer, request: ApiRequest) =>
    'status' in made ? made : selected(request, fileJson(parts, request, made), fileDefault);
  return [
    {
      id: 'drive.files.create',
      method: 'POST',
      path: '/drive/v3/files',
      scopes: writeScopes,
      handle: (request) => answerFile(createEmpty(parts, request), request),
    },
    {
      id: 'drive.files.create',
      method: 'POST',
      path: '/upload/drive/v3/files',
      scopes: writeScopes,
      handle: async (request) => answerFile(await createUploaded(parts, request), request),
    },
    {
      id: 'drive.files.list',
      method: 'GET',
      path: '/drive/v3/files',
      scopes: readScopes,
      handle: (request) => listed(parts, request),
    },
    {
      id: 'drive.files.get',
      method: 'GET',
      path: '/drive/v3/files/:fileId',
      scopes: readScopes,
      handle: withFile('read', (file, request) =>
        request.query.get('alt') === 'media' ? contentOf(file) : answerFile(file, request),
      ),
    },
    {
      id: 'drive.files.delete',
      method: 'DELETE',
      path: '/drive/v3/files/:fileId',
      scopes: writeScopes,
      handle: withFile('write', (file, { access }) => {
        if (file.owner !== access?.mailbox) return mayNotWrite();
        filesOf(parts).delete(file.id);
        documentsOf(parts).delete(file.id);
        return { status: 204 };
      }),
    },
    {
      id: 'drive.permissions.create',
      method: 'POST',
      path: '/drive/v3/files/:fileId/permissions',
      scopes: writeScopes,
      handle: withFile('write', (file, request) => {
        const shared = shareFile(parts, file, request);
        return shared.status === 200 ? selected(request, shared.json, permissionDefault) : shared;
      }),
    },
    {
      id: 'drive.permissions.list',
      method: 'GET',
      path: '/drive/v3/files/:fileId/permissions',
      scopes: readScopes,
      handle: withFile('read', ({ permissions }, request) => {
        const json = {
          kind: 'drive#permissionList',
          permissions: permissions.map((permission) => permissionResource(parts, permission)),
        };
        return selected(request, json, `kind,permissions(${permissionDefault})`);
      }),
    },
    {
      id: 'drive.about.get',
      method: 'GET',
      path: '/drive/v3/about',
      scopes: readScopes,
      handle: (request) => about(parts, request),
    },
  ];
}

function listed(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const { query, access } = request;
  const test = parseDriveQuery(query.get('q') ?? '');
  if (test === null || access === null) return invalid('Invalid Value', 'q');
  const size = Number(query.get('pageSize') ?? pageDefault);
  if (!Number.isInteger(size) || size < 1 || size > pageMost) return invalid('Invalid Value', 'pageSize');
  const start = startOf(query.get('pageToken'));
  if (start === null) return invalid('Invalid Value', 'pageToken');
  const found = [...filesOf(parts).values()]
    .filter((file) => isVisible(parts, access, file, 'read') && test(asSeenBy(access.clientId, file)))
    .sort((a, b) => b.modifiedMs - a.modifiedMs);
  const end = start + size;
  const json = {
    kind: 'drive#fileList',
    incompleteSearch: false,
    ...(end < found.length ? { nextPageToken: Buffer.from(`from ${end}`).toString('base64url') } : {}),
    files: found.slice(start, end).map((file) => fileJson(parts, request, file)),
  };
  return selected(request, json, `kind,incompleteSearch,nextPageToken,files(${fileDefault})`);
}

/** Properties of one application are hidden from the others. */
function asSeenBy(clientId: string, file: DriveFile): DriveFile {
  return file.clientId === clientId ? file : { ...file, appProperties: {} };
}

function startOf(pageToken: string | null): number | null {
  if (pageToken === null) return 0;
  const start = /^from (\d{1,9})$/.exec(Buffer.from(pageToken, 'base64url').toString())?.[1];
  return start === undefined ? null : Number(start);
}

function about(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  if (!request.query.has('fields')) return required("The 'fields' parameter is required for this method.");
  const person = parts.people.find(request.access?.mailbox ?? '');
  const json = {
    kind: 'drive#about',
    user: {
      kind: 'drive#user',
      displayName: person?.name ?? '',
      me: true,
      permissionId: person?.userId ?? '',
      emailAddress: person?.address ?? '',
    },
    importFormats,
  };
  return selected(request, json, '*');
}

function fileJson(parts: SandboxParts, { access }: ApiRequest, file: DriveFile): unknown {
  return access === null ? {} : fileResource(parts, access, file);
}

function selected({ query }: ApiRequest, json: unknown, usual: string): ApiAnswer {
  const fields = query.get('fields') ?? usual;
  const mask = parseFields(fields);
  if (mask === null) {
    return googleError(
      400,
      'global',
      'invalidParameter',
      `Invalid field selection ${fields}`,
      inParameter('fields'),
    );
  }
  return { status: 200, json: selectFields(json, mask) };
}

function contentOf({ content, mimeType }: DriveFile): ApiAnswer {
  return content === null
    ? googleError(403, 'global', 'fileNotDownloadable', 'Only files with binary content can be downloaded.')
    : { status: 200, headers: { 'content-type': mimeType }, raw: Buffer.from(content, 'base64') };
}

function fileNotFound(id: string): ApiAnswer {
  return googleError(404, 'global', 'notFound', `File not found: ${id}.`, inParameter('fileId'));
}

function mayNotWrite(): ApiAnswer {
  return googleError(
    403,
    'global',
    'insufficientFilePermissions',
    'The user does not have sufficient permissions for this file.',
  );
}
