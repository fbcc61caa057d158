import type { UndoResult } from '../ports/calendar.ts';
import { type ProblemCode, providerProblems } from '../ports/problem.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { EffectKind, EffectParams, EffectRecord } from '../ports/store/effects.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import type { OwnerMailWords } from '../ports/wording.ts';
import { becauseOf } from './because.ts';

type Said = Pick<OwnerMailWords, 'about' | 'answer' | 'because' | 'proposals' | 'notes'>;

/** What a mail of this effect says, besides which meeting it is about. */
export async function sayToOwner(
  tx: StoreTransaction,
  { params, mailboxId }: EffectRecord<'tellOwner'>,
  record: CaseRecord | null,
): Promise<Said> {
  const said = { answer: null, because: [], proposals: [], notes: [], about: params.about };
  if (params.about === 'observed') return { ...said, notes: await observedNotes(tx, mailboxId) };
  if (params.about === 'fell-back') return { ...said, notes: await fellBackNotes(tx, params.rule) };
  const effect = await tx.effects.find(params.effectId);
  const because = record === null ? [] : becauseOf(record);
  if (params.about === 'answered') {
    const answer = isKind(effect, 'answerInvite') ? effect.params.answer : null;
    return { ...said, answer, because, proposals: record?.changes ?? [], notes: ruleNotes(record, effect) };
  }
  if (params.about === 'withdrawn') return { ...said, notes: [withdrawnNote(effect?.outcome)] };
  if (params.about === 'answer-in-doubt') return { ...said, because, notes: [answerDoubtNote] };
  return { ...said, because, notes: [params.about === 'in-doubt' ? doubtNote(effect) : refusalNote(effect)] };
}

function ruleNotes(record: CaseRecord | null, effect: EffectRecord | null): string[] {
  const source = record?.reasons.find(({ rule }) => rule === record.rule)?.source;
  const named = record?.rule ? [`Rule: ${record.rule}${source === undefined ? '' : ` (${source})`}.`] : [];
  const outcome = effect?.outcome as {
    readonly receipt?: { readonly commentCarried: boolean } | null;
  } | null;
  const silent = outcome?.receipt?.commentCarried === false;
  return silent
    ? [...named, 'The organizer got the answer, but your calendar did not carry the words that go with it.']
    : named;
}

function withdrawnNote(outcome: unknown): string {
  const result = outcome as UndoResult | null;
  if (result?.kind === 'restored') return 'Your calendar shows what stood before the automatic answer.';
  if (result?.kind === 'left-alone') return leftAlone[result.why];
  if (result?.kind !== 'replaced') return 'There was nothing left to take back.';
  return result.what === 'own-copy'
    ? 'The calendar could not take the decline back. The time is held by an entry of your own, and the organizer was asked for a new invitation.'
    : 'The calendar cannot leave an invitation open once it was answered; it now says tentative.';
}

const leftAlone = {
  'answered-since': 'Your calendar shows another answer than the automatic one by now, and that one stands.',
  gone: 'The meeting is no longer in your calendar, so nothing was changed.',
  cancelled: 'The meeting was cancelled, so nothing was changed.',
} as const;

const answerDoubtNote =
  'The invite was changed or called off before the gate could look. What is there now is judged anew.';

const doubts: Readonly<Partial<Record<EffectKind, string>>> = {
  promptOwner:
    'A question or proposal about this meeting was being sent to you when the gate was interrupted.',
  tellOwner: 'The gate answered this meeting, and was interrupted while it told you so.',
};

function doubtNote(effect: EffectRecord | null): string {
  const what = (effect && doubts[effect.kind]) ?? 'Something about this meeting was interrupted.';
  return `${what} Whether that mail arrived is not known; it is not sent again.`;
}

const attempts: Readonly<Record<EffectKind, string>> = {
  answerInvite: 'The invite could not be answered',
  withdrawAnswer: 'The answer could not be taken back',
  promptOwner: 'A mail could not be sent',
  tellOwner: 'A mail could not be sent',
  openThread: 'The document could not be created',
  escalateThread: 'The short meeting could not be created',
  holdTime: 'Time could not be held in the calendar',
  releaseHold: 'Held time could not be released',
};

function refusalNote(effect: EffectRecord | null): string {
  if (effect === null) return 'Something could not be done.';
  const { code } = (effect.outcome ?? {}) as { readonly code?: ProblemCode };
  const why = code === undefined ? '' : `: ${providerProblems[code].meaning}`;
  return `${attempts[effect.kind]}${why || '.'}`;
}

async function observedNotes(tx: StoreTransaction, mailboxId: string): Promise<string[]> {
  const mailbox = await tx.mailboxes.find(mailboxId);
  const counts = await tx.cases.countWouldAnswer(mailboxId, mailbox?.connectedMs ?? 0);
  const lines = Object.entries(counts).map(([rule, count]) => `${rule}: ${count} would have been answered.`);
  return lines.length > 0 ? lines : ['Nothing would have been answered.'];
}

async function fellBackNotes(tx: StoreTransaction, rule: string): Promise<string[]> {
  const fallback = (await tx.fallbacks.open()).find((each) => each.rule === rule);
  const figures = fallback
    ? ` It answered ${fallback.answered} times within a day; ${Math.round(fallback.forecast)} were forecast.`
    : '';
  return [`The rule "${rule}" answers no more and only proposes, until somebody lifts this.${figures}`];
}

function isKind<Kind extends EffectKind>(
  effect: EffectRecord | null,
  kind: Kind,
): effect is EffectRecord<Kind> & { readonly params: EffectParams[Kind] } {
  return effect?.kind === kind;
}
