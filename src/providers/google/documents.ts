import type { NewDocument } from '../../app/ports/mail-and-documents.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { GoogleMailbox } from './client.ts';
import { documentRequests } from './document-text.ts';
import { idFromKey } from './gate-key.ts';
import { refusal } from './problems.ts';
import { anything, createdFile, documentState, foundFiles } from './schema.ts';

interface FoundDocument {
  readonly id: string;
  readonly webViewLink: string | null;
}

interface CreatedDocument {
  readonly id: string;
  readonly url: string;
  readonly existed: boolean;
  readonly notShared: readonly string[];
}

/** An app property: key and value have 124 bytes together. */
const keyProperty = 'gatekeeperKey';
/** As often as a request that may be repeated is tried at most, and some more: each try may lose its answer. */
const mostAttempts = 10;

/**
 * Creates a document in the owner's drive, or finishes one that an earlier call began. Drive gives no ids of our own
 * to documents, so one is looked for by its key before it is created; two calls at the very same moment could still
 * create two.
 */
export async function createDocument(
  mailbox: GoogleMailbox,
  document: NewDocument,
): Promise<Outcome<CreatedDocument>> {
  const key = idFromKey('document', mailbox.address, document.key);
  const file = await findOrCreate(mailbox, document.title, key);
  if (!file.ok) return file;
  const { id, webViewLink, existed } = file.value;
  const written = await writeBlocks(mailbox, id, document.blocks);
  if (!written.ok) return written;
  const shared = await shareWith(mailbox, id, document.writers);
  if (!shared.ok) return shared;
  const url = webViewLink ?? `https://docs.google.com/document/d/${id}/edit`;
  return { ok: true, value: { id, url, existed, notShared: shared.value } };
}

async function findOrCreate(
  mailbox: GoogleMailbox,
  title: string,
  key: string,
): Promise<Outcome<FoundDocument & { readonly existed: boolean }>> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const found = await mailbox.request(foundFiles, true, (options) =>
      mailbox.drive.files.list({ q: queryFor(key), fields: 'files(id,webViewLink)', pageSize: 1 }, options),
    );
    if (!found.ok) return found;
    const [first] = found.value.files;
    if (first) return { ok: true, value: { ...first, existed: true } };
    const created = await mailbox.request(createdFile, false, (options) =>
      mailbox.drive.files.create({ requestBody: newFile(title, key), fields: 'id,webViewLink' }, options),
    );
    if (created.ok) return { ok: true, value: { ...created.value, existed: false } };
    if (created.problem.code !== 'outcome-unknown') return created;
  }
  return refusal('unavailable', 'answers lost');
}

/** The key is a hash, so nothing in it has to be escaped. */
function queryFor(key: string): string {
  return `appProperties has { key='${keyProperty}' and value='${key}' } and trashed = false`;
}

function newFile(title: string, key: string) {
  return {
    name: title,
    mimeType: 'application/vnd.google-apps.document',
    appProperties: { [keyProperty]: key },
  };
}

/**
 * Writes into an empty body only, and only into the revision that was seen empty: somebody's words, or those of an
 * attempt whose answer was lost, are never written twice.
 */
async function writeBlocks(
  mailbox: GoogleMailbox,
  documentId: string,
  blocks: NewDocument['blocks'],
): Promise<Outcome<null>> {
  const requests = documentRequests(blocks);
  const before = await readState(mailbox, documentId);
  if (!before.ok) return before;
  if (requests.length === 0 || !before.value.empty) return { ok: true, value: null };
  const { revisionId } = before.value;
  const written = await mailbox.request(anything, revisionId !== null, (options) =>
    mailbox.docs.documents.batchUpdate(
      {
        documentId,
        requestBody: {
          requests,
          ...(revisionId === null ? {} : { writeControl: { requiredRevisionId: revisionId } }),
        },
      },
      options,
    ),
  );
  if (written.ok) return { ok: true, value: null };
  const after = await readState(mailbox, documentId);
  return after.ok && !after.value.empty ? { ok: true, value: null } : written;
}

async function readState(
  mailbox: GoogleMailbox,
  documentId: string,
): Promise<Outcome<{ readonly empty: boolean; readonly revisionId: string | null }>> {
  const state = await mailbox.request(documentState, true, (options) =>
    mailbox.docs.documents.get({ documentId, fields: 'revisionId,body(content(endIndex))' }, options),
  );
  if (!state.ok) return state;
  // An empty body is one line end, from index 1 to 2.
  const empty = state.value.body.content.every(({ endIndex }) => endIndex <= 2);
  return { ok: true, value: { empty, revisionId: state.value.revisionId } };
}

/** What Google says of an address that cannot be given access; everything else is worth another call. */
const cannotShare: ReadonlySet<string> = new Set(['request-refused', 'permission-missing', 'not-found']);

/** One after the other, because of permissions changed at the same time the last one wins. */
async function shareWith(
  mailbox: GoogleMailbox,
  fileId: string,
  writers: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const notShared: string[] = [];
  for (const emailAddress of writers) {
    if (mailbox.ownAddresses.has(emailAddress.toLowerCase())) continue;
    const shared = await mailbox.request(anything, true, (options) =>
      mailbox.drive.permissions.create(
        { fileId, sendNotificationEmail: false, requestBody: { type: 'user', role: 'writer', emailAddress } },
        options,
      ),
    );
    if (shared.ok) continue;
    if (!cannotShare.has(shared.problem.code)) return shared;
    notShared.push(emailAddress);
  }
  return { ok: true, value: notShared };
}
