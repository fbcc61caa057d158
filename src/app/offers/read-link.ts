import type { GateDeps } from '../gate-deps.ts';
import type { LinkAddress, LinkPurpose } from '../ports/store/store.ts';

/** `unknown` does not tell whether there ever was one. */
export type ReadLink =
  | { readonly kind: 'valid'; readonly digest: string; readonly link: LinkAddress }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired' };

/** Tokens are base64url; anything else is not looked up. */
const token = /^[\w-]{16,128}$/;

/** What a link opens. A link for one purpose opens nothing of another. */
export async function readLink(
  { store, links, clock }: Pick<GateDeps, 'store' | 'links' | 'clock'>,
  given: string,
  purpose: LinkPurpose,
): Promise<ReadLink> {
  if (!token.test(given)) return { kind: 'unknown' };
  const digest = links.digestOf(given);
  const link = await store.directory.link(digest);
  if (link === null || link.purpose !== purpose) return { kind: 'unknown' };
  return link.expiresMs <= clock.nowMs() ? { kind: 'expired' } : { kind: 'valid', digest, link };
}
