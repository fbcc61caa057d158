import type { Job, JobOptions } from '../jobs.ts';
import type { AuditLog } from './audit.ts';
import type { CaseLog, Cases } from './cases.ts';
import type { Deadlines } from './deadlines.ts';
import type { EarlierPolicies } from './earlier-policies.ts';
import type { Answers, Effects } from './effects.ts';
import type { Erasing } from './erasing.ts';
import type { GroupFigures } from './group-figures.ts';
import type { Holds } from './holds.ts';
import type { Inbox } from './inbox.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Meetings } from './meetings.ts';
import type { Links, Offers, Threads } from './offers.ts';
import type { Fallbacks, Organizations } from './organizations.ts';
import type { Identities, Sessions, SignIns } from './people.ts';
import type { SubscriptionAddress, Subscriptions } from './subscriptions.ts';

/**
 * Everything that is kept. Ids are UUIDs made by the caller, instants are epoch milliseconds, JSON is stored as given.
 * Each function of a transaction sees and writes rows of one organization only; the database itself enforces that.
 */
export interface Store {
  /**
   * One transaction in the name of an organization. Nothing in `work` may wait for anything but the database: the
   * embedded database has one connection. Errors roll back and are thrown on, except that the database refused it in
   * favour of others: then `work` runs again from its beginning, so it may do nothing outside of its transaction.
   */
  inOrganization<T>(organizationId: string, work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  readonly directory: Directory;
}

/** What has to be found before it is known whose it is. Sees addresses and ids, no content. */
export interface Directory {
  /** By our id or the provider's; null where there is none. */
  subscription(id: string): Promise<SubscriptionAddress | null>;
  /** By the digest of its token; null where there is none. */
  link(digest: string): Promise<LinkAddress | null>;
  organizations(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  createOrganization(organization: {
    readonly id: string;
    readonly name: string;
    readonly createdMs: number;
  }): Promise<void>;
}

export interface LinkAddress {
  readonly organizationId: string;
  readonly purpose: LinkPurpose;
  /** Id of the offer or the case. */
  readonly subjectId: string;
  readonly expiresMs: number;
}

export type LinkPurpose = 'offer' | 'case';

/**
 * Rows that are written stay locked until the transaction ends. So that nobody waits in a circle, everybody takes them
 * in this order: mailbox, meetings, cases, effects, what belongs to these, jobs that coalesce, the head of the audit log (which is taken by itself, last of all). Who takes the cases of
 * several meetings of a mailbox goes by UID, and within one by occurrence; who needs cases from anywhere takes each in a
 * transaction of its own.
 */
export interface StoreTransaction {
  readonly organizationId: string;
  readonly organizations: Organizations;
  readonly earlierPolicies: EarlierPolicies;
  readonly fallbacks: Fallbacks;
  readonly mailboxes: Mailboxes;
  readonly subscriptions: Subscriptions;
  readonly inbox: Inbox;
  readonly meetings: Meetings;
  readonly cases: Cases;
  readonly log: CaseLog;
  readonly deadlines: Deadlines;
  readonly effects: Effects;
  readonly answers: Answers;
  readonly groupFigures: GroupFigures;
  readonly offers: Offers;
  readonly links: Links;
  readonly threads: Threads;
  readonly holds: Holds;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly identities: Identities;
  readonly audit: AuditLog;
  readonly erasing: Erasing;
  /** Jobs of this transaction: they exist if and only if it commits. */
  readonly jobs: {
    readonly send: (job: Job, options?: JobOptions) => Promise<void>;
    /** Several, in few statements. Of those that coalesce, give mailboxes in order: others wait for them. */
    readonly sendAll: (jobs: readonly Job[], options?: JobOptions) => Promise<void>;
  };
}
