import type { CalendarProvider, Mailbox, MailboxAccount } from '../../app/ports/provider.ts';
import { createProjectGate, createTransport } from '../transport/create-transport.ts';
import { onePerMailbox } from '../transport/one-per-mailbox.ts';
import type { TransportLimits } from '../transport/transport.ts';
import { answer } from './answer.ts';
import { authorizedClient, createOAuthClient, type GoogleIdentity } from './auth-client.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { googleCapabilities } from './capabilities.ts';
import { type GoogleMailbox, openClients } from './client.ts';
import { createMeeting } from './create-meeting.ts';
import { createDocument } from './documents.ts';
import { type GoogleEndpoints, googleEndpoints } from './endpoints.ts';
import { freeBusy } from './free-busy.ts';
import { holdTime, releaseHold } from './hold-time.ts';
import { googleLimits } from './limits.ts';
import { sendMail } from './mail.ts';
import { moveMeeting } from './move-meeting.ts';
import { ownerHours } from './owner-hours.ts';
import { createClassify } from './problems.ts';
import { pullChanges } from './pull-changes.ts';
import { readEntryNow } from './read-entry.ts';
import { createSignIn } from './sign-in.ts';
import { renewSubscription, subscribe, unsubscribe } from './subscriptions.ts';
import { undoAnswer } from './undo-answer.ts';
import { readWebhook } from './webhook.ts';

interface GoogleOptions extends GoogleIdentity {
  /** Google's own, but for those that are given. */
  readonly endpoints?: Partial<GoogleEndpoints>;
  readonly limits?: Partial<TransportLimits>;
}

/**
 * Google Calendar with Docs, Drive and Gmail.
 *
 * A mailbox is its primary calendar. Calendars shared with the owner and rooms have mailboxes of their own; a delegate
 * who writes into the owner's calendar acts as the owner, and Google does not tell them apart. One person with two
 * accounts has two mailboxes, each with the other's address among `otherAddresses`. Google never replaces a refresh
 * token, so `onGrantRenewed` is never called. A company's grant does not reach consumer accounts.
 */
export function createGoogleProvider(options: GoogleOptions): CalendarProvider {
  const endpoints = { ...googleEndpoints, ...options.endpoints };
  const limits = { ...googleLimits, ...options.limits };
  const classify = createClassify(endpoints.tokenUrl);
  const project = createProjectGate(limits);
  const transport = () => createTransport(limits, classify, project);
  const transportFor = onePerMailbox(transport);
  const oauth = createOAuthClient(options, endpoints, limits.attemptMs);
  const open = (account: MailboxAccount) =>
    openClients(
      account,
      authorizedClient(account.grant, account.address, options, endpoints, limits.attemptMs),
      endpoints,
      transportFor(account.address),
    );
  return {
    name: 'google',
    capabilities: googleCapabilities,
    signIn: createSignIn(oauth, options.clientId, transport()),
    openMailbox: (account) => bindMailbox(open(account)),
    readWebhook,
  };
}

function bindMailbox(mailbox: GoogleMailbox): Mailbox {
  return {
    calendar: {
      subscribe: (request) => subscribe(mailbox, request),
      renewSubscription: (subscription, request) => renewSubscription(mailbox, subscription, request),
      unsubscribe: (subscription) => unsubscribe(mailbox, subscription),
      pullChanges: (cursor, window) => pullChanges(mailbox, cursor, window),
      readEntry: (id, window) => readEntryNow(mailbox, id, window),
      answer: (request) => answer(mailbox, request),
      undoAnswer: (_target, before) => undoAnswer(mailbox, before),
      createMeeting: (meeting) => createMeeting(mailbox, meeting),
      moveMeeting: (target, slot, version) => moveMeeting(mailbox, target, slot, version),
      cancelMeeting: (target, _comment, version) => cancelMeeting(mailbox, target, version),
      holdTime: (hold) => holdTime(mailbox, hold),
      releaseHold: (id) => releaseHold(mailbox, id),
      freeBusy: (emails, window) => freeBusy(mailbox, emails, window),
      ownerHours: () => ownerHours(mailbox),
    },
    mail: { sendMail: (mail) => sendMail(mailbox, mail) },
    documents: { createDocument: (document) => createDocument(mailbox, document) },
  };
}
