import type { Act } from '../../core/gate/act.ts';
import type { Verdict } from '../../core/gate/verdict.ts';

/** Somebody of the invented company who has a calendar. */
export interface SandboxColleague {
  readonly address: string;
  readonly name: string;
  readonly provider: 'google' | 'microsoft';
  /** IANA name. */
  readonly zone: string;
  /** The city of their office. */
  readonly place: string;
}

/** A meeting as somebody of the company writes it, on the clock of the organizer's zone. */
export interface SandboxInvite {
  readonly organizer: string;
  /** One to six addresses. */
  readonly attendees: readonly string[];
  readonly title: string;
  readonly text: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  readonly minutes: number;
}

/** Invites that show what the gate does: `status` is the story that `start` prints. */
export type SandboxExamples = Readonly<Record<'status' | 'incident' | 'feedback', SandboxInvite>>;

export type SandboxWritten =
  | { readonly ok: true; readonly told: readonly string[] }
  | { readonly ok: false; readonly why: 'nobody' | 'guests' | 'time' };

/** What the gate thought of a meeting for one of the people in it. */
export interface SandboxCase {
  readonly id: string;
  readonly owner: Pick<SandboxColleague, 'address' | 'name'>;
  readonly verdict: Verdict | null;
  readonly act: Act;
  /** The rule that decided; null where none did. */
  readonly rule: string | null;
  /** Sentences of the gate. */
  readonly because: readonly string[];
  readonly overridden: boolean;
  /** The owner has paused the gate: nothing was done. */
  readonly paused: boolean;
}

/** Something that calendars, mails or the gate did, in the order in which it was seen. */
export interface SandboxHappening {
  /** From 1. */
  readonly number: number;
  /** Epoch milliseconds of the sandbox's clock. */
  readonly atMs: number;
  readonly kind:
    | 'invitation'
    | 'update'
    | 'cancellation'
    | 'answer'
    | 'mail'
    | 'document-shared'
    | 'judged'
    | 'fault'
    | 'clock';
  /** Name of who did it; empty of a fault and of the clock. */
  readonly from: string;
  readonly to: readonly string[];
  /** Title of the meeting, subject of the mail, or name of the document. Text of an invite. */
  readonly title: string | null;
  readonly answer: 'needsAction' | 'accepted' | 'tentative' | 'declined' | null;
  /** The words that were sent with it. */
  readonly words: string | null;
  /** Path of the offer's page that the words link to. */
  readonly offerPath: string | null;
  /** The gate's case of whoever answered, or was judged for. */
  readonly subject: SandboxCase | null;
  /** Requests of the gate that failed because somebody wanted them to. */
  readonly fault: Pick<SandboxTrouble, 'provider' | 'what' | 'times'> | null;
  /** Of a mail that tells somebody what was done for them: the number of the line that it tells of. */
  readonly tellsOf: number | null;
  /** Of the clock that was moved on: how many deadlines came due by it. */
  readonly due: number | null;
}

/** Lines that are new since a place in the log; `restart` where the place is of an earlier process. */
export type SandboxNews =
  | {
      readonly kind: 'lines';
      readonly lines: readonly SandboxHappening[];
      readonly place: string;
      /** From this number on, the reader who goes on from `place` has every line. */
      readonly earliest: number;
    }
  | { readonly kind: 'restart' };

/** One entry of a calendar as its provider shows it to the owner. */
export interface SandboxEntry {
  readonly startMs: number;
  readonly endMs: number;
  readonly allDay: boolean;
  /** Text of an invite. */
  readonly title: string;
  /** `focus` keeps time free; `own` has no guests. */
  readonly kind: 'meeting' | 'own' | 'focus' | 'away';
  /** The owner's answer; null where nobody asked for one. */
  readonly answer: 'needsAction' | 'accepted' | 'tentative' | 'declined' | null;
  readonly comment: string | null;
  /** Called off by the organizer. */
  readonly cancelled: boolean;
  /** Only in Deleted Items, where Outlook puts what was declined. */
  readonly removed: boolean;
}

/** A week of somebody's calendar in their own zone. */
export interface SandboxWeek {
  readonly person: SandboxColleague;
  /** Monday to Sunday. */
  readonly days: readonly { readonly date: string; readonly entries: readonly SandboxEntry[] }[];
}

export const sandboxSteps = ['hour', 'tomorrow', 'day', 'week'] as const;
export type SandboxStep = (typeof sandboxSteps)[number];

/** What requests and notifications of a vendor may suffer. */
export const sandboxTroubles = ['rate-limit', 'server-error', 'cut', 'lost', 'doubled'] as const;
export interface SandboxTrouble {
  readonly provider: 'google' | 'microsoft';
  readonly what: (typeof sandboxTroubles)[number];
  /** So many requests, of what stands still to come; notifications suffer until all is well again. */
  readonly times: number;
}

/** A document that the gate created, as its reader finds it. */
export interface SandboxDocument {
  readonly title: string;
  /** Lines, of which some begin with `- ` or `#`. */
  readonly text: string;
}

/** What pages do with the invented company. There is none where calendars are real. */
export interface SandboxDesk {
  /** Those who have a calendar, in the order of the company's list. */
  people(): readonly SandboxColleague[];
  examples(): SandboxExamples;
  /** Writes an invite as its organizer's calendar would: whoever is invited has it at once. */
  write(invite: SandboxInvite): SandboxWritten;
  /**
   * The log, oldest first.
   *
   * @param place as an earlier answer gave it; null for the latest lines
   */
  news(place: string | null): Promise<SandboxNews>;
  /** Monday of the week that is shown first: where the examples are. `YYYY-MM-DD` */
  firstWeek(): string;
  /** @returns null for somebody who has no calendar here, or what is no date */
  week(address: string, monday: string): SandboxWeek | null;
  /** What stands at an address of Google Docs or OneDrive; null where nothing does. */
  document(url: string): Promise<SandboxDocument | null>;
  /** Moves the clock on; what comes due is done. */
  letTimePass(step: SandboxStep): Promise<void>;
  /** From the next request or notification on, in place of what was wished for these before. */
  fail(trouble: SandboxTrouble): void;
  /** Ends all of it. */
  allIsWell(): void;
  /** Since when all answers are stopped, epoch milliseconds; null where they are not. */
  answersStoppedMs(): Promise<number | null>;
  /** What was wished and is not over. */
  troubles(): readonly SandboxTrouble[];
}
