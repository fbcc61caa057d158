import { createHmac, timingSafeEqual } from 'node:crypto';

const macBytes = 32;

/**
 * Value of the hidden field `csrf`: an HMAC-SHA256 by the secret cookie of a browser, XORed with a pad that is new on
 * each page. Pages are compressed, and what stayed the same could be guessed from their length (BREACH,
 * breachattack.com).
 *
 * @param pad 32 unguessable bytes in base64url
 */
export function csrfOf(cookie: string, pad: string): string {
  const padding = Buffer.from(pad, 'base64url').subarray(0, macBytes);
  return Buffer.concat([padding, xor(macOf(cookie), padding)]).toString('base64url');
}

/** Whether a form was made for the browser with this cookie. Takes the same time wherever they differ. */
export function isCsrfOf(cookie: string, given: unknown): boolean {
  const bytes = typeof given === 'string' ? Buffer.from(given, 'base64url') : Buffer.alloc(0);
  if (bytes.length !== 2 * macBytes) return false;
  return timingSafeEqual(xor(bytes.subarray(macBytes), bytes.subarray(0, macBytes)), macOf(cookie));
}

function macOf(cookie: string): Buffer {
  return createHmac('sha256', cookie).update('csrf').digest();
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));
}
