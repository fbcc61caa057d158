import type { StoreTransaction } from '../ports/store/store.ts';
import type { Clock } from '../ports/surroundings.ts';
import { occurrencesAheadMs } from './judge-occurrences.ts';
import { isSeries } from './subject.ts';

/**
 * Marks the series of a mailbox that happen within the next weeks to be judged: occurrences came into sight, and a
 * series does not change by that. To be called about once a day; what is known already is left as it is.
 *
 * @returns how many series
 */
export async function lookAheadInSeries(
  tx: StoreTransaction,
  { clock }: { readonly clock: Clock },
  mailboxId: string,
): Promise<number> {
  const fromMs = clock.nowMs();
  const there = await tx.meetings.inWindow(mailboxId, { fromMs, toMs: fromMs + occurrencesAheadMs });
  const series = there.filter(({ entry }) => isSeries(entry) && entry.owner.role === 'attendee');
  if (series.length > 0)
    await tx.meetings.markUnjudged(
      mailboxId,
      series.map(({ entryId }) => entryId),
    );
  return series.length;
}
