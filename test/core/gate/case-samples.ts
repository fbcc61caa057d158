import type { Act } from '../../../src/core/gate/act.ts';
import type { CaseInput } from '../../../src/core/gate/case-context.ts';
import type { CaseEvent, GateAnswer } from '../../../src/core/gate/case-events.ts';
import type { Enforcement } from '../../../src/core/meeting/policy.ts';
import type { NeedJudgement, NeedValue } from '../../../src/core/need/need.ts';
import type { Exemption, TimeCheck } from '../../../src/core/time/check-time.ts';

/** The rule that each enforcement brings about, from softest to hardest. */
export const actOfEnforcement: Readonly<Record<Enforcement, Act>> = {
  observe: 'none',
  warn: 'prompt',
  grace: 'tentative',
  enforce: 'decline',
};
export const enforcements = Object.keys(actOfEnforcement) as Enforcement[];

export function need(value: NeedValue, confidence = 0.95): NeedJudgement {
  const decidedBy = value === 'unclear' ? null : value === 'live' ? 'people-must-converge' : 'consumable';
  return { need: value, confidence, decidedBy, reasons: [] };
}

export function time(ok: boolean | null, exemption: Exemption = 'none'): TimeCheck {
  const collided = ok === false ? 1 : 0;
  const decidedBy = ok === false ? 'no-meeting-day' : null;
  return { ok, protections: [], judged: ok === null ? 0 : 1, collided, exemption, decidedBy, reasons: [] };
}

/** An invitee's case in which every rule acts as hard as `enforcement`. */
export function caseInput(enforcement: Enforcement, changes: Partial<CaseInput> = {}): CaseInput {
  return {
    role: 'invitee',
    readerKnown: true,
    policy: { enforcement: { default: enforcement }, answerConfidence: 0.9, paused: false },
    skipped: null,
    ownerDecided: false,
    past: false,
    overridden: false,
    ...changes,
  };
}

const alternative = { format: 'document', template: 'status-round', window: 'status' } as const;

export function needJudged(judgement: NeedJudgement, hasChanges = false): CaseEvent {
  return { type: 'NEED_JUDGED', judgement, alternative, hasChanges };
}

export const timeChecked = (check: TimeCheck): CaseEvent => ({ type: 'TIME_CHECKED', check });

type Changed = Extract<CaseEvent, { type: 'CHANGED' }>;

/** A change of an invitee's meeting after which every rule acts as hard as `enforcement`. */
export function changedUnder(
  enforcement: Enforcement,
  changes: Partial<Omit<Changed, 'type'>> = {},
): CaseEvent {
  const { role, readerKnown, policy, skipped, past } = caseInput(enforcement);
  const facts = { role, readerKnown, policy, skipped, past };
  return { type: 'CHANGED', moved: false, movedByGate: false, ...facts, ...changes };
}

/** One of each kind of answer to the two questions: what the machine can be told apart by. */
export const needEvents = [need('live'), need('async'), need('async', 0.5), need('unclear')].map(
  (judgement) => needJudged(judgement),
);

export const timeEvents = [
  time(true),
  time(null),
  time(false),
  time(false, 'possible'),
  time(false, 'exempt'),
].map(timeChecked);

export const lifeEvents: readonly CaseEvent[] = [
  { type: 'CONVERTED' },
  { type: 'JUSTIFIED' },
  { type: 'CANCELLED' },
  { type: 'OVERRODE' },
  { type: 'ANSWERED' },
  { type: 'DECIDED' },
  { type: 'ENDED' },
];

/** Changes that leave what the case was opened with, but for what they say. */
export function changesOf(input: CaseInput): readonly CaseEvent[] {
  const { role, readerKnown, policy, skipped, past } = input;
  const facts = { role, readerKnown, policy, skipped, past };
  const same = { type: 'CHANGED', moved: false, movedByGate: false, ...facts } as const;
  return [
    same,
    { ...same, moved: true },
    { ...same, moved: true, movedByGate: true },
    { ...same, past: true },
  ];
}

/** Changes after which something else holds: the rules are softer, it is no meeting, it is the owner's own. */
export const turns: readonly CaseEvent[] = [
  changedUnder('observe'),
  changedUnder('grace', { moved: true }),
  changedUnder('enforce', { skipped: 'free' }),
  changedUnder('enforce', { role: 'organizer' }),
  changedUnder('enforce', { readerKnown: false, moved: true }),
];

/** What the calendar said to an answer; of the first revision unless stated. */
export function refused(revision = 0): CaseEvent {
  return { type: 'ANSWER_REFUSED', revision, code: 'not-supported' };
}

export function given(answer: GateAnswer, revision = 0): CaseEvent {
  return { type: 'ANSWER_GIVEN', revision, answer };
}

/** Deadlines of the first revision, and one that is only due after a change. */
export const deadlineEvents: readonly CaseEvent[] = [
  ...(['question', 'offer', 'grace', 'thread', 'escalation'] as const).map(
    (deadline): CaseEvent => ({ type: 'DEADLINE_PASSED', deadline, revision: 0 }),
  ),
  { type: 'DEADLINE_PASSED', deadline: 'grace', revision: 1 },
];
