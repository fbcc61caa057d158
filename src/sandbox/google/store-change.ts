import { isDeepStrictEqual } from 'node:util';
import type { OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import type { EventState } from './event-change.ts';
import { tellsGuests, type WritableEvent, type WriteRequest } from './write-request.ts';

/** Hands the engine only what is different, so that a write that changes nothing makes no new version. */
export function storeChange(
  parts: SandboxParts,
  write: WriteRequest,
  event: WritableEvent,
  after: EventState,
): void {
  const ref = { key: event.key, originalStart: event.originalStart };
  const fields = changed(event.fields, after.fields);
  if (Object.keys(fields).length > 0) {
    const { guests } = { ...event.fields, ...fields };
    parts.engine.update(ref, fields, tellsGuests(parts, write.sendUpdates, guests));
  }
  const { privateProperties, ...own }: Partial<OwnFields> = changed(event.own, after.own);
  const deleted = Object.keys(event.own.privateProperties).map((key) => [key, null] as const);
  const properties = privateProperties && { ...Object.fromEntries(deleted), ...privateProperties };
  if (Object.keys(own).length > 0 || properties !== undefined) {
    parts.engine.updateOwn(ref, { ...own, ...(properties && { privateProperties: properties }) });
  }
}

function changed<T extends object>(before: T, after: T): Partial<T> {
  const change: Partial<T> = {};
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (!isDeepStrictEqual(before[key], after[key])) change[key] = after[key];
  }
  return change;
}
