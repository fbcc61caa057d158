import type { Draft } from '../../core/offer/draft.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { readLink } from './read-link.ts';

/** What the link of an offer shows. Its texts may be hostile. */
export interface OfferView {
  readonly draft: Draft;
  readonly otherTimes: readonly string[];
  /** IANA name of the clock on which its due date is written; null where unknown. */
  readonly zone: string | null;
  /** Whether it is written instead of being met for. */
  readonly writing:
    | { readonly kind: 'possible' }
    /** Where it is written; null while the document is being created. */
    | { readonly kind: 'begun'; readonly documentUrl: string | null }
    /** The meeting is over, or takes place as it is. */
    | { readonly kind: 'over' };
}

export type OpenedOffer =
  | {
      readonly kind: 'open';
      readonly organizationId: string;
      readonly caseId: string;
      readonly offer: OfferView;
    }
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
    const { caseId, draft, otherTimes } = offer;
    const writing = await writingOf(tx, caseId);
    return { kind: 'open', organizationId, caseId, offer: { draft, otherTimes, zone, writing } };
  });
}

async function writingOf(tx: StoreTransaction, caseId: string): Promise<OfferView['writing']> {
  const record = await tx.cases.find(caseId);
  const thread = await tx.threads.find(caseId);
  if (thread !== null) return { kind: 'begun', documentUrl: thread.documentUrl };
  if (record?.state.startsWith('thread')) return { kind: 'begun', documentUrl: null };
  return record === null || record.closed || record.overridden ? { kind: 'over' } : { kind: 'possible' };
}
