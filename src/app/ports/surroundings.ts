import type { Policy } from '../../core/meeting/policy.ts';
import type { CalendarProvider } from './provider.ts';

/** Time is an input: epoch milliseconds. In the sandbox it is the sandbox's own. */
export interface Clock {
  readonly nowMs: () => number;
}

/** One line for each event, with fields. Never text of an invite, a token, a secret, or a whole address of a link. */
export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | Error>>;

/** Policies as texts stand in the store; this reads them. */
export interface PolicyBook {
  /**
   * The policy of one person at a moment, all levels joined, public holidays filled in.
   *
   * @param text the organization's policy in YAML; null is the default policy
   */
  policyOf(text: string | null, email: string, nowMs: number): Promise<Policy>;
}

/** The calendars that this installation can reach; null where nobody gave it credentials. */
export interface Providers {
  readonly google: CalendarProvider | null;
  readonly microsoft: CalendarProvider | null;
}

/** Unguessable values, taken from outside so that a run can be repeated. */
export interface Chance {
  /** UUID version 4 or 7. */
  readonly uuid: () => string;
  /** 256 bits, base64url. */
  readonly secret: () => string;
}
