import { z } from 'zod';
import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api/api-route.ts';
import type { SandboxMail, SandboxParts } from '../parts.ts';
import { graphError } from './errors.ts';
import { entityAnswer, listAnswer } from './user-query.ts';
import { mailboxRoute } from './user-target.ts';

const readScopes = ['Mail.Read', 'Mail.ReadBasic', 'Mail.ReadWrite'];
const previewChars = 255;

const recipient = z.object({ emailAddress: z.object({ address: z.string().trim().toLowerCase() }) });
const message = z.object({
  subject: z.string().nullable().default(null),
  body: z
    .object({ contentType: z.string().toLowerCase().default('text'), content: z.string().default('') })
    .prefault({}),
  toRecipients: z.array(recipient).default([]),
  ccRecipients: z.array(recipient).default([]),
  bccRecipients: z.array(recipient).default([]),
  from: recipient.nullable().default(null),
});
/** Graph takes the names of an action's parameters in any case; the metadata write them with a capital. */
const sendMailBody = z.union([
  z.object({ message }),
  z.object({ Message: message }).transform(({ Message }) => ({ message: Message })),
]);

/** Mail: sending, and a look at what is in the mailbox. */
export function mailRoutes(parts: SandboxParts): readonly ApiRoute[] {
  return [
    mailboxRoute(parts, {
      id: 'user-sendmail',
      method: 'POST',
      path: '/sendMail',
      scopes: ['Mail.Send'],
      handle: (person, request) => sent(parts, person, request.body),
    }),
    mailboxRoute(parts, {
      id: 'user-list-messages',
      method: 'GET',
      path: '/messages',
      scopes: readScopes,
      handle: (person, request) => listed(parts, person, request),
    }),
    mailboxRoute(parts, {
      id: 'message-get',
      method: 'GET',
      path: '/messages/(?<message>[^/]+)',
      scopes: readScopes,
      handle: (person, request) => {
        const mail = mailsOf(parts, person).find(({ id }) => id === request.params.message);
        return mail === undefined
          ? graphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
          : entityAnswer(request, 'messages', messageResource(parts, mail));
      },
    }),
  ];
}

function sent(parts: SandboxParts, { address }: SandboxPerson, body: unknown): ApiAnswer {
  const parsed = sendMailBody.safeParse(body);
  if (!parsed.success) return graphError(400, 'BadRequest', 'Unable to read the parameter Message.');
  const { subject, body: content, toRecipients, ccRecipients, bccRecipients, from } = parsed.data.message;
  const sender = from?.emailAddress.address ?? address;
  if (parts.people.find(sender)?.address !== address) {
    return graphError(
      403,
      'ErrorSendAsDenied',
      'The user account does not have the right to send mail on behalf of the specified sending account.',
    );
  }
  const to = [...toRecipients, ...ccRecipients, ...bccRecipients].map((one) => one.emailAddress.address);
  if (to.length === 0 || to.some((one) => !one.includes('@'))) {
    return graphError(400, 'ErrorInvalidRecipients', "At least one recipient isn't valid.");
  }
  const html = content.contentType === 'html' ? content.content : null;
  parts.sendMail({
    from: address,
    to: [...new Set(to)],
    subject: subject ?? '',
    text: html === null ? content.content : textOf(html),
    html,
  });
  return { status: 202 };
}

/** What a reader without HTML is shown: what ends a paragraph ends a line. */
function textOf(html: string): string {
  const lines = html.replaceAll(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n');
  return lines.replaceAll(/<[^<>]*>/g, '').trim();
}

function listed(parts: SandboxParts, person: SandboxPerson, request: ApiRequest): ApiAnswer {
  const { user } = request.params;
  const path = user === undefined ? '/v1.0/me/messages' : `/v1.0/users/${encodeURIComponent(user)}/messages`;
  const messages = mailsOf(parts, person).map((mail) => messageResource(parts, mail));
  return listAnswer(request, path, 'messages', messages, 10);
}

/** Sent and received, the latest first. */
function mailsOf(parts: SandboxParts, { address }: SandboxPerson): readonly SandboxMail[] {
  return [...parts.tables.table<SandboxMail>('mails').values()]
    .filter(({ from, to }) => from === address || to.includes(address))
    .reverse();
}

function messageResource(parts: SandboxParts, mail: SandboxMail): Readonly<Record<string, unknown>> {
  const recipientOf = (address: string) => ({
    emailAddress: { name: parts.people.find(address)?.name ?? address, address },
  });
  const at = `${new Date(mail.atMs).toISOString().slice(0, 19)}Z`;
  return {
    id: mail.id,
    createdDateTime: at,
    receivedDateTime: at,
    sentDateTime: at,
    subject: mail.subject,
    bodyPreview: mail.text.slice(0, previewChars),
    importance: 'normal',
    hasAttachments: false,
    isDraft: false,
    isRead: false,
    body: { contentType: mail.html === null ? 'text' : 'html', content: mail.html ?? mail.text },
    sender: recipientOf(mail.from),
    from: recipientOf(mail.from),
    toRecipients: mail.to.map(recipientOf),
    ccRecipients: [],
    bccRecipients: [],
  };
}
