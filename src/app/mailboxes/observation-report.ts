import type { Act } from '../../core/gate/act.ts';
import type { Verdict } from '../../core/gate/verdict.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { StoreTransaction } from '../ports/store/store.ts';

/** What the gate would have answered in a mailbox while it observed. No text of an invite is in it. */
export interface ObservationReport {
  readonly sinceMs: number;
  /** Its end; null where the mailbox was never observed. */
  readonly untilMs: number | null;
  /** Answers by rule. */
  readonly byRule: Readonly<Record<string, number>>;
  /** Newest first. */
  readonly examples: readonly ObservedAnswer[];
  /** True where there were more cases than were looked at. */
  readonly isPart: boolean;
}

interface ObservedAnswer {
  readonly caseId: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly verdict: Verdict | null;
  readonly wouldAct: Exclude<Act, 'none' | 'prompt'>;
  readonly rule: string | null;
  /** Why, in sentences of the gate. */
  readonly because: readonly string[];
}

const mostCases = 2_000;
const mostExamples = 20;

/** Counts the cases that were opened between the connection and the end of the observation. */
export async function observationReport(
  { cases }: Pick<StoreTransaction, 'cases'>,
  { id, connectedMs, observingUntilMs }: Pick<MailboxRecord, 'id' | 'connectedMs' | 'observingUntilMs'>,
): Promise<ObservationReport> {
  const newest = await cases.ofMailbox(id, mostCases);
  const observed = newest
    .filter(({ openedMs }) => openedMs >= connectedMs && openedMs < (observingUntilMs ?? connectedMs))
    .flatMap(asAnswer);
  const byRule: Record<string, number> = Object.create(null);
  for (const { rule } of observed) byRule[rule ?? 'unknown'] = (byRule[rule ?? 'unknown'] ?? 0) + 1;
  return {
    sinceMs: connectedMs,
    untilMs: observingUntilMs,
    byRule,
    examples: observed.slice(0, mostExamples),
    isPart: newest.length === mostCases,
  };
}

function asAnswer({
  id,
  startMs,
  endMs,
  verdict,
  wouldAct,
  rule,
  reasons,
}: CaseRecord): readonly ObservedAnswer[] {
  if (wouldAct !== 'tentative' && wouldAct !== 'decline') return [];
  const because = reasons.map((reason) => reason.because);
  return [{ caseId: id, startMs, endMs, verdict, wouldAct, rule, because }];
}
