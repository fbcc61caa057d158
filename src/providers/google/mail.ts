import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../app/ports/mail-and-documents.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import { plainAddress } from '../formats/attendees.ts';
import type { GoogleMailbox } from './client.ts';
import { refusal } from './problems.ts';
import { anything } from './schema.ts';

/** Sends a mail in the owner's name, at most once. */
export async function sendMail(mailbox: GoogleMailbox, mail: OutgoingMail): Promise<Outcome<null>> {
  const to = mail.to.map(recipient);
  if (to.length === 0 || to.includes(null)) return refusal('request-refused', 'recipient');
  const raw = await compose(
    mailbox.address,
    to.filter((address) => address !== null),
    mail,
  );
  const sent = await mailbox.request(anything, false, (options) =>
    mailbox.gmail.users.messages.send({ userId: 'me', requestBody: { raw } }, options),
  );
  return sent.ok ? { ok: true, value: null } : sent;
}

/** Characters that separate or quote addresses could make two recipients of one. */
function recipient(address: string): string | null {
  const plain = plainAddress(address);
  return plain === null || /[,;:<>"()[\]\\]/.test(plain) ? null : plain;
}

/** The mail as RFC 5322 text in base64url. Nothing is read from files or addresses, whatever the text says. */
async function compose(from: string, to: readonly string[], mail: OutgoingMail): Promise<string> {
  const composer = new MailComposer({
    from: { name: '', address: from },
    to: to.map((address) => ({ name: '', address })),
    // A line end in a header would begin the next one.
    subject: mail.subject.replace(/\p{Cc}+/gu, ' '),
    text: mail.text,
    ...(mail.html === null ? {} : { html: mail.html }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await composer.compile().build()).toString('base64url');
}
