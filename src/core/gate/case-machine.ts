import { assign, setup } from 'xstate';
import type { NeedJudgement } from '../need/need.ts';
import { alternativeOf, type CaseContext, type CaseInput, offerOf, promptOf } from './case-context.ts';
import type { CaseEffects, CaseEvent, DeadlineName, GateAnswer } from './case-events.ts';
import { decide } from './decide.ts';

/** Effects carry nothing out here: `transition()` returns them as data. */
const effect =
  <Name extends keyof CaseEffects>() =>
  (_: unknown, _params: CaseEffects[Name]): void => {};

/** Deadlines and answers belong to the revision that the case is in. */
const ofRevision = ({ context }: { context: CaseContext }): { readonly revision: number } => ({
  revision: context.revision,
});
const cancelDeadlines = { type: 'cancelDeadlines', params: ofRevision } as const;
const withdrawAnswer = { type: 'withdrawAnswer', params: ofRevision } as const;

/** What the gate cannot answer, a human is asked about; nothing is answered for this revision again. */
const refusedNow = {
  guard: 'isRefusedNow',
  target: '#case.waiting.offered',
  actions: [cancelDeadlines, 'forgetRefused'],
} as const;

function schedule<Name extends DeadlineName>(deadline: Name) {
  const params = ({ context }: { context: CaseContext }) => ({ deadline, revision: context.revision });
  return { type: 'scheduleDeadline', params } as const;
}

/**
 * A case: two questions at once, then the life of what came of them.
 * Pure: no actors, no delays, no clock. Deadlines are effects that come back as events, so every path can be generated.
 */
