import type { CarriedOffer } from '../../core/gate/case-events.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { draftOffer } from '../../core/offer/draft.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { CalendarEntry } from '../ports/calendar.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { OfferRecord } from '../ports/store/offers.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { AnswerWords } from '../ports/wording.ts';
import { audienceOf } from './audience.ts';
import { caseAlternative } from './case-alternative.ts';
import { linkExpiry } from './offer-links.ts';

/** The answer that is about to be given, and what is known of its meeting. */
interface OfferFor {
  readonly effectId: string;
  readonly record: CaseRecord;
  readonly entry: CalendarEntry;
  readonly offer: CarriedOffer;
  readonly policy: Policy;
}

type OfferWords = Pick<AnswerWords, 'audience' | 'offer' | 'otherTimes' | 'draftUrl'>;

/**
 * Claims the one offer of a meeting for an answer. The first answer over all mailboxes of an organization carries it;
 * later ones point at it, until it is taken back: then the next answer carries the offer. The draft is prefilled with
 * what the invite says now, in plain text.
 */
export async function claimOffer(
  tx: StoreTransaction,
  deps: Pick<GateDeps, 'chance' | 'clock' | 'links'>,
  wanted: OfferFor,
): Promise<OfferWords> {
  const { record, entry, offer, policy } = wanted;
  const standing = await claimStanding(tx, newOffer(deps, wanted));
  const audience = audienceOf(entry.meeting, policy);
  if (standing.effectId !== wanted.effectId)
    return { audience, offer: { kind: 'pointer' }, otherTimes: [], draftUrl: null };
  const link =
    audience === 'inside' && standing.draft !== null ? deps.links.linkTo('offer', standing.id) : null;
  if (link !== null) {
    const expiresMs = linkExpiry(record, deps.clock.nowMs());
    await tx.links.add({ digest: link.digest, purpose: 'offer', subjectId: standing.id, expiresMs });
  }
  return {
    audience,
    offer: offer.kind === 'alternative' ? { ...offer, dueMs: standing.draft?.dueMs ?? null } : offer,
    otherTimes: standing.otherTimes,
    draftUrl: link?.url ?? null,
  };
}

/** Nobody is pointed at an answer that was taken back. */
async function claimStanding(tx: StoreTransaction, wanted: OfferRecord): Promise<OfferRecord> {
  const claimed = await tx.offers.claim(wanted);
  if (claimed.effectId === wanted.effectId) return claimed;
  const carriers = await tx.answers.ofCase(claimed.caseId);
  const isTakenBack = carriers.some(({ id, withdrawnMs }) => id === claimed.effectId && withdrawnMs !== null);
  return isTakenBack ? await tx.offers.handOn(claimed.id, claimed.effectId, wanted) : claimed;
}

function newOffer(
  { chance, clock }: Pick<GateDeps, 'chance' | 'clock'>,
  { effectId, record, entry: { meeting }, offer, policy }: OfferFor,
): OfferRecord {
  const nowMs = clock.nowMs();
  // Also where another time is what is asked for: whoever opens the link finds something to begin with.
  const alternative = offer.kind === 'alternative' ? offer.alternative : caseAlternative(record);
  return {
    id: chance.uuid(),
    uid: record.uid,
    occurrence: record.occurrence,
    effectId,
    caseId: record.id,
    mailboxId: record.mailboxId,
    draft: meeting.isPrivate ? null : draftOffer(meeting, alternative, policy, nowMs),
    otherTimes: record.changes,
    createdMs: nowMs,
  };
}
