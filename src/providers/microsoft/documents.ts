import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MailboxDocuments, NewDocument } from '../../app/ports/mail-and-documents.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { driveItem } from './schema.ts';
import { wordFile } from './word-file.ts';

const folder = 'Meeting Gatekeeper';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type DriveItem = z.output<typeof driveItem>;
type Created = Awaited<ReturnType<MailboxDocuments['createDocument']>>;

/**
 * A Word document in the owner's OneDrive, open to the writers and to nobody else: a link for the whole company would
 * open the words of a small meeting to everybody who is sent it. Its name ends in a digest of the key, so that asking twice finds the first one as it is by then.
 */
export async function createDocument(mailbox: MailboxContext, document: NewDocument): Promise<Created> {
  const path = `drive/root:/${encodeURIComponent(folder)}/${encodeURIComponent(fileName(document))}:`;
  const uploaded = await upload(mailbox, path, await wordFile(document));
  if (!uploaded.ok) return uploaded;
  const { item, existed } = uploaded.value;
  const notShared = await inviteWriters(mailbox, item, document.writers);
  if (!notShared.ok) return notShared;
  return { ok: true, value: { id: item.id, url: item.webUrl, existed, notShared: notShared.value } };
}

async function upload(
  mailbox: MailboxContext,
  path: string,
  bytes: Buffer,
): Promise<Outcome<{ item: DriveItem; existed: boolean }>> {
  const put = () =>
    mailbox.client.send(
      {
        method: 'PUT',
        path: `${path}/content`,
        query: { '@microsoft.graph.conflictBehavior': 'fail' },
        body: bytes,
        headers: { 'Content-Type': wordType },
        repeatable: true,
      },
      driveItem,
    );
  let answer = await put();
  if (statusOf(answer) === 404) {
    const made = await createFolder(mailbox);
    if (!made.ok) return made;
    answer = await put();
  }
  if (answer.ok) return { ok: true, value: { item: answer.value, existed: false } };
  if (statusOf(answer) !== 409) return answer;
  const there = await mailbox.client.send({ method: 'GET', path: path.slice(0, -1) }, driveItem);
  return there.ok ? { ok: true, value: { item: there.value, existed: true } } : there;
}

/** Whether an upload makes the folders of its path is not documented. No drive at all is a mailbox without one. */
async function createFolder({ client }: MailboxContext): Promise<Outcome<null>> {
  const body = { name: folder, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' };
  const made = await client.send(
    { method: 'POST', path: 'drive/root/children', body, repeatable: true },
    z.unknown(),
  );
  if (made.ok || made.problem.status === 409) return { ok: true, value: null };
  return made.problem.status === 404
    ? { ok: false, problem: { ...made.problem, code: 'mailbox-missing' } }
    : made;
}

/** One address that cannot be invited fails them all, so after a refusal each is asked for alone. */
async function inviteWriters(
  { client }: MailboxContext,
  item: DriveItem,
  writers: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const invite = (emails: readonly string[]) => {
    const body = {
      recipients: emails.map((email) => ({ email })),
      requireSignIn: true,
      sendInvitation: false,
      roles: ['write'],
    };
    const path = `${itemPath(item)}/invite`;
    return client.send({ method: 'POST', path, body, repeatable: true }, z.unknown());
  };
  if (writers.length === 0) return { ok: true, value: [] };
  const together = await invite(writers);
  if (together.ok) return { ok: true, value: [] };
  if (!isRefusal(together)) return together;
  const notShared: string[] = [];
  for (const email of writers) {
    const alone = writers.length === 1 ? together : await invite([email]);
    if (!alone.ok && !isRefusal(alone)) return alone;
    if (!alone.ok) notShared.push(email);
  }
  return { ok: true, value: notShared };
}

/** The rules of the company or of the address say no; everything else is a failure of the request. */
function isRefusal(outcome: Outcome<unknown>): boolean {
  const refusals = ['request-refused', 'permission-missing', 'not-found'];
  return !outcome.ok && refusals.includes(outcome.problem.code);
}

function statusOf(outcome: Outcome<unknown>): number | null {
  return outcome.ok ? null : outcome.problem.status;
}

function itemPath({ id }: DriveItem): string {
  return `drive/items/${encodeURIComponent(id)}`;
}

/** Characters that OneDrive takes in a name, and a short key. Source: support.microsoft.com, "Invalid file names" */
function fileName({ key, title }: NewDocument): string {
  const safe = title
    .slice(0, 400)
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{M}\p{N} ,()_-]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .slice(0, 80)
    .toWellFormed()
    .trim();
  const short = createHash('sha256').update(key).digest('hex').slice(0, 10);
  return `${safe === '' ? 'Document' : safe.replaceAll('\uFFFD', '')} ${short}.docx`;
}
