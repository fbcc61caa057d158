import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { childNamed, createItem, type DriveItem, itemResource, itemsOf } from './drive-items.ts';
import { graphError } from './errors.ts';

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

const badName = /["*:<>?/\\|]|^\s|[\s.]$|^$/;

/** Names of a path below the root; null where one of them is none. */
export function namesOf(path: string): readonly string[] | null {
  const names = path.split('/').filter((name) => name !== '');
  return names.length === 0 || names.some((name) => !isName(name)) ? null : names;
}

export function isName(name: string): boolean {
  return !badName.test(name) && name.length <= 255;
}

/** @param usual what the method does where the caller does not say */
export function conflictBehavior(given: unknown, usual: ConflictBehavior): ConflictBehavior | null {
  if (given === undefined || given === null) return usual;
  return given === 'fail' || given === 'replace' || given === 'rename' ? given : null;
}

/** Writes a file at a path: 201 for a new one, 200 for a new version. Missing folders by the switch. */
export function uploaded(parts: SandboxParts, person: SandboxPerson, request: ApiRequest): ApiAnswer {
  const names = namesOf(request.params.path ?? '');
  const behavior = conflictBehavior(request.query.get('@microsoft.graph.conflictBehavior'), 'replace');
  if (names === null) return graphError(400, 'invalidRequest', 'The provided name is not valid.');
  if (behavior === null)
    return graphError(400, 'invalidRequest', 'The conflict behavior is fail, replace or rename.');
  const folder = folderAt(parts, person, names.slice(0, -1));
  if (folder === 'missing') return itemNotFound();
  const name = names.at(-1) ?? '';
  const file = {
    mimeType: request.headers['content-type'] ?? 'application/octet-stream',
    base64: Buffer.from(request.rawBody).toString('base64'),
  };
  const existing = childNamed(parts, person, folder, name);
  if (existing === null) return created(parts, createItem(parts, person, { parentId: folder, name, file }));
  if (behavior === 'rename') {
    const free = freeName(parts, person, folder, name);
    return created(parts, createItem(parts, person, { parentId: folder, name: free, file }));
  }
  if (behavior === 'fail' || existing.file === null) return nameAlreadyExists();
  const replaced = { ...existing, file, modifiedMs: parts.clock.nowMs(), version: existing.version + 1 };
  itemsOf(parts).put(replaced.id, replaced);
  return { status: 200, json: itemResource(parts, replaced) };
}

/** The folder's id, null for the root. */
function folderAt(
  parts: SandboxParts,
  person: SandboxPerson,
  names: readonly string[],
): string | null | 'missing' {
  let id: string | null = null;
  for (const name of names) {
    const found: DriveItem | null = childNamed(parts, person, id, name);
    if (found?.file) return 'missing';
    if (found === null && parts.positions()['microsoft.missing-folders'] === 'not-found') return 'missing';
    id = (found ?? createItem(parts, person, { parentId: id, name, file: null })).id;
  }
  return id;
}

/** `Agenda.docx`, then `Agenda 1.docx` and so on, as OneDrive counts. */
export function freeName(
  parts: SandboxParts,
  person: SandboxPerson,
  parentId: string | null,
  name: string,
): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let count = 1; ; count += 1) {
    const candidate = `${stem} ${count}${ending}`;
    if (childNamed(parts, person, parentId, candidate) === null) return candidate;
  }
}

function created(parts: SandboxParts, item: DriveItem): ApiAnswer {
  return { status: 201, json: itemResource(parts, item) };
}

export function itemNotFound(): ApiAnswer {
  return graphError(404, 'itemNotFound', 'The resource could not be found.');
}

export function nameAlreadyExists(): ApiAnswer {
  return graphError(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent.');
}
