import type { EventCopy, EventInstance, EventRef } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { type Refusal, refuse } from './errors.ts';

/** An event of a mailbox: a whole copy, or one occurrence of its series. */
export interface EventTarget {
  readonly copy: EventCopy;
  /** Null for a single event and for a series as a whole. */
  readonly instance: EventInstance | null;
}

type Folder = 'calendar' | 'deleted';

/**
 * The id that a client sees. Default ids name the folder and so change when the item moves; immutable ones do not
 * (microsoft.md 3.4). Both are URL-safe base64 and sensitive to case.
 */
export function eventId(ref: EventRef, folder: Folder, immutable: boolean): string {
  const content = [ref.key, ref.originalStart ?? '', ...(immutable ? [] : [folder])].join('\n');
  const encoded = Buffer.from(content).toString('base64url');
  return `${immutable ? immutablePrefix : defaultPrefix}${encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '=')}`;
}

const defaultPrefix = 'AAMk';
const immutablePrefix = 'AAkA';

export function targetId(target: EventTarget, immutable: boolean): string {
  return eventId(targetRef(target), targetFolder(target), immutable);
}

export function targetRef({ copy, instance }: EventTarget): EventRef {
  return { key: copy.key, originalStart: instance?.originalStart ?? null };
}

/** What the organizer called off, the owner deleted or a decline took away is in Deleted Items. */
export function targetFolder({ copy, instance }: EventTarget): Folder {
  if (copy.folder !== 'calendar') return 'deleted';
  if (instance === null) return 'calendar';
  const calledOff = instance.fields.cancelled && copy.organizer === copy.mailbox;
  return instance.gone || calledOff ? 'deleted' : 'calendar';
}

/** The event behind an id; an id of another mailbox, or the default id of a folder it has left, is not found. */
export function findTarget(parts: SandboxParts, mailbox: string, id: string): EventTarget | Refusal {
  const parsed = parseEventId(id);
  if (parsed === null) return refuse(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  const copy = parts.engine.get(parsed.ref.key);
  if (copy === null || copy.mailbox !== mailbox || copy.folder === 'purged') return notFound();
  const { originalStart } = parsed.ref;
  const isSeries = copy.fields.recurrence.length > 0;
  const instance =
    originalStart === null || !isSeries ? null : parts.engine.instance(copy.key, originalStart);
  if (originalStart !== null && instance === null) return notFound();
  const target = { copy, instance };
  return parsed.folder === null || parsed.folder === targetFolder(target) ? target : notFound();
}

export function notFound(): Refusal {
  return refuse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** Null where no sandbox made this id. `folder` is null in an immutable one. */
export function parseEventId(id: string): { readonly ref: EventRef; readonly folder: Folder | null } | null {
  const immutable = id.startsWith(immutablePrefix);
  const [key = '', originalStart = '', folderName] = Buffer.from(id.slice(4), 'base64url')
    .toString()
    .split('\n');
  const folder = folderName === 'deleted' ? 'deleted' : 'calendar';
  const ref = { key, originalStart: originalStart === '' ? null : originalStart };
  if (eventId(ref, folder, immutable) !== id) return null;
  return { ref, folder: immutable ? null : folder };
}
