import type { ColumnType, GeneratedAlways } from 'kysely';
import type { AuditEntry, AuditHead } from '../app/ports/store/audit.ts';
import type { CaseRecord, CaseStep } from '../app/ports/store/cases.ts';
import type { DeadlineRecord } from '../app/ports/store/deadlines.ts';
import type { EarlierPolicy } from '../app/ports/store/earlier-policies.ts';
import type { AnswerRecord, EffectRecord } from '../app/ports/store/effects.ts';
import type { HoldRecord } from '../app/ports/store/holds.ts';
import type { InboxRow } from '../app/ports/store/inbox.ts';
import type { MailboxRecord } from '../app/ports/store/mailboxes.ts';
import type { MeetingRecord } from '../app/ports/store/meetings.ts';
import type { OfferRecord, ThreadRecord } from '../app/ports/store/offers.ts';
import type { Fallback, Organization } from '../app/ports/store/organizations.ts';
import type { IdentityRecord, SessionRecord, SignInRecord } from '../app/ports/store/people.ts';
import type { LinkAddress } from '../app/ports/store/store.ts';
import type { SubscriptionRecord } from '../app/ports/store/subscriptions.ts';

/**
 * The tables as TypeScript sees them; columns are the same names in snake_case. Filled and filtered by the database is
 * `organizationId`: its default and its row-level security take the organization of the transaction.
 */
export type Tables = {
  readonly organizations: Owned & Omit<Organization, 'id'> & { readonly createdMs: number };
  readonly earlierPolicies: Owned & EarlierPolicy;
  readonly fallbacks: Owned & Fallback;
  readonly mailboxes: Owned &
    Stored<Omit<MailboxRecord, 'grant'>, 'otherAddresses' | 'window' | 'hours' | 'problem' | 'forecast'> & {
      readonly sealedGrant: string;
      readonly wokenMs: number | null;
      readonly saving: string | null;
    };
  readonly subscriptions: Owned &
    Omit<SubscriptionRecord, 'secret'> & {
      readonly sealedSecret: string;
      readonly provider: MailboxRecord['provider'];
    };
  readonly inbox: Owned & InboxRow;
  readonly meetings: Owned & Stored<MeetingRecord, 'entry'> & MeetingColumns;
  readonly meetingPeople: Owned & {
    readonly mailboxId: string;
    readonly entryId: string;
    readonly address: string;
    readonly startMs: number;
  };
  readonly cases: Owned &
    Stored<CaseRecord, 'snapshot' | 'reasons' | 'changes'> &
    KeyedByUid &
    Numbered & { readonly note: ColumnType<string | null, never, string> };
  readonly caseLog: Owned & Stored<CaseStep, 'data'> & Numbered;
  readonly deadlines: Owned & DeadlineRecord;
  readonly effects: Owned &
    Stored<Omit<EffectRecord, 'seq'>, 'params' | 'prepared' | 'outcome'> &
    Numbered & { readonly wokenMs: number | null; readonly waitUntilMs: number | null };
  readonly answers: Owned & Stored<AnswerRecord, 'target' | 'before' | 'withdrawal'> & KeyedByUid;
  readonly offers: Owned & Stored<OfferRecord, 'draft' | 'otherTimes'> & KeyedByUid;
  readonly links: Owned &
    Omit<LinkAddress, 'organizationId'> & {
      readonly digest: string;
      readonly undoneMs: number | null;
      readonly justifiedMs: number | null;
    };
  readonly threads: Owned & Stored<ThreadRecord, 'draft' | 'decision'>;
  readonly holds: Owned & HoldRecord;
  readonly sessions: Owned & SessionRecord;
  readonly signIns: Owned & SignInRecord;
  readonly identities: Owned & IdentityRecord;
  readonly auditEntries: Owned &
    Stored<Pick<AuditEntry, 'atMs' | 'action'> & AuditHead & ErasableContent, 'data'> & {
      readonly digest: string;
    };
  readonly auditHeads: Owned & AuditHead & { readonly toldMs: number | null };
  readonly erasureKeys: Owned & { readonly sealedKey: string; readonly lastNumber: number };
  readonly erasedPeople: Owned & { readonly digest: string; readonly number: number };
};

interface Owned {
  readonly organizationId: ColumnType<string, string | undefined, never>;
}

/** Null where the person was erased. */
type ErasableContent = {
  readonly [Part in 'actor' | 'subject' | 'data']: AuditEntry[Part] | null;
} & { readonly salt: string | null };

interface MeetingColumns extends KeyedByUid {
  /** Digest of the entry as it was read. */
  readonly digest: string;
  /** Since when it waits to be judged; null where it was. */
  readonly unjudgedMs: number | null;
  readonly judgeProblem: string | null;
  /** From the first start to the last end that are known as instants. */
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** `keyOfUid`: an iCalendar UID may be too long for an index. */
interface KeyedByUid {
  readonly uidKey: string;
}

/** Order of writing. */
interface Numbered {
  readonly seq: GeneratedAlways<number>;
}

/** A record whose named parts are JSON columns: written as text by `toJson`, read as values. */
type Stored<Record, Parts extends keyof Record> = Omit<Record, Parts> & {
  readonly [Part in Parts]: ColumnType<Record[Part], string | null, string | null>;
};
