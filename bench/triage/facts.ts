import { type JudgeContext, type Judgement, judge } from '../../src/core/gate/judge.ts';
import { skipReason } from '../../src/core/gate/skip.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import type { Policy } from '../../src/core/meeting/policy.ts';
import { protectedActs } from '../../src/core/need/judge-need.ts';
import type { NeedFacts } from '../../src/core/need/need.ts';
import { needRules } from '../../src/core/need/rules/index.ts';
import { zoneSpreadHours } from '../../src/core/need/zone-spread.ts';
import { readSignals } from '../../src/core/signals/read-signals.ts';
import { fluentLanguages } from '../../src/core/signals/wording/language.ts';
import { toLocalSpan } from '../../src/core/time/local-span.ts';
import { reader, toMeeting } from '../wording/labelled-invite.ts';
import { trainingInvites } from '../wording/rows.ts';

/** What a rule engine gets: everything that is read or computed from an invite, so that only the rules are left. */
export interface Facts {
  readonly skipped: boolean;
  /** Share of each need rule that has an opinion, 0 for the others. */
  readonly shares: Readonly<Record<string, number>>;
  readonly live: number;
  readonly async: number;
  readonly atRisk: number;
  readonly fluent: boolean;
  readonly touchesPeople: boolean;
  readonly urgency: string;
  readonly timeKnown: boolean;
  readonly date: string;
  readonly weekday: number;
  /** Minutes since local midnight. */
  readonly from: number;
  readonly to: number;
  readonly exemption: string;
  readonly role: string;
  readonly hasChanges: boolean;
}

/** An invite as each of the three gets it. */
export interface Case {
  readonly meeting: Meeting;
  readonly context: JudgeContext;
  readonly facts: Facts;
  readonly judgement: Judgement;
}

const monday = Date.UTC(2026, 10, 23, 7);
const hour = 3_600_000;

/** The training invites, spread over a week from 8 to 17 in Paris, so that every protection is touched. */
export function cases(policy: Policy, most: number): Case[] {
  const invites = trainingInvites();
  const step = Math.max(1, Math.floor(invites.length / most));
  return invites
    .filter((_, index) => index % step === 0)
    .slice(0, most)
    .map((invite, index) => {
      const start = monday + (index % 7) * 24 * hour + (Math.floor(index / 7) % 10) * hour;
      return caseOf(spread(toMeeting(invite, `invite-${index}`), start), policy);
    })
    .filter(({ meeting }) => (toLocalSpan(occurrenceOf(meeting), policy.zone)?.days.length ?? 0) === 1);
}

function spread(meeting: Meeting, startMs: number): Meeting {
  if (meeting.start.kind !== 'instant' || meeting.end.kind !== 'instant') return meeting;
  const later = startMs - meeting.start.ms;
  const start = { ...meeting.start, ms: startMs };
  const end = { ...meeting.end, ms: meeting.end.ms + later };
  const createdMs = (meeting.createdMs ?? 0) + later;
  return {
    ...meeting,
    start,
    end,
    createdMs,
    occurrences: [{ start, end, originalStart: start, counts: true, summary: null }],
  };
}

function occurrenceOf(meeting: Meeting): Meeting['occurrences'][number] {
  const [first] = meeting.occurrences;
  if (!first) throw new Error(`${meeting.id} has no occurrence`);
  return first;
}

function caseOf(meeting: Meeting, policy: Policy): Case {
  const context = {
    policy,
    me: reader,
    role: null,
    nowMs: meeting.createdMs,
    surroundings: { namesAttendees: true },
    others: [],
  };
  const judgement = judge(meeting, context);
  const day = toLocalSpan(occurrenceOf(meeting), policy.zone)?.days[0];
  const reading = readSignals(meeting, context);
  const needFacts: NeedFacts = {
    ...reading,
    zoneSpreadHours: zoneSpreadHours(meeting, policy),
  };
  const opinions = needRules.map((rule) => ({ name: rule.name, opinion: rule.judge(needFacts) }));
  const sum = (side: string): number =>
    opinions.reduce(
      (total, { opinion }) => total + (opinion?.says === side && !opinion.decisive ? opinion.share : 0),
      0,
    );
  const facts: Facts = {
    skipped: skipReason(meeting, reader, context.surroundings) !== null,
    shares: Object.fromEntries(opinions.map(({ name, opinion }) => [name, opinion?.share ?? 0])),
    live: sum('live'),
    async: sum('async'),
    atRisk: protectedActs.reduce((total, act) => total + reading.probability(act), 0),
    fluent: fluentLanguages.has(reading.language),
    touchesPeople: reading.touchesPeople,
    urgency: reading.signals.urgency.value,
    timeKnown: day !== undefined,
    date: day?.date ?? '',
    weekday: day?.weekday ?? 0,
    from: day?.from ?? 0,
    to: day?.to ?? 0,
    exemption: judgement.time.exemption,
    role: judgement.role,
    hasChanges: judgement.changes.length > 0,
  };
  return { meeting, context, facts, judgement };
}
