import type { Draft } from '../../core/offer/draft.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import type { GateDeps } from '../gate-deps.ts';
import { readLink } from './read-link.ts';

/** What the link of an offer shows. Its texts may be hostile. */
export interface OfferView {
  readonly draft: Draft;
  readonly otherTimes: readonly string[];
  /** IANA name of the clock on which its due date is written; null where unknown. */
  readonly zone: string | null;
}

export type OpenedOffer =
  | { readonly kind: 'open'; readonly offer: OfferView }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired' };

type OpenDeps = Pick<GateDeps, 'store' | 'links' | 'clock' | 'policies'>;

/** The draft behind a link; an offer that was given up, or of a private meeting, is unknown. */
export async function openOffer(deps: OpenDeps, token: string): Promise<OpenedOffer> {
  const read = await readLink(deps, token, 'offer');
  if (read.kind !== 'valid') return read;
  const { organizationId, subjectId } = read.link;
  return deps.store.inOrganization(organizationId, async (tx): Promise<OpenedOffer> => {
    const offer = await tx.offers.find(subjectId);
    if (offer === null || offer.draft === null) return { kind: 'unknown' };
    const mailbox = await tx.mailboxes.find(offer.mailboxId);
    const organization = await tx.organizations.read();
    const zone = mailbox && (await policyInForce(tx, deps, mailbox, organization)).zone;
    return { kind: 'open', offer: { draft: offer.draft, otherTimes: offer.otherTimes, zone } };
  });
}
