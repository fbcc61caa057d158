import type { EventCopy, EventRef } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';

/** What an event id names: a copy, and which occurrence of it. */
export interface NamedEvent extends EventRef {
  readonly copy: EventCopy;
}

const readable = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/s;

/** Id of an occurrence; clients must not construct it (google.md 5.7), which the `opaque` position proves. */
export function instanceId(parts: SandboxParts, copy: EventCopy, originalStart: string): string {
  const plain = `${copy.providerId}_${originalStart}`;
  return isOpaque(parts) ? `i${Buffer.from(plain, 'utf8').toString('hex')}` : plain;
}

/** The copy or occurrence behind an id in one mailbox; null where there never was one. Tombstones are found. */
export function findEvent(parts: SandboxParts, mailbox: string, id: string): NamedEvent | null {
  const whole = parts.engine.find(mailbox, id);
  if (whole !== null) return { copy: whole, key: whole.key, originalStart: null };
  const [, masterId, originalStart] = readable.exec(isOpaque(parts) ? fromOpaque(id) : id) ?? [];
  const copy = masterId === undefined ? null : parts.engine.find(mailbox, masterId);
  if (copy === null || originalStart === undefined || copy.fields.recurrence.length === 0) return null;
  return { copy, key: copy.key, originalStart };
}

function isOpaque(parts: SandboxParts): boolean {
  return parts.positions()['google.instance-id'] === 'opaque';
}

function fromOpaque(id: string): string {
  return /^i[0-9a-f]+$/.test(id) ? Buffer.from(id.slice(1), 'hex').toString('utf8') : '';
}
