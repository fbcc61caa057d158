import { z } from 'zod';
import type { OutgoingMail } from '../../app/ports/mail-and-documents.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { MailboxContext } from './mailbox-context.ts';

/** A mail in the owner's name, kept in Sent Items. Graph takes one form of the text: HTML where there is one. */
export async function sendMail(
  { client }: MailboxContext,
  { to, subject, text, html }: OutgoingMail,
): Promise<Outcome<null>> {
  const message = {
    subject: oneLine(subject),
    body: html === null ? { contentType: 'Text', content: text } : { contentType: 'HTML', content: html },
    toRecipients: to.map((address) => ({ emailAddress: { address } })),
  };
  const body = { message, saveToSentItems: true };
  const sent = await client.send({ method: 'POST', path: 'sendMail', body, repeatable: false }, z.unknown());
  return sent.ok ? { ok: true, value: null } : sent;
}

/** A header is one line: a break in it would begin another header in whatever carries the mail on. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
