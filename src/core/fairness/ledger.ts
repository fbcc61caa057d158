/** What one person carried for one series, in point-minutes as of an instant. */
export interface LedgerEntry {
  readonly person: string;
  /** Key of the series; null for a single meeting. */
  readonly series: string | null;
  /** Epoch milliseconds at which it was carried: the start of the occurrence. */
  readonly atMs: number;
  /** Not negative; whole for an occurrence, a fraction once entries were settled. */
  readonly pointMinutes: number;
}

/** Twelve weeks: a quarter ago counts half, so that a debt is neither forgotten by Monday nor kept for years. */
export const halfLifeDays = 84;
/** What lies further back counts less than a sixteenth: so much of a calendar's past is read. */
export const historyDays = 4 * halfLifeDays;

const dayMs = 86_400_000;

/**
 * What each person carries at an instant: every entry halved once each half-life since it was carried, rounded at
 * the end. Entries after that instant are not carried yet.
 *
 * @param nowMs epoch milliseconds
 * @param series only what was carried for this series; undefined is all together
 * @returns whole point-minutes by person, for people with entries
 */
export function carriedAt(
  entries: readonly LedgerEntry[],
  nowMs: number,
  series?: string | null,
): ReadonlyMap<string, number> {
  const counted = series === undefined ? entries : entries.filter((entry) => entry.series === series);
  const sums = new Map<string, number>();
  for (const entry of counted) {
    if (entry.atMs > nowMs) continue;
    sums.set(entry.person, (sums.get(entry.person) ?? 0) + decayed(entry, nowMs));
  }
  return new Map([...sums].map(([person, sum]) => [person, Math.round(sum)]));
}

/**
 * The same ledger with one entry for each person and series, as of `nowMs`; what lies ahead stays as it is.
 * Halving composes, so `carriedAt` of any later instant is the same before and after, and a store may keep only this.
 */
export function settleLedger(entries: readonly LedgerEntry[], nowMs: number): LedgerEntry[] {
  const past = entries.filter(({ atMs }) => atMs <= nowMs);
  const accounts = Map.groupBy(past, ({ person, series }) => JSON.stringify([person, series]));
  const settled = [...accounts.values()].flatMap((account) => {
    const [first] = account;
    const pointMinutes = account.reduce((sum, entry) => sum + decayed(entry, nowMs), 0);
    return first ? [{ ...first, atMs: nowMs, pointMinutes }] : [];
  });
  return [...settled, ...entries.filter(({ atMs }) => atMs > nowMs)];
}

function decayed({ atMs, pointMinutes }: LedgerEntry, nowMs: number): number {
  return pointMinutes * 0.5 ** ((nowMs - atMs) / dayMs / halfLifeDays);
}
