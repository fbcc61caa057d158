import type { EventCopy } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';

// google.md 5.8, from Google's guide to extended properties.
const keyChars = 44;
const valueChars = 1024;
const mostProperties = 300;
const mostBytes = 32 * 1024;

type Written = Readonly<Record<string, string | null>>;

/** Too long keys are dropped without a word, too long values cut. */
export function withinLimits(properties: Written): Written {
  const kept = Object.entries(properties).filter(([key]) => key.length <= keyChars);
  return Object.fromEntries(kept.map(([key, value]) => [key, value?.slice(0, valueChars) ?? null]));
}

/** The properties after a write: keys are merged, null deletes. */
export function mergeProperties(
  before: Readonly<Record<string, string>>,
  written: Written,
): Readonly<Record<string, string>> {
  const merged = Object.entries({ ...before, ...written });
  return Object.fromEntries(merged.filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * Whether an event would hold more than it may, over all its copies.
 *
 * @param copy the copy that is written to; null for a new event
 */
export function holdsTooMuch(
  parts: SandboxParts,
  copy: EventCopy | null,
  own: Readonly<Record<string, string>>,
  shared: Readonly<Record<string, string>>,
): boolean {
  const mailboxes =
    copy === null ? [] : [copy.organizer, ...copy.fields.guests.map((guest) => guest.address)];
  const others = mailboxes.flatMap((mailbox) => {
    const other = mailbox === copy?.mailbox ? null : parts.engine.findByUid(mailbox, copy?.uid ?? '');
    return other === null ? [] : Object.entries(other.own.privateProperties);
  });
  const all = [...Object.entries(own), ...Object.entries(shared), ...others];
  const bytes = all.reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value, 'utf8'), 0);
  return all.length > mostProperties || bytes > mostBytes;
}
