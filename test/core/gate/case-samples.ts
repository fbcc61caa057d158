import type { Act } from '../../../src/core/gate/act.ts';
import type { CaseEvent } from '../../../src/core/gate/case-events.ts';
import type { CaseInput } from '../../../src/core/gate/case-machine.ts';
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
    ...changes,
  };
}

const alternative = { format: 'document', template: 'status-round', window: 'status' } as const;

export function needJudged(judgement: NeedJudgement, hasChanges = false): CaseEvent {
  return { type: 'NEED_JUDGED', judgement, alternative, hasChanges };
}

export const timeChecked = (check: TimeCheck): CaseEvent => ({ type: 'TIME_CHECKED', check });

export function changed(
  changes: Partial<Omit<Extract<CaseEvent, { type: 'CHANGED' }>, 'type'>> = {},
): CaseEvent {
  return { type: 'CHANGED', moved: false, movedByGate: false, past: false, ...changes };
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
  changed(),
  changed({ moved: true }),
  changed({ moved: true, movedByGate: true }),
  changed({ past: true }),
];

/** Deadlines of the first revision, and one that is only due after a change. */
export const deadlineEvents: readonly CaseEvent[] = [
  ...(['question', 'offer', 'grace', 'thread', 'escalation'] as const).map(
    (deadline): CaseEvent => ({ type: 'DEADLINE_PASSED', deadline, revision: 0 }),
  ),
  { type: 'DEADLINE_PASSED', deadline: 'grace', revision: 1 },
];
