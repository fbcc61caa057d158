import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import type { SandboxMail } from '../../../src/sandbox/parts.ts';
import type { PlannedInvite } from '../invites/planned-invite.ts';
import type { CopyView } from '../world/copy-view.ts';
import { byHand, type Moment } from '../world/orders.ts';

export type StepName = 'invited' | 'answered' | 'moved' | 'rewritten' | 'cancelled' | 'undone';

/** Something that a person did about an invite. */
export interface PlayedStep {
  readonly name: StepName;
  /** Who answered or undid; null for the organizer. */
  readonly mailbox: string | null;
  /** The books right after it. */
  readonly moment: Moment;
}

export interface PlayedInvite {
  readonly invite: PlannedInvite;
  /** In their order; the first one is the invitation. */
  readonly steps: readonly PlayedStep[];
}

/** What the emulators wrote down. */
export interface Books {
  readonly acts: readonly VisibleAct[];
  readonly mails: readonly SandboxMail[];
  readonly copies: readonly CopyView[];
  /** The calendars that the gate looks after, and how many Wednesdays it has to hold in each. */
  readonly held: { readonly mailboxes: readonly string[]; readonly weeks: number };
  /** What the gate set out to tell owners of their answers, by `UID mailbox`, as its store says; null where it has none. */
  readonly told: ReadonlyMap<string, Told> | null;
}

/** How many answers the gate knows as its own, and of how many it says that nobody knows. */
export interface Told {
  readonly answered: number;
  readonly inDoubt: number;
}

/** An answer of the gate, with its place among all acts. */
export interface GateAnswer extends VisibleAct {
  readonly number: number;
}

/** Something that is not as it must be. */
export interface Violation {
  /** Null where no invite of the plan is concerned. */
  readonly uid: string | null;
  readonly mailbox: string | null;
  readonly what: string;
}

export function violation(uid: string | null, mailbox: string | null, what: string): Violation {
  return { uid, mailbox, what };
}

/** Reads the books by invite and mailbox. */
export function openBooks({ acts, copies }: Books) {
  const numbered = acts.map((act, index): GateAnswer => ({ ...act, number: index + 1 }));
  const answers = Map.groupBy(
    numbered.filter(({ kind, comment }) => kind === 'answer' && !(comment ?? '').startsWith(byHand)),
    ({ uid, from }) => `${uid} ${from}`,
  );
  const views = new Map(copies.map((copy) => [`${copy.uid} ${copy.mailbox}`, copy]));
  return {
    /** Everything that was answered from there and not by hand. */
    answersOf: (uid: string, mailbox: string): readonly GateAnswer[] =>
      answers.get(`${uid} ${mailbox}`) ?? [],
    copyOf: (uid: string, mailbox: string): CopyView | null => views.get(`${uid} ${mailbox}`) ?? null,
  };
}

export type OpenBooks = ReturnType<typeof openBooks>;

export function declinesOf(answers: readonly GateAnswer[]): readonly GateAnswer[] {
  return answers.filter(({ detail }) => detail === 'declined');
}

/** The last step of that name, of that mailbox where one is given. */
export function lastStep({ steps }: PlayedInvite, name: StepName, mailbox?: string): PlayedStep | null {
  return steps.findLast((step) => step.name === name && (mailbox ?? step.mailbox) === step.mailbox) ?? null;
}
