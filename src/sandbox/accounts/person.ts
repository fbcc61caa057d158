/** Somebody, something or a group with an address in the sandbox. Addresses are lower case. */
export interface SandboxPerson {
  readonly address: string;
  readonly aliases: readonly string[];
  readonly name: string;
  /** Which calendar the mailbox is on; `outside` has no mailbox: it only sends and gets mail. */
  readonly provider: 'google' | 'microsoft' | 'outside';
  readonly kind: 'person' | 'room' | 'group';
  /** Members of a group, by address; a group has no calendar of its own. */
  readonly members: readonly string[];
  /** Google `sub`, or the object id (GUID) at Microsoft. */
  readonly userId: string;
  /** IANA name. */
  readonly zone: string;
  /** ISO weekdays (1 is Monday) and wall-clock times of the week, as the mailbox settings state them. */
  readonly workingHours: {
    readonly weekdays: readonly number[];
    readonly start: string;
    readonly end: string;
  };
  /** Invitations are kept off the calendar until answered (Google's "only if the sender is known"). */
  readonly hidesInvitations: boolean;
  /** Addresses that may act in this mailbox with a token of their own (delegates). */
  readonly delegates: readonly string[];
}
