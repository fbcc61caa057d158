import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keys for what must not be readable in a dump. Values under other keys than the current one can still be opened. */
export interface Keyring {
  /** Id of the key that new values are sealed with. */
  readonly current: string;
  /** 32 bytes each, by id; an id has letters, digits, `-` and `_` only. */
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** Where a value stands. A value that is moved to another place does not open there. */
export interface SecretPlace {
  readonly organizationId: string;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** A value cannot be opened. The message names the key and what to do, and no part of the value. */
export class SecretUnreadable extends Error {
  readonly keyId: string | null;
  readonly why: 'key-missing' | 'damaged';

  constructor(why: SecretUnreadable['why'], keyId: string | null, place: SecretPlace) {
    const where = `${place.table}.${place.column} of ${place.rowId}`;
    super(
      why === 'key-missing'
        ? `${where} was encrypted with the key "${keyId}", which is not among the keys of this installation. Add that key again, next to the current one, and start anew.`
        : `${where} does not open: it was changed, comes from another place, or the key "${keyId}" is not the one that it was encrypted with. Restore it from a backup, or connect the mailbox again.`,
    );
    this.keyId = keyId;
    this.why = why;
  }
}

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D: 96 bits; random ones are safe for 2^32 values under one key. */
const nonceBytes = 12;
const tagBytes = 16;
const sealedForm = /^v1\.([\w-]+)\.([\w-]+)$/;

/** Encrypts a value for one place: `v1.<key id>.<base64url of nonce, ciphertext, tag>`. */
export function seal(text: string, place: SecretPlace, keyring: Keyring): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(keyring.current, keyring, place), nonce, {
    authTagLength: tagBytes,
  });
  cipher.setAAD(bytesOf(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${keyring.current}.${sealed.toString('base64url')}`;
}

/** @throws SecretUnreadable */
export function open(sealed: string, place: SecretPlace, keyring: Keyring): string {
  const keyId = keyIdOf(sealed);
  const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64url');
  if (keyId === null || bytes.length < nonceBytes + tagBytes || !isCanonical(sealed, bytes))
    throw new SecretUnreadable('damaged', keyId, place);
  const key = keyOf(keyId, keyring, place);
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(bytesOf(place));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    throw new SecretUnreadable('damaged', keyId, place);
  }
}

/** Id of the key that a value was sealed with; null where it is no sealed value. */
export function keyIdOf(sealed: string): string | null {
  return sealedForm.exec(sealed)?.[1] ?? null;
}

function keyOf(keyId: string, { keys }: Keyring, place: SecretPlace): Uint8Array {
  const key = keys.get(keyId);
  if (key === undefined) throw new SecretUnreadable('key-missing', keyId, place);
  return key;
}

/** The last character of base64url may carry bits that no byte needs; only one spelling is ours. */
const isCanonical = (sealed: string, bytes: Buffer) => sealed.endsWith(`.${bytes.toString('base64url')}`);

function bytesOf({ organizationId, table, column, rowId }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([organizationId, table, column, rowId]), 'utf8');
}
