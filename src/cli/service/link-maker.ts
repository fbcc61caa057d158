import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { LinkMaker } from '../../app/gate-deps.ts';
import type { LinkPurpose } from '../../app/ports/store/store.ts';

/** 128 bits cannot be guessed, and keep the link short enough for a line of a mail. */
const tokenBytes = 16;
const paths: Readonly<Record<LinkPurpose, string>> = { offer: 'o', case: 'c' };

/**
 * Links whose token is an HMAC-SHA256 of what they open, so that a retry gives the same words. The key comes from an
 * encryption key by HKDF (RFC 5869); a link that was given out is found by its digest, also after that key was replaced.
 *
 * @param key 32 bytes
 * @param baseUrl without a slash at the end; null makes no links
 */
export function createLinkMaker(key: Uint8Array, baseUrl: string | null): LinkMaker {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'meeting-gatekeeper links', 32));
  return {
    linkTo: (purpose, subjectId) => {
      if (baseUrl === null) return null;
      const mac = createHmac('sha256', derived).update(`${purpose}:${subjectId}`).digest();
      const token = mac.subarray(0, tokenBytes).toString('base64url');
      return { url: `${baseUrl}/${paths[purpose]}/${token}`, digest: digestOf(token) };
    },
    digestOf,
  };
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
