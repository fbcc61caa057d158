import type { Act } from '../signals/acts.ts';
import { fluentLanguages } from '../signals/wording/language.ts';
import { calibrate, surestFromWords } from './calibration.ts';
import type { NeedFacts, NeedJudgement, NeedRule, NeedValue, Opinion, Reason } from './need.ts';
import { needRules } from './rules/index.ts';

/** Opinions of at least this share are told; smaller ones changed nothing. */
const toldFrom = 0.1;
const mostReasons = 4;

/**
 * What the gate must not send into writing by mistake. Where their joint probability passes `protectedLimit`,
 * the need is at most unclear, however much speaks for writing.
 */
export const protectedActs: readonly Act[] = [
  'incident',
  'feedback',
  'conflict',
  'one-on-one',
  'onboarding',
  'customer',
  'interview',
];
export const protectedLimit = 0.15;
/** Below these shares the gate asks instead of judging; chosen on the training invites, see docs/decisions/0003. */
export const liveFrom = 0.62;
export const asyncFrom = 0.72;
/** In languages that the gate half knows it takes more to judge, and a judgement is never sure enough to answer by itself. */
export const halfKnown = { liveFrom: 0.75, surest: 0.75 } as const;
/** What `async` takes in a half-known language, and where the words touch people: a mistake there is expensive. */
export const surelyAsyncFrom = 0.92;

interface Told {
  readonly rule: NeedRule;
  readonly opinion: Opinion;
}

/**
 * Judges whether a meeting has to be live. Each rule speaks for a part of what the invite may be doing;
 * the side with enough behind it wins, a decisive rule ends the matter, and without a winner the need is unclear.
 */
export function judgeNeed(facts: NeedFacts): NeedJudgement {
  const told: Told[] = [];
  for (const rule of needRules) {
    const opinion = rule.judge(facts);
    if (opinion) told.push({ rule, opinion });
  }
  told.sort(
    (a, b) =>
      Number(b.opinion.decisive ?? false) - Number(a.opinion.decisive ?? false) ||
      b.opinion.share - a.opinion.share,
  );
  const decisive = told.find(({ opinion }) => opinion.decisive);
  const live = sum(told, 'live');
  const async = sum(told, 'async');
  const need = decisive ? decisive.opinion.says : winner(facts, live, async);
  const decidedBy =
    decisive ?? (need === 'unclear' ? undefined : told.find(({ opinion }) => opinion.says === need));
  return {
    need,
    confidence: decisive
      ? Math.min(surestFromWords, decisive.opinion.share)
      : confidenceOf(facts, need, live, async),
    decidedBy: decidedBy?.rule.name ?? null,
    reasons: need === 'unclear' ? [saysTooLittle, ...reasonsOf(told, need)] : reasonsOf(told, need),
  };
}

/** Not enough said is not a verdict (principles: "How to read an invite"). */
const saysTooLittle: Reason = {
  rule: 'says-too-little',
  says: 'limit',
  because: 'The invite does not say enough to judge. What should be different after this meeting?',
  source: 'principles: a bare placeholder gets one question',
};

function winner(facts: NeedFacts, live: number, async: number): NeedValue {
  const atRisk = protectedActs.reduce((total, act) => total + facts.probability(act), 0);
  const fluent = fluentLanguages.has(facts.language);
  if (live >= (fluent ? liveFrom : halfKnown.liveFrom) && live > async) return 'live';
  const asyncNeeded = fluent && !facts.touchesPeople ? asyncFrom : surelyAsyncFrom;
  if (async >= asyncNeeded && atRisk <= protectedLimit) return 'async';
  return 'unclear';
}

function sum(told: readonly Told[], side: 'live' | 'async'): number {
  return told.reduce(
    (total, { opinion }) => total + (opinion.says === side && !opinion.decisive ? opinion.share : 0),
    0,
  );
}

/** Shares are what the model believes; calibration turns them into how often it is right. */
function confidenceOf(facts: NeedFacts, need: NeedValue, live: number, async: number): number {
  const surest = fluentLanguages.has(facts.language) ? 1 : halfKnown.surest;
  if (need === 'unclear') return Math.min(surest, surestFromWords, 1 - calibrate(Math.max(live, async)));
  return Math.min(surest, calibrate(need === 'live' ? live : async));
}

/** The winner's reasons first, then what spoke against it. */
function reasonsOf(told: readonly Told[], need: NeedValue): Reason[] {
  const worth = told.filter(({ opinion }) => opinion.share >= toldFrom);
  const first = worth.filter(({ opinion }) => need === 'unclear' || opinion.says === need);
  const against = worth.filter(({ opinion }) => need !== 'unclear' && opinion.says !== need);
  return [...first, ...against].slice(0, mostReasons).map(({ rule, opinion }) => ({
    rule: rule.name,
    says: opinion.says,
    because: opinion.because,
    source: rule.source,
  }));
}
