import { createHash } from 'node:crypto';
import type { AuditEntry } from '../ports/store/audit.ts';

/** What an entry forgets when a person is erased. */
export interface AuditContent extends Pick<AuditEntry, 'actor' | 'subject' | 'data'> {
  /** Random, base64url: whoever sees the digest alone cannot try addresses out. */
  readonly salt: string;
}

export interface AuditLink extends Pick<AuditEntry, 'atMs' | 'action'> {
  /** Counts from 1 in each organization. */
  readonly seq: number;
  /** Of the content, hexadecimal. */
  readonly digest: string;
}

/** What the first entry of an organization is chained to, so that no entry fits into another chain. */
export function chainStart(organizationId: string): string {
  return sha256([organizationId]);
}

/** SHA-256 of salt, action and content; the content as JSON with its keys in order. */
export function contentDigest(action: string, { salt, actor, subject, data }: AuditContent): string {
  const inOrder = Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sha256([
    Buffer.from(salt, 'base64url'),
    JSON.stringify({ action, actor, data: Object.fromEntries(inOrder), subject }),
  ]);
}

/** SHA-256 of the link before and of what may never change, hexadecimal. */
export function nextLink(before: string, { seq, atMs, action, digest }: AuditLink): string {
  return sha256([before, String(seq), String(atMs), action, digest]);
}

/** Each field begins with its length in bytes, so that none can pass for a part of another. */
function sha256(fields: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const field of fields) {
    const bytes = typeof field === 'string' ? Buffer.from(field) : field;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest('hex');
}
