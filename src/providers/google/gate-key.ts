import { createHash } from 'node:crypto';

const base32hex = '0123456789abcdefghijklmnopqrstuv';
/** Google cuts longer values of a property without a word. */
const longestKey = 1_024;

/**
 * An id that the same act always gets, in the alphabet of event ids (base32hex, RFC 2938): the second creation is
 * refused as a duplicate instead of making a second event. The mailbox is part of it, because the iCalendar UID comes
 * from the id and two people's events must not share one.
 *
 * @throws RangeError for a key that Google would cut
 */
export function idFromKey(kind: 'meeting' | 'hold' | 'document', mailbox: string, key: string): string {
  if (key === '' || key.length > longestKey)
    throw new RangeError(`a key has 1 to ${longestKey} characters, not ${key.length}`);
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, mailbox, key]))
    .digest();
  // 51 characters of 5 bits; the last bit of the digest is left.
  let [bits, held, id] = [0, 0, ''];
  for (const byte of digest) {
    bits = ((bits << 8) | byte) & 0x1fff;
    held += 8;
    while (held >= 5) {
      held -= 5;
      id += base32hex[(bits >> held) & 31];
    }
  }
  return id;
}
