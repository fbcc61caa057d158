import type {
  CalendarProvider,
  Grant,
  Mailbox,
  MailboxAccount,
  MailboxEvents,
} from '../../app/ports/provider.ts';
import { createProjectGate, createTransport } from '../transport/create-transport.ts';
import { onePerMailbox } from '../transport/one-per-mailbox.ts';
import type { TransportLimits } from '../transport/transport.ts';
import { createAccessTokens, type MicrosoftApplication } from './access-token.ts';
import { answer } from './answer.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { microsoftCapabilities } from './capabilities.ts';
import { createGraphClient } from './client.ts';
import { createMeeting } from './create-meeting.ts';
import { createDocument } from './documents.ts';
import { freeBusy } from './free-busy.ts';
import { holdTime, releaseHold } from './hold-time.ts';
import { microsoftLimits } from './limits.ts';
import { sendMail } from './mail.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { moveMeeting } from './move-meeting.ts';
import { ownerHours } from './owner-hours.ts';
import { classifyError } from './problems.ts';
import { pullChanges } from './pull-changes.ts';
import { readEntry } from './read-entry.ts';
import { createSignIn } from './sign-in.ts';
import { renewSubscription, subscribe, unsubscribe } from './subscriptions.ts';
import { occurrenceId } from './target.ts';
import { undoAnswer } from './undo-answer.ts';
import { readWebhook } from './webhook.ts';

export interface MicrosoftOptions extends MicrosoftApplication {
  /** In place of Microsoft's own, for tests and for applications with other quotas. */
  readonly limits?: Partial<TransportLimits>;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
}

/**
 * Outlook calendars through Microsoft Graph v1.0.
 *
 * - A person's grant reaches their own mailbox (`/me`); the company's reaches every mailbox that its administrator
 *   allows (`/users/…`).
 * - Delegates: what they call in the owner's name is the owner's. Their own sign-in does not open the owner's mailbox.
 * - Shared calendars and other calendars of the mailbox are not looked at: only the primary one is.
 * - Rooms have mailboxes that answer by themselves; none is opened here. They stand in guest lists as resources.
 * - Groups: who was invited through one is not in the guest list and cannot answer (`not-an-attendee`).
 * - Two accounts of one person are two mailboxes; each knows the other's address by `otherAddresses`.
 */
export function createMicrosoftProvider(options: MicrosoftOptions): CalendarProvider {
  const limits = { ...microsoftLimits, ...options.limits };
  const projectGate = createProjectGate(limits);

  const transportOf = (kind: Grant['kind']) => () =>
    createTransport(limits, (error) => classifyError(error, kind, options.nowMs()), projectGate);
  const transportFor = {
    person: onePerMailbox(transportOf('person')),
    company: onePerMailbox(transportOf('company')),
  };

  const openMailbox = (account: MailboxAccount, events: MailboxEvents = {}): Mailbox => {
    const { grant, address, otherAddresses } = account;
    const { nowMs } = options;
    const path = grant.kind === 'person' ? '/me' : `/users/${encodeURIComponent(address)}`;
    const tokens = createAccessTokens(options, grant, events, nowMs);
    const transport = transportFor[grant.kind](address);
    return mailboxOf({
      client: createGraphClient(options.endpoints.graph, path, tokens, transport),
      graph: options.endpoints.graph,
      path,
      ownAddresses: new Set([address, ...otherAddresses]),
      nowMs,
    });
  };
  const graphFor = (accessToken: string) => {
    const transport = transportOf('person')();
    const tokens = { get: async () => accessToken, forget: () => {} };
    return createGraphClient(options.endpoints.graph, '/me', tokens, transport);
  };
  return {
    name: 'microsoft',
    capabilities: microsoftCapabilities,
    signIn: createSignIn(options, graphFor),
    openMailbox,
    readWebhook,
  };
}

function mailboxOf(mailbox: MailboxContext): Mailbox {
  return {
    calendar: {
      subscribe: (request) => subscribe(mailbox, request),
      renewSubscription: (subscription, request) => renewSubscription(mailbox, subscription, request),
      unsubscribe: (subscription) => unsubscribe(mailbox, subscription),
      pullChanges: (cursor, window) => pullChanges(mailbox, cursor, window),
      readEntry: (id, window) => readEntry(mailbox, id, window),
      answer: (request) => answer(mailbox, request),
      occurrenceId: (target) => occurrenceId(mailbox, target),
      undoAnswer: (target, before) => undoAnswer(mailbox, target, before),
      createMeeting: (meeting) => createMeeting(mailbox, meeting),
      moveMeeting: (target, slot, version) => moveMeeting(mailbox, target, slot, version),
      cancelMeeting: (target, comment, version) => cancelMeeting(mailbox, target, comment, version),
      holdTime: (hold) => holdTime(mailbox, hold),
      releaseHold: (id) => releaseHold(mailbox, id),
      freeBusy: (emails, window) => freeBusy(mailbox, emails, window),
      ownerHours: () => ownerHours(mailbox),
    },
    mail: { sendMail: (mail) => sendMail(mailbox, mail) },
    documents: { createDocument: (document) => createDocument(mailbox, document) },
  };
}
