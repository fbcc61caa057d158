import type { Access, SandboxParts } from '../parts.ts';
import { type DriveFile, type DrivePermission, documentMimeType } from './drive-files.ts';

/** `File` of the API, with every field that the sandbox knows. */
export function fileResource(
  parts: SandboxParts,
  { mailbox, clientId }: Access,
  file: DriveFile,
): Readonly<Record<string, unknown>> {
  const isDocument = file.mimeType === documentMimeType;
  const owner = parts.people.find(file.owner);
  const own = file.permissions.find((permission) => permission.emailAddress === mailbox)?.role;
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === null ? {} : { description: file.description }),
    starred: false,
    trashed: false,
    explicitlyTrashed: false,
    parents: file.parents.length === 0 ? [`0A${(owner?.userId ?? file.owner).slice(0, 16)}`] : file.parents,
    spaces: ['drive'],
    version: String(file.version),
    webViewLink: isDocument
      ? `https://docs.google.com/document/d/${file.id}/edit?usp=drivesdk`
      : `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`,
    createdTime: new Date(file.createdMs).toISOString(),
    modifiedTime: new Date(file.modifiedMs).toISOString(),
    owners: [
      {
        kind: 'drive#user',
        displayName: owner?.name ?? file.owner,
        me: file.owner === mailbox,
        permissionId: owner?.userId ?? file.owner,
        emailAddress: file.owner,
      },
    ],
    ownedByMe: file.owner === mailbox,
    shared: file.permissions.length > 1,
    capabilities: {
      canEdit: own === 'owner' || own === 'writer',
      canShare: own === 'owner' || own === 'writer',
    },
    isAppAuthorized: file.clientId === clientId,
    permissionIds: file.permissions.map(({ id }) => id),
    permissions: file.permissions.map((permission) => permissionResource(parts, permission)),
    ...(file.content === null ? {} : { size: String(Buffer.byteLength(file.content, 'base64')) }),
    ...(file.clientId === clientId && Object.keys(file.appProperties).length > 0
      ? { appProperties: file.appProperties }
      : {}),
  };
}

/** `Permission` of the API. */
export function permissionResource(
  parts: SandboxParts,
  permission: DrivePermission,
): Readonly<Record<string, unknown>> {
  const { id, type, role, emailAddress, domain, expirationTime } = permission;
  const name = emailAddress === null ? domain : (parts.people.find(emailAddress)?.name ?? emailAddress);
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress === null ? {} : { emailAddress }),
    ...(domain === null ? {} : { domain }),
    ...(name === null ? {} : { displayName: name }),
    ...(expirationTime === null ? {} : { expirationTime }),
  };
}
