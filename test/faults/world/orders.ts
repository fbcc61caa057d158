import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import { blankFields, blankOwn, newGuest } from '../../../src/sandbox/calendar/blank-event.ts';
import type { EventCopy, EventFields, GuestAnswer } from '../../../src/sandbox/calendar/event-copy.ts';
import type { GivenNotificationFaults } from '../../../src/sandbox/delivery/notification-faults.ts';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import type { SandboxMail } from '../../../src/sandbox/parts.ts';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { PlannedInvite } from '../invites/planned-invite.ts';
import { type CopyView, copyView } from './copy-view.ts';

/** The state of the books right after somebody did something: what the gate does comes later. */
export interface Moment {
  /** How many acts there were. */
  readonly acts: number;
  /** Sandbox time, epoch milliseconds. */
  readonly atMs: number;
  /** All copies of the meeting. */
  readonly copies: readonly CopyView[];
}

const zone = 'Europe/Paris';
/** Begins every comment of an answer that a person gives; the gate writes none like it. */
export const byHand = 'By hand:';

/** What people do in the sandbox, and how its books are read. All synchronous: nothing happens in between. */
export function sandboxOrders(sandbox: Sandbox) {
  const { engine, people, acts, clock, tables } = sandbox.parts;
  const everybody = people.all().filter(({ kind }) => kind === 'person');

  const copiesOf = (uid: string): EventCopy[] =>
    everybody.flatMap(({ address }) => engine.findByUid(address, uid) ?? []);
  const moment = (uid: string): Moment => ({
    acts: acts.count(),
    atMs: clock.nowMs(),
    copies: copiesOf(uid).map((copy) => copyView(engine, copy)),
  });
  const need = (mailbox: string, uid: string): EventCopy => {
    const copy = engine.findByUid(mailbox, uid);
    if (copy === null) throw new Error(`${mailbox} has no copy of ${uid}`);
    return copy;
  };
  const change = (uid: string, organizer: string, fields: Partial<EventFields>): Moment => {
    engine.update({ key: need(organizer, uid).key, originalStart: null }, fields, true);
    return moment(uid);
  };
  const answer = (uid: string, mailbox: string, given: GuestAnswer): Moment => {
    const ref = { key: need(mailbox, uid).key, originalStart: null };
    engine.answer(ref, { answer: given, comment: `${byHand} ${given}`, proposal: null, send: true });
    return moment(uid);
  };

  return {
    origins: () => ({
      google: sandbox.google.origin,
      microsoft: sandbox.microsoft.origin,
      control: sandbox.control.origin,
    }),
    nowMs: () => clock.nowMs(),
    /** Writes the invite; guests in `answers` answer before anybody hears of it. */
    invite: (invite: PlannedInvite, answers: Readonly<Record<string, GuestAnswer>> = {}): Moment => {
      engine.create({
        organizer: invite.organizer,
        fields: fieldsOf(invite),
        own: blankOwn,
        providerId: null,
        uid: invite.uid,
        transactionId: null,
        notify: true,
      });
      for (const [mailbox, given] of Object.entries(answers)) answer(invite.uid, mailbox, given);
      return moment(invite.uid);
    },
    /** What the books say now, without doing anything. */
    marked: moment,
    answer,
    move: (uid: string, organizer: string, startMs: number, minutes: number): Moment =>
      change(uid, organizer, times(startMs, minutes)),
    rewrite: (uid: string, organizer: string, content: string): Moment =>
      change(uid, organizer, { body: { kind: 'text', content } }),
    cancel: (uid: string, organizer: string): Moment => {
      engine.remove({ key: need(organizer, uid).key, originalStart: null }, true, null);
      return moment(uid);
    },
    actsSince: (count: number): readonly VisibleAct[] => acts.since(count),
    mailsSince: (count: number): readonly SandboxMail[] =>
      after(tables.table<SandboxMail>('mails').values(), count),
    /** Every copy of every calendar, those that nobody planned as well. */
    copies: (): readonly CopyView[] =>
      everybody.flatMap(({ address }) => engine.copies(address).map((copy) => copyView(engine, copy))),
    setFaults: (plan: FaultPlan | null) => sandbox.setFaults(plan),
    setNotificationFaults: (faults: GivenNotificationFaults | null) => sandbox.setNotificationFaults(faults),
  };
}

export type SandboxOrders = ReturnType<typeof sandboxOrders>;

function fieldsOf({
  summary,
  body,
  startMs,
  minutes,
  rule,
  owners,
  otherGuests,
}: PlannedInvite): EventFields {
  return {
    ...blankFields,
    summary,
    body: { kind: 'text', content: body },
    ...times(startMs, minutes),
    recurrence: rule === null ? [] : [rule],
    guests: [...owners, ...otherGuests].map((address) => newGuest(address)),
  };
}

function times(startMs: number, minutes: number): Pick<EventFields, 'start' | 'end'> {
  return {
    start: { kind: 'instant', ms: startMs, zone },
    end: { kind: 'instant', ms: startMs + minutes * 60_000, zone },
  };
}

/** What comes after the first ones, without a copy of all. */
function after<T>(all: Iterable<T>, count: number): T[] {
  const rest: T[] = [];
  let number = 0;
  for (const one of all) {
    number += 1;
    if (number > count) rest.push(one);
  }
  return rest;
}
