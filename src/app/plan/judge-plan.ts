import { type Judgement, judge } from '../../core/gate/judge.ts';
import { alternativeFor } from '../../core/offer/alternative.ts';
import { proposeChanges } from '../../core/offer/changes.ts';
import { type Draft, draftOffer } from '../../core/offer/draft.ts';
import { fairnessPersonOf } from '../../core/time/off-hours.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { carriedTogether } from './carried-together.ts';
import { readNames, withAddresses } from './guest-names.ts';
import { type GuestOutlook, outlookOf } from './guest-outlook.ts';
import type { PlanFields, PlanProblem } from './plan-fields.ts';
import { type PlanHours, planHours } from './plan-hours.ts';
import { type PlanDeps, type PlanPerson, type PlanScene, readPerson, readScene } from './plan-people.ts';
import { planDigest } from './planned-key.ts';
import { plannedMeeting } from './planned-meeting.ts';
import { type Plan, readPlan } from './read-plan.ts';

/** Who plans, on whose clock. */
export interface Planner {
  /** Lower case. */
  readonly address: string;
  /** IANA name of the clock on which the form is filled in. */
  readonly zone: string;
}

/** A plan as the gate sees it before anything is created. */
export interface JudgedPlan {
  readonly plan: Plan;
  /** Changes with the plan and with what is thought of it: who creates has seen exactly this. */
  readonly seen: string;
  /** Its changes propose no time: `hours.slots` do, which know everybody's calendar. */
  readonly judgement: Pick<Judgement, 'verdict' | 'need' | 'time' | 'signals' | 'reasons' | 'changes'>;
  /** Whether the gate would propose another time. */
  readonly wantsOtherTime: boolean;
  /** What could be written instead, begun with the planner's own words; null where it has to be live. */
  readonly draft: Draft | null;
  readonly guests: readonly GuestOutlook[];
  readonly hours: PlanHours;
}

export type PlanJudgement =
  | { readonly ok: true; readonly judged: JudgedPlan }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

const dayMs = 86_400_000;
/** Other times are looked for so far ahead. */
const searchedMs = 14 * dayMs;
/** Calendars of mailboxes are kept for at least four weeks back. */
const pastMs = 28 * dayMs;

/**
 * Judges a meeting before it exists, as the planner's own gate would judge it and as each guest's would. Nothing is
 * written; the same input at the same moment gives the same answer.
 */
export async function judgePlan(
  deps: PlanDeps,
  organizationId: string,
  planner: Planner,
  fields: PlanFields,
): Promise<PlanJudgement> {
  const nowMs = deps.clock.nowMs();
  const { fields: named, namesakes } = await withAddresses(deps, organizationId, planner.address, fields);
  const typed = readPlan(named, { planner: planner.address, zone: planner.zone, nowMs, namesakes });
  if (!typed.ok) return typed;
  const { plan } = typed;
  const read = await deps.store.inOrganization(organizationId, (tx) =>
    readAndJudge(tx, deps, plan, planner.address, nowMs),
  );
  const { scene, judgement, people, carried, names, guests } = read;
  const window = { fromMs: nowMs, toMs: nowMs + searchedMs };
  const { verdict, need, time, signals, reasons } = judgement;
  const changes = changesBesidesTime(plan, planner.address, judgement, scene, nowMs);
  return {
    ok: true,
    judged: {
      plan,
      seen: `${planDigest(plan, planner.address)}.${verdict}`,
      judgement: { verdict, need, time, signals, reasons, changes },
      wantsOtherTime: judgement.changes.length > changes.length,
      draft: need.need === 'live' ? null : draftOf(plan, planner.address, judgement, scene, nowMs),
      guests,
      // Outside of the transaction: others wait for the one connection of the embedded database.
      hours: planHours(plan, people, { carried, names }, window),
    },
  };
}

interface Read {
  readonly scene: PlanScene;
  readonly judgement: Judgement;
  /** The planner first. */
  readonly people: readonly PlanPerson[];
  readonly guests: readonly GuestOutlook[];
  readonly carried: ReadonlyMap<string, number>;
  /** As the planner's calendar calls people, by address. */
  readonly names: ReadonlyMap<string, string>;
}

async function readAndJudge(
  tx: StoreTransaction,
  deps: PlanDeps,
  plan: Plan,
  planner: string,
  nowMs: number,
): Promise<Read> {
  // The whole series: focus time in any of its weeks counts.
  const lastMs = plan.endMs + (plan.weeks - 1) * 7 * dayMs + dayMs;
  const ahead = { fromMs: nowMs, toMs: Math.max(nowMs + searchedMs, lastMs) };
  const scene = await readScene(tx, deps, planner, ahead);
  const own = await readPerson(tx, deps, scene, planner);
  const others: PlanPerson[] = [];
  for (const address of plan.guests) others.push(await readPerson(tx, deps, scene, address));
  const judgement = await judgeAsOrganizer(tx, plan, scene, own, nowMs);
  const people = [own, ...others];
  const guests: GuestOutlook[] = [];
  for (const guest of others) guests.push(await outlookOf(tx, plan, planner, guest, nowMs));
  const names = await readNames(tx, planner, nowMs);
  return { scene, judgement, people, guests, names, carried: await carriedBy(tx, own, people, nowMs) };
}

async function judgeAsOrganizer(
  tx: StoreTransaction,
  plan: Plan,
  { own: policy }: PlanScene,
  { address, focusEvents, mailboxId }: PlanPerson,
  nowMs: number,
): Promise<Judgement> {
  const [only, ...others] = plan.guests;
  const earlierMeetings =
    mailboxId === null || only === undefined || others.length > 0
      ? undefined
      : await tx.meetings.countWith(mailboxId, only, nowMs);
  return judge(plannedMeeting(plan, address, address, nowMs), {
    policy,
    me: address,
    role: 'organizer',
    nowMs,
    surroundings: { namesAttendees: true },
    focusEvents,
    others: [],
    ...(plan.purpose === null ? {} : { statedPurpose: plan.purpose }),
    ...(earlierMeetings === undefined ? {} : { earlierMeetings }),
  });
}

async function carriedBy(
  tx: StoreTransaction,
  { mailboxId }: PlanPerson,
  people: readonly PlanPerson[],
  nowMs: number,
): Promise<ReadonlyMap<string, number>> {
  if (mailboxId === null) return new Map();
  const past = { fromMs: nowMs - pastMs, toMs: nowMs };
  const placed = people.flatMap(({ address, policy }) => {
    const person = policy === null ? null : fairnessPersonOf(address, policy);
    return person === null ? [] : [person];
  });
  return carriedTogether(await tx.meetings.inWindow(mailboxId, past), placed, past);
}

/** The times that the gate itself would propose know the calendars of nobody else. */
function changesBesidesTime(
  plan: Plan,
  planner: string,
  { verdict, need, time, signals }: Judgement,
  { own }: PlanScene,
  nowMs: number,
): readonly string[] {
  if (verdict === 'skip') return [];
  const meeting = plannedMeeting(plan, planner, planner, nowMs);
  return proposeChanges(meeting, need.need, signals.purpose.value, time, own.limits);
}

function draftOf(
  plan: Plan,
  planner: string,
  { signals }: Judgement,
  { own }: PlanScene,
  nowMs: number,
): Draft {
  const meeting = plannedMeeting(plan, planner, planner, nowMs);
  return draftOffer(meeting, alternativeFor(signals.purpose.value), own, nowMs);
}
