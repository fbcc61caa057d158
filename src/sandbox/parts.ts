import type { SandboxPerson } from './accounts/person.ts';
import type { Acts } from './acts.ts';
import type { CalendarEngine } from './calendar/calendar-engine.ts';
import type { SandboxClock } from './clock.ts';
import type { Tables } from './state/tables.ts';
import type { SwitchPositions } from './switches.ts';

/** A mail in somebody's mailbox, as it was sent. */
export interface SandboxMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly atMs: number;
}

/** What an access token allows. `mailbox` null: any mailbox of the company (Microsoft application permissions). */
export interface Access {
  readonly provider: 'google' | 'microsoft';
  readonly mailbox: string | null;
  readonly scopes: readonly string[];
  readonly clientId: string;
  /** Address of the service account that got the token by domain-wide delegation (Google); absent for a person's own. */
  readonly serviceAccount?: string;
  readonly expiresMs: number;
}

/** Everything that the two emulators share. They get it as a parameter and keep no state of their own. */
export interface SandboxParts {
  readonly clock: SandboxClock;
  readonly tables: Tables;
  /** Read at the moment of use: tests turn switches while it runs. */
  readonly positions: () => SwitchPositions;
  readonly acts: Acts;
  readonly people: {
    readonly all: () => readonly SandboxPerson[];
    /** By address, alias or user id, in any case. */
    readonly find: (name: string) => SandboxPerson | null;
    /** Of a group: every member, groups within it resolved, without repetition. */
    readonly membersOf: (address: string) => readonly string[];
  };
  readonly engine: CalendarEngine;
  /** Puts a mail where its recipients find it and records the act. */
  readonly sendMail: (mail: Omit<SandboxMail, 'id' | 'atMs'>) => SandboxMail;
  readonly access: {
    /** A new token, random (tests may give it). */
    readonly issue: (access: Access) => string;
    readonly find: (token: string) => Access | null;
    /** Ends every token of this kind at once, as the withdrawal of a consent does. */
    readonly end: (isMeant: (access: Access) => boolean) => void;
  };
  /** Sends a notification over HTTP, with the faults of the moment: lost, twice, late, out of order. */
  readonly deliver: (delivery: Delivery) => void;
  /** Seeded: ids and choices of a run can be repeated. An unguessable id of `length` characters a-z0-9. */
  readonly newId: (length: number) => string;
}

/** One POST to a webhook. Retried by its provider's rules until `giveUpAfterMs` of sandbox time have passed. */
export interface Delivery {
  /** Which provider sends it, so that faults can choose. */
  readonly provider: 'google' | 'microsoft';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Statuses that end it; every other one, and no answer, is tried again or given up by `retries`. */
  readonly delivered: (status: number) => boolean;
  readonly retries: (status: number | null) => boolean;
  readonly giveUpAfterMs: number;
  /** Told when it was tried again and again to no end; not of a loss, nor of an answer that is not retried. */
  readonly gaveUp?: () => void;
}
