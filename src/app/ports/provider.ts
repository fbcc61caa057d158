import type { MailboxCalendar } from './calendar.ts';
import type { MailboxDocuments, MailboxMail } from './mail-and-documents.ts';
import type { Outcome } from './problem.ts';

/** The right to act in a mailbox. */
export type Grant =
  /** A person's own consent (OAuth); the refresh token is a secret. */
  | { readonly kind: 'person'; readonly refreshToken: string }
  /** The company's consent for all its mailboxes: domain-wide delegation, or application permissions. */
  | { readonly kind: 'company' };

export interface MailboxAccount {
  readonly grant: Grant;
  /** Lower-case primary address of the mailbox. */
  readonly address: string;
  /** Further lower-case addresses of the same person (aliases, a second account): their entries are the owner's. */
  readonly otherAddresses: readonly string[];
}

/** One mailbox, opened. `onGrantRenewed` is told a refresh token that replaces the old one, before it is used. */
export interface Mailbox {
  readonly calendar: MailboxCalendar;
  readonly mail: MailboxMail;
  readonly documents: MailboxDocuments;
}

export interface MailboxEvents {
  readonly onGrantRenewed?: (grant: Grant) => Promise<void>;
}

interface SignInRequest {
  readonly redirectUri: string;
  /** Bound to the browser's session by the caller. */
  readonly state: string;
  /** PKCE (RFC 7636), method S256. */
  readonly codeChallenge: string;
  readonly loginHint: string | null;
}

export interface SignedIn {
  readonly grant: Grant;
  readonly address: string;
  /** The provider's stable id of the person: Google `sub`, Microsoft `tid.oid`. Addresses may change. */
  readonly subject: string;
  readonly missingScopes: readonly string[];
}

/** A person connects their own calendar: OAuth 2.0 authorization code with PKCE. */
export interface SignIn {
  authorizationUrl(request: SignInRequest): Promise<string>;
  redeem(request: {
    readonly code: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
  }): Promise<Outcome<SignedIn>>;
  /**
   * Gives the grant back to the provider. `ended` is false where the provider has no way to take it: forget the
   * refresh token, and tell the person or the administrator to remove the application themselves.
   */
  revoke(grant: Grant): Promise<Outcome<{ readonly ended: boolean }>>;
}

/** A request to the webhook as it came; header names in lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** One notification. Nothing in it is trusted until `isFrom` was asked with the secret of its subscription. */
export interface CalendarNotification {
  readonly subscriptionId: string;
  readonly kind:
    | 'started'
    | 'changed'
    /** The subscription ends unless it is renewed. */
    | 'renewal-due'
    /** The subscription is gone: make a new one and pull. */
    | 'subscription-removed'
    /** Notifications were lost: pull. */
    | 'notifications-lost';
  /** Compares in constant time. An empty or missing secret on either side is never a match. */
  readonly isFrom: (secret: string) => boolean;
}

export type WebhookReading =
  /** To be answered at once: 200, text/plain, exactly this body. */
  | { readonly kind: 'handshake'; readonly body: string }
  | {
      readonly kind: 'notifications';
      readonly notifications: readonly CalendarNotification[];
      /** Items of the batch that are no notification; the others count. */
      readonly malformed: number;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415; readonly why: string };

export interface CalendarProvider {
  readonly name: 'google' | 'microsoft';
  readonly capabilities: Capabilities;
  readonly signIn: SignIn;
  openMailbox(account: MailboxAccount, events?: MailboxEvents): Mailbox;
  readWebhook(request: WebhookRequest): WebhookReading;
}

/** What a calendar can and cannot do; docs/calendars.md is made from it. Each text is one sentence. */
export interface Capabilities {
  readonly undoDecline: 'exact' | 'if-kept';
  readonly undoTentative: 'exact' | 'stays-tentative';
  readonly proposeTime: 'native' | 'in-comment';
  readonly focusTime: 'native-or-busy' | 'busy';
  readonly workingHours: 'known' | 'zone-only';
  readonly declineKeepsEntry: boolean;
  readonly disconnecting: 'ends-the-grant' | 'forgets-it';
  readonly freeBusyKinds: 'busy-only' | 'by-kind';
  readonly subscriptionDays: number;
  readonly renewal: 'new-subscription' | 'same-subscription';
  readonly notificationNames: 'mailbox' | 'entry';
}
