import type { SandboxPerson } from '../accounts/person.ts';
import type { SandboxParts } from '../parts.ts';

export interface ItemPermission {
  readonly id: string;
  readonly role: 'read' | 'write';
  /** A sharing link, or the address that was invited. */
  readonly link: { readonly type: 'view' | 'edit'; readonly scope: string; readonly webUrl: string } | null;
  readonly email: string | null;
}

export interface DriveItem {
  readonly id: string;
  /** Address of the person whose OneDrive it is in. */
  readonly owner: string;
  /** Null directly below the root. */
  readonly parentId: string | null;
  readonly name: string;
  /** Null for a folder. */
  readonly file: { readonly mimeType: string; readonly base64: string } | null;
  readonly permissions: readonly ItemPermission[];
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly version: number;
}

export function itemsOf(parts: SandboxParts) {
  return parts.tables.table<DriveItem>('microsoft-drive-items');
}

/** Names are the same in any case, as in OneDrive. */
export function childNamed(
  parts: SandboxParts,
  { address }: SandboxPerson,
  parentId: string | null,
  name: string,
): DriveItem | null {
  const wanted = name.toLowerCase();
  for (const item of itemsOf(parts).values()) {
    if (item.owner === address && item.parentId === parentId && item.name.toLowerCase() === wanted)
      return item;
  }
  return null;
}

export function itemAt(
  parts: SandboxParts,
  person: SandboxPerson,
  names: readonly string[],
): DriveItem | null {
  let found: DriveItem | null = null;
  for (const name of names) {
    if (found?.file) return null;
    found = childNamed(parts, person, found?.id ?? null, name);
    if (found === null) return null;
  }
  return found;
}

export function createItem(
  parts: SandboxParts,
  { address }: SandboxPerson,
  item: Pick<DriveItem, 'parentId' | 'name' | 'file'>,
): DriveItem {
  const nowMs = parts.clock.nowMs();
  const created: DriveItem = {
    ...item,
    id: `01${parts.newId(32).toUpperCase()}`,
    owner: address,
    permissions: [],
    createdMs: nowMs,
    modifiedMs: nowMs,
    version: 1,
  };
  itemsOf(parts).put(created.id, created);
  return created;
}

/** `driveItem` of Graph. */
export function itemResource(parts: SandboxParts, item: DriveItem): Readonly<Record<string, unknown>> {
  const owner = parts.people.find(item.owner);
  const driveId = `b!${Buffer.from(item.owner).toString('base64url')}`;
  const folders = ancestors(parts, item);
  const path = [...folders, item].map(({ name }) => encodeURIComponent(name)).join('/');
  const by = {
    user: { id: owner?.userId ?? null, displayName: owner?.name ?? item.owner, email: item.owner },
  };
  const children = [...itemsOf(parts).values()].filter(({ parentId }) => parentId === item.id);
  return {
    id: item.id,
    name: item.name,
    eTag: `"{${item.id}},${item.version}"`,
    cTag: `"c:{${item.id}},${item.version}"`,
    size: item.file === null ? 0 : Buffer.byteLength(item.file.base64, 'base64'),
    webUrl: `https://halden-my.sharepoint.example/personal/${encodeURIComponent(item.owner)}/Documents/${path}`,
    createdDateTime: new Date(item.createdMs).toISOString(),
    lastModifiedDateTime: new Date(item.modifiedMs).toISOString(),
    createdBy: by,
    lastModifiedBy: by,
    parentReference: {
      driveType: 'business',
      driveId,
      id: item.parentId ?? `01ROOT${driveId.slice(2)}`,
      path: `/drives/${driveId}/root:${folders.map(({ name }) => `/${name}`).join('')}`,
    },
    ...(item.file === null
      ? { folder: { childCount: children.length } }
      : { file: { mimeType: item.file.mimeType } }),
  };
}

function ancestors(parts: SandboxParts, { parentId }: DriveItem): readonly DriveItem[] {
  const above = parentId === null ? undefined : itemsOf(parts).get(parentId);
  return above === undefined ? [] : [...ancestors(parts, above), above];
}
