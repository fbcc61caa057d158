import { createHash } from 'node:crypto';

/** Length of the ids that Google makes itself. */
const googleIdLength = 26;

/** Id of the Google copies of a meeting that was organized elsewhere: in each mailbox the same. */
export function derivedProviderId(uid: string): string {
  return createHash('sha256').update(uid).digest('hex').slice(0, googleIdLength);
}

/** Google's ids use the digits 0-9 and a-v only (base32hex, RFC 2938). */
export function googleEventId(newId: (length: number) => string): string {
  return newId(googleIdLength).replaceAll(/[w-z]/g, (letter) =>
    String(letter.charCodeAt(0) - 'w'.charCodeAt(0)),
  );
}