export const caseMachine = setup({
  types: { context: {} as CaseContext, events: {} as CaseEvent, input: {} as CaseInput },
  actions: {
    answerInvite: effect<'answerInvite'>(),
    withdrawAnswer: effect<'withdrawAnswer'>(),
    promptOwner: effect<'promptOwner'>(),
    scheduleDeadline: effect<'scheduleDeadline'>(),
    cancelDeadlines: effect<'cancelDeadlines'>(),
    openThread: effect<'openThread'>(),
    escalateThread: effect<'escalateThread'>(),
    recordDecision: effect<'recordDecision'>(),
    rememberNeed: assign(({ event }) =>
      event.type === 'NEED_JUDGED'
        ? { need: event.judgement, alternative: event.alternative, hasChanges: event.hasChanges }
        : {},
    ),
    rememberTime: assign(({ event }) => (event.type === 'TIME_CHECKED' ? { time: event.check } : {})),
    decide: assign(({ context }) => decide(context)),
    remember: assign(({ context: { answered, revision } }, { answer }: { answer: GateAnswer }) => ({
      answered: {
        answer,
        revision,
        previous: answered && { answer: answered.answer, revision: answered.revision },
      },
    })),
    forgetAnswer: assign({ answered: null }),
    forgetRefused: assign(({ context: { answered } }) => ({
      answered: answered?.previous ? { ...answered.previous, previous: null } : null,
    })),
    startRevision: assign(({ context }) => ({ revision: context.revision + 1 })),
    takeChange: assign(({ context, event }) => {
      if (event.type !== 'CHANGED') return {};
      const { role, readerKnown, policy, skipped, past, moved, movedByGate } = event;
      return {
        ...{ role, readerKnown, policy, skipped, past },
        ownerDecided: context.ownerDecided && !moved,
        movesByGate: context.movesByGate + (movedByGate ? 1 : 0),
      };
    }),
    ownerDecides: assign({ ownerDecided: true }),
    override: assign({ overridden: true, ownerDecided: true }),
  },
  guards: {
    needIs: ({ event }, { need }: { need: NeedJudgement['need'] }) =>
      event.type === 'NEED_JUDGED' && event.judgement.need === need,
    timeIs: ({ event }, { ok }: { ok: boolean | null }) =>
      event.type === 'TIME_CHECKED' && event.check.ok === ok,
    isSkipped: ({ context }) => context.skipped !== null,
    isSkippedAfterAnswer: ({ context: { skipped, answered, past } }) =>
      skipped !== null && answered !== null && !past,
    declines: ({ context }) => context.act === 'decline',
    waitsTentatively: ({ context }) => context.act === 'tentative',
    asks: ({ context }) => context.act === 'prompt' && context.verdict === 'ask',
    offers: ({ context }) => context.act === 'prompt',
    mayLookAgain: ({ context }) => !context.overridden,
    hasAnswered: ({ context }) => context.answered !== null,
    holdsStaleAnswer: ({ context }) => context.answered !== null && !context.past,
    isRefusedNow: ({ context: { answered, revision }, event }) =>
      event.type === 'ANSWER_REFUSED' && event.revision === revision && answered?.revision === revision,
    isRefused: ({ context: { answered }, event }) =>
      event.type === 'ANSWER_REFUSED' && answered?.revision === event.revision,
    isCurrent: ({ context, event }, { deadline }: { deadline: DeadlineName }) =>
      event.type === 'DEADLINE_PASSED' && event.deadline === deadline && event.revision === context.revision,
  },
}).createMachine({
  id: 'case',
  context: ({ input }) => ({
    ...input,
    need: null,
    alternative: null,
    hasChanges: false,
    time: null,
    verdict: null,
    act: 'none',
    revision: 0,
    answered: null,
    ownerDecided: input.ownerDecided || input.overridden,
    movesByGate: 0,
  }),
  initial: 'screening',
  on: {
    CANCELLED: {
      target: '.closed',
      actions: cancelDeadlines,
    },
    ENDED: {
      target: '.closed',
      actions: cancelDeadlines,
    },
    CHANGED: {
      guard: 'mayLookAgain',
      target: '.screening',
      actions: [cancelDeadlines, 'startRevision', 'takeChange'],
    },
    ANSWERED: {
      target: '.admitted',
      actions: [cancelDeadlines, 'ownerDecides', 'forgetAnswer'],
    },
    OVERRODE: [
      {
        guard: 'hasAnswered',
        target: '.admitted',
        actions: [cancelDeadlines, withdrawAnswer, 'override', 'forgetAnswer'],
      },
      {
        target: '.admitted',
        actions: [cancelDeadlines, 'override'],
      },
    ],
    CONVERTED: {
      target: '.thread',
      actions: cancelDeadlines,
    },
    ANSWER_REFUSED: { guard: 'isRefused', actions: 'forgetRefused' },
  },
  states: {
    screening: {
      always: [
        {
          // It changed into something that is no meeting; the owner is free to do with it what they like.
          guard: 'isSkippedAfterAnswer',
          target: 'closed',
          actions: ['decide', withdrawAnswer, 'forgetAnswer'],
        },
        { guard: 'isSkipped', target: 'closed', actions: 'decide' },
      ],
      type: 'parallel',
      states: {
        need: {
          initial: 'judging',
          states: {
            judging: {
              on: {
                NEED_JUDGED: [
                  {
                    guard: { type: 'needIs', params: { need: 'live' } },
                    target: 'live',
                    actions: 'rememberNeed',
                  },
                  {
                    guard: { type: 'needIs', params: { need: 'async' } },
                    target: 'async',
                    actions: 'rememberNeed',
                  },
                  { target: 'unclear', actions: 'rememberNeed' },
                ],
              },
            },
            live: { type: 'final' },
            async: { type: 'final' },
            unclear: { type: 'final' },
          },
        },
        time: {
          initial: 'checking',
          states: {
            checking: {
              on: {
                TIME_CHECKED: [
                  {
                    guard: { type: 'timeIs', params: { ok: true } },
                    target: 'free',
                    actions: 'rememberTime',
                  },
                  {
                    guard: { type: 'timeIs', params: { ok: false } },
                    target: 'blocked',
                    actions: 'rememberTime',
                  },
                  { target: 'unknown', actions: 'rememberTime' },
                ],
              },
            },
            free: { type: 'final' },
            blocked: { type: 'final' },
            unknown: { type: 'final' },
          },
        },
      },
      onDone: { target: 'deciding', actions: 'decide' },
    },
    deciding: {
      always: [
        { guard: 'declines', target: 'declined' },
        { guard: 'waitsTentatively', target: 'waiting.onGrace' },
        {
          // What the gate answered for an earlier revision no longer holds: the owner is free to answer.
          guard: 'holdsStaleAnswer',
          target: 'deciding',
          actions: [withdrawAnswer, 'forgetAnswer'],
        },
        { guard: 'asks', target: 'waiting.asked' },
        { guard: 'offers', target: 'waiting.offered' },
        { target: 'admitted' },
      ],
    },
    admitted: {},
    waiting: {
      initial: 'offered',
      on: {
        JUSTIFIED: {
          target: 'screening',
          actions: [cancelDeadlines, 'startRevision'],
        },
      },
      states: {
        asked: {
          entry: [
            {
              type: 'promptOwner',
              params: ({ context }) => ({ about: 'question', revision: context.revision, offer: null }),
            },
            schedule('question'),
          ],
          on: {
            DEADLINE_PASSED: {
              guard: { type: 'isCurrent', params: { deadline: 'question' } },
              target: '#case.admitted',
            },
          },
        },
        offered: {
          entry: [
            {
              type: 'promptOwner',
              params: ({ context }) => ({
                about: promptOf(context),
                revision: context.revision,
                offer: offerOf(context),
              }),
            },
            schedule('offer'),
          ],
          on: {
            DEADLINE_PASSED: {
              guard: { type: 'isCurrent', params: { deadline: 'offer' } },
              target: '#case.admitted',
            },
          },
        },
        onGrace: {
          entry: [
            {
              type: 'answerInvite',
              params: ({ context }) => ({
                answer: 'tentative',
                revision: context.revision,
                offer: offerOf(context),
              }),
            },
            schedule('grace'),
            { type: 'remember', params: { answer: 'tentative' } },
          ],
          on: {
            DEADLINE_PASSED: {
              guard: { type: 'isCurrent', params: { deadline: 'grace' } },
              target: '#case.declined',
            },
            ANSWER_REFUSED: refusedNow,
          },
        },
      },
    },
    declined: {
      entry: [
        {
          type: 'answerInvite',
          params: ({ context }) => ({
            answer: 'declined',
            revision: context.revision,
            offer: offerOf(context),
          }),
        },
        { type: 'remember', params: { answer: 'declined' } },
      ],
      on: {
        JUSTIFIED: { target: 'screening', actions: 'startRevision' },
        ANSWER_REFUSED: refusedNow,
      },
    },
    thread: {
      initial: 'open',
      // The meeting's own fate no longer matters (converting usually cancels it); what was answered for it still does.
      // Whoever wants the meeting after all (OVERRODE) ends the thread: no deadline of it may call another meeting.
      on: {
        CHANGED: {},
        CONVERTED: {},
        CANCELLED: {},
        ENDED: {},
        ANSWERED: { actions: ['ownerDecides', 'forgetAnswer'] },
        DECIDED: { target: '.decided' },
      },
      states: {
        open: {
          entry: [
            { type: 'openThread', params: ({ context }) => ({ alternative: alternativeOf(context) }) },
            schedule('thread'),
          ],
          on: {
            DEADLINE_PASSED: {
              guard: { type: 'isCurrent', params: { deadline: 'thread' } },
              target: 'overdue',
            },
          },
        },
        overdue: {
          entry: schedule('escalation'),
          on: {
            DEADLINE_PASSED: {
              guard: { type: 'isCurrent', params: { deadline: 'escalation' } },
              target: 'escalated',
            },
          },
        },
        escalated: {
          entry: {
            type: 'escalateThread',
            params: ({ context }) => ({ alternative: alternativeOf(context) }),
          },
        },
        decided: {
          entry: {
            type: 'recordDecision',
            params: ({ context }) => ({ alternative: alternativeOf(context) }),
          },
          type: 'final',
        },
      },
      onDone: { target: 'closed' },
    },
    // `transition()` does not stop at a final state by itself, and a closed case must not open again.
    closed: { type: 'final', on: { '*': {} } },
  },
});
