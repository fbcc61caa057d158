import type { Access, SandboxParts } from '../parts.ts';
import { type DocumentBody, emptyBody } from './docs-model.ts';
import type { StoredDocument } from './docs-resource.ts';

export const documentMimeType = 'application/vnd.google-apps.document';
const scopeBase = 'https://www.googleapis.com/auth';

export interface DrivePermission {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: 'owner' | 'organizer' | 'fileOrganizer' | 'writer' | 'commenter' | 'reader';
  readonly emailAddress: string | null;
  readonly domain: string | null;
  readonly expirationTime: string | null;
}

export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly description: string | null;
  readonly owner: string;
  /** The application that made it: all that `drive.file` opens. */
  readonly clientId: string;
  /** Seen by that application only. */
  readonly appProperties: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
  readonly permissions: readonly DrivePermission[];
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly version: number;
  /** Base64; null for a document, whose text is in the table of documents. */
  readonly content: string | null;
}

export interface NewFile {
  readonly name: string;
  readonly mimeType: string;
  readonly description: string | null;
  readonly appProperties: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
  readonly content: string | null;
  /** Null for what is no document. */
  readonly body: DocumentBody | null;
}

export function filesOf(parts: SandboxParts) {
  return parts.tables.table<DriveFile>('google-drive-files');
}

export function documentsOf(parts: SandboxParts) {
  return parts.tables.table<StoredDocument>('google-documents');
}

/** A new file of the token's owner. A document without a body is empty. */
export function createFile(parts: SandboxParts, access: Access, file: NewFile): DriveFile {
  const nowMs = parts.clock.nowMs();
  const { body, ...given } = file;
  const owner = access.mailbox ?? '';
  const created: DriveFile = {
    ...given,
    id: `1${parts.newId(43)}`,
    owner,
    clientId: access.clientId,
    permissions: [
      {
        id: parts.people.find(owner)?.userId ?? owner,
        type: 'user',
        role: 'owner',
        emailAddress: owner,
        domain: null,
        expirationTime: null,
      },
    ],
    createdMs: nowMs,
    modifiedMs: nowMs,
    version: 1,
  };
  filesOf(parts).put(created.id, created);
  if (file.mimeType === documentMimeType) {
    documentsOf(parts).put(created.id, {
      id: created.id,
      title: created.name,
      revision: 1,
      body: body ?? emptyBody,
    });
  }
  return created;
}

/** A file as far as this token may see it; null otherwise, as if it did not exist. */
export function visibleFile(
  parts: SandboxParts,
  access: Access | null,
  id: string,
  need: 'read' | 'write',
): DriveFile | null {
  const file = filesOf(parts).get(id);
  return file !== undefined && access !== null && isVisible(parts, access, file, need) ? file : null;
}

export function isVisible(
  parts: SandboxParts,
  access: Access,
  file: DriveFile,
  need: 'read' | 'write',
): boolean {
  if (!isOpenToApp(access, file)) return false;
  const now = new Date(parts.clock.nowMs()).toISOString();
  return file.permissions.some(
    (permission) =>
      (need === 'read' || !['reader', 'commenter'].includes(permission.role)) &&
      (permission.expirationTime === null || permission.expirationTime > now) &&
      reaches(parts, permission, access.mailbox ?? ''),
  );
}

/** With `drive.file` alone an application meets its own files only (google.md 6). */
function isOpenToApp({ scopes, clientId }: Access, file: DriveFile): boolean {
  const isOwn = file.clientId === clientId && scopes.includes(`${scopeBase}/drive.file`);
  const forAll = ['drive', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'];
  const forDocuments = file.mimeType === documentMimeType ? ['documents', 'documents.readonly'] : [];
  return isOwn || [...forAll, ...forDocuments].some((scope) => scopes.includes(`${scopeBase}/${scope}`));
}

function reaches(parts: SandboxParts, permission: DrivePermission, mailbox: string): boolean {
  switch (permission.type) {
    case 'user':
      return permission.emailAddress === mailbox;
    case 'group':
      return parts.people.membersOf(permission.emailAddress ?? '').includes(mailbox);
    case 'domain':
      return mailbox.endsWith(`@${permission.domain}`);
    case 'anyone':
      return true;
  }
}
