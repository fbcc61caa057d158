import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OAuth2Client } from 'google-auth-library';
import { google } from 'googleapis';
import { docs } from 'googleapis/build/src/apis/docs/index.js';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { contractsArePresent, disagreements } from './discovery-schema.ts';
import { ada, bob, type Office, startOffice, team } from './office-stand.ts';

const scopeBase = 'https://www.googleapis.com/auth';
const documentType = 'application/vnd.google-apps.document';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(async () => {
  expect(office.log).toEqual([]);
  await office.close();
});

function signedIn(mailbox: string, scope: string, clientId?: string) {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: office.token('google', mailbox, [`${scopeBase}/${scope}`], clientId) });
  return { auth, rootUrl: `${office.google}/` };
}

const driveOf = (mailbox: string, clientId?: string, scope = 'drive.file') =>
  drive({ version: 'v3', ...signedIn(mailbox, scope, clientId) });

describe('Drive through googleapis', () => {
  it('finds a file again by its property, its name and its kind, with quotes in them', async () => {
    const own = driveOf(ada.address);
    const name = "Ada's \\ plan";
    const made = await own.files.create({
      requestBody: { name, mimeType: documentType, appProperties: { gate: "k'1" } },
      fields: 'id,webViewLink,appProperties',
    });
    expect(made.data).toEqual({
      id: expect.any(String),
      webViewLink: expect.stringContaining(made.data.id ?? '-'),
      appProperties: { gate: "k'1" },
    });
    await own.files.create({ requestBody: { name: 'Other', appProperties: { gate: 'k2' } } });
    const ids = async (q: string) => (await own.files.list({ q })).data.files?.map(({ id }) => id);
    expect(await ids("appProperties has { key='gate' and value='k\\'1' } and trashed = false")).toEqual([
      made.data.id,
    ]);
    expect(await ids("name = 'Ada\\'s \\\\ plan'")).toEqual([made.data.id]);
    expect(await ids(`mimeType = '${documentType}'`)).toEqual([made.data.id]);
    expect(await ids("appProperties has { key='gate' and value='k3' }")).toEqual([]);
    expect(await ids('trashed = true')).toEqual([]);
    for (const q of ['name', "name = 'a' and", "name = 'a' or trashed = false", "name = 'it's'"]) {
      await expect(own.files.list({ q })).rejects.toMatchObject({ status: 400 });
    }
  });

  it('pages without loss', async () => {
    const own = driveOf(ada.address);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await own.files.create({ requestBody: { name } });
    const names: string[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await own.files.list({
        pageSize: 2,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      names.push(...(data.files ?? []).map(({ name }) => name ?? ''));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    expect(names.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    await expect(own.files.list({ pageToken: 'garbage' })).rejects.toMatchObject({ status: 400 });
  });

  it.each(['text/markdown', 'text/plain'])('imports %s into a document', async (mimeType) => {
    const { data: about } = await driveOf(ada.address).about.get({ fields: 'importFormats' });
    expect(about.importFormats?.[mimeType]).toEqual([documentType]);
    // An upload goes to Google unless the root is named for the call itself as well.
    const { data } = await driveOf(ada.address).files.create(
      {
        requestBody: { name: 'Notes', mimeType: documentType },
        media: { mimeType, body: '# Zoë\n- first\n' },
      },
      { rootUrl: `${office.google}/` },
    );
    expect(data).toEqual({ kind: 'drive#file', id: data.id, name: 'Notes', mimeType: documentType });
    const { documents } = docs({ version: 'v1', ...signedIn(ada.address, 'drive.file') });
    const document = await documents.get({ documentId: data.id ?? '' });
    const paragraphs = (document.data.body?.content ?? []).flatMap(({ paragraph }) => paragraph ?? []);
    const [heading, item] = paragraphs.map((paragraph) => [
      paragraph.elements?.[0]?.textRun?.content,
      paragraph.paragraphStyle?.namedStyleType,
      paragraph.bullet !== undefined,
    ]);
    const isMarkdown = mimeType === 'text/markdown';
    expect(heading).toEqual(isMarkdown ? ['Zoë\n', 'HEADING_1', false] : ['# Zoë\n', 'NORMAL_TEXT', false]);
    expect(item).toEqual(isMarkdown ? ['first\n', 'NORMAL_TEXT', true] : ['- first\n', 'NORMAL_TEXT', false]);
  });

  it('keeps files from other applications and other people, until they are shared', async () => {
    const { data } = await driveOf(ada.address).files.create({ requestBody: { name: 'Plan' } });
    const fileId = data.id ?? '';
    await expect(driveOf(ada.address, 'another').files.get({ fileId })).rejects.toMatchObject({
      status: 404,
    });
    await expect(driveOf(ada.address, 'another', 'drive').files.get({ fileId })).resolves.toBeDefined();
    await expect(driveOf(bob.address).files.get({ fileId })).rejects.toMatchObject({ status: 404 });
    const shared = await driveOf(ada.address).permissions.create({
      fileId,
      sendNotificationEmail: false,
      requestBody: { type: 'user', role: 'reader', emailAddress: 'Bob@acme.example' },
    });
    expect(shared.data).toEqual({ kind: 'drive#permission', id: bob.userId, type: 'user', role: 'reader' });
    await expect(driveOf(bob.address).files.get({ fileId })).resolves.toBeDefined();
    await expect(driveOf(bob.address).files.delete({ fileId })).rejects.toMatchObject({ status: 403 });
    await driveOf(ada.address).files.delete({ fileId });
    await expect(driveOf(ada.address).files.get({ fileId })).rejects.toMatchObject({ status: 404 });
  });

  it('tells who sees a shared file, by mail only where asked', async () => {
    const own = driveOf(ada.address);
    const { data } = await own.files.create({ requestBody: { name: 'Plan' } });
    const share = (emailAddress: string, type: string, more = {}) =>
      own.permissions.create({
        fileId: data.id ?? '',
        requestBody: { type, role: 'writer', emailAddress },
        ...more,
      });
    await share(bob.address, 'user', { sendNotificationEmail: false });
    await share(team.address, 'group', { emailMessage: 'Please read.' });
    expect(office.parts.acts.all()).toMatchObject([
      { kind: 'document-shared', from: ada.address, to: [bob.address], detail: 'Plan' },
      { kind: 'document-shared', to: [ada.address, bob.address], comment: 'Please read.' },
      { kind: 'mail', to: [ada.address, bob.address], comment: 'Please read.' },
    ]);
    const { data: list } = await own.permissions.list({ fileId: data.id ?? '', fields: '*' });
    expect(list.permissions?.map(({ emailAddress, role }) => [emailAddress, role])).toEqual([
      [ada.address, 'owner'],
      [bob.address, 'writer'],
      [team.address, 'writer'],
    ]);
    await expect(share('no address', 'user')).rejects.toMatchObject({ status: 400 });
  });

  (contractsArePresent ? it : it.skip)('agrees with the API description of Drive', async () => {
    const own = driveOf(ada.address);
    const { data } = await own.files.create({
      requestBody: { name: 'Plan', appProperties: { a: 'b' } },
      fields: '*',
    });
    const answers = {
      File: data,
      FileList: (await own.files.list({ fields: '*' })).data,
      PermissionList: (await own.permissions.list({ fileId: data.id ?? '', fields: '*' })).data,
      About: (await own.about.get({ fields: '*' })).data,
    };
    for (const [schema, answer] of Object.entries(answers)) {
      expect(disagreements('drive.v3.json', schema, answer)).toEqual([]);
    }
    expect(disagreements('drive.v3.json', 'File', { id: 1, nonsense: true })).toHaveLength(2);
  });
});

describe('Gmail through googleapis', () => {
  const send = async (from: string, scope = 'gmail.send') => {
    const mime = await new MailComposer({
      from,
      to: 'Bob <bob@acme.example>',
      cc: ['mia@acme.example'],
      subject: 'Zoë — agenda',
      text: 'Plain words',
      html: '<p>Marked words</p>',
    })
      .compile()
      .build();
    const { users } = gmail({ version: 'v1', ...signedIn(ada.address, scope) });
    return users.messages.send({ userId: 'me', requestBody: { raw: mime.toString('base64url') } });
  };

  it('sends what the message says, in the name of the mailbox only', async () => {
    const { data } = await send('Ada <countess@acme.example>');
    expect(data).toMatchObject({ labelIds: ['SENT'] });
    if (contractsArePresent) expect(disagreements('gmail.v1.json', 'Message', data)).toEqual([]);
    expect(office.parts.acts.all()).toEqual([
      expect.objectContaining({
        kind: 'mail',
        from: ada.address,
        to: [bob.address, 'mia@acme.example'],
        detail: 'Zoë — agenda',
        comment: expect.stringContaining('Plain words'),
      }),
    ]);
    await expect(send('bob@acme.example')).rejects.toMatchObject({ status: 400 });
    await expect(send(ada.address, 'gmail.readonly')).rejects.toMatchObject({ status: 403 });
    const { users } = gmail({ version: 'v1', ...signedIn(ada.address, 'gmail.readonly') });
    expect((await users.getProfile({ userId: 'me' })).data).toMatchObject({
      emailAddress: ada.address,
      messagesTotal: 1,
    });
    await expect(users.getProfile({ userId: bob.address })).rejects.toMatchObject({ status: 403 });
  });

  it.each(['', 'bm8gcmVjaXBpZW50cw'])('refuses the message %p', async (raw) => {
    const { users } = gmail({ version: 'v1', ...signedIn(ada.address, 'gmail.send') });
    await expect(users.messages.send({ userId: 'me', requestBody: { raw } })).rejects.toMatchObject({
      status: 400,
    });
    expect(office.parts.acts.all()).toEqual([]);
  });
});

describe('discovery', () => {
  it('describes the methods well enough for googleapis to call them', async () => {
    const { items } = await (await fetch(`${office.google}/discovery/v1/apis`)).json();
    const names = items.map(({ id }: { id: string }) => id);
    expect(names).toEqual(['calendar:v3', 'docs:v1', 'drive:v3', 'gmail:v1']);
    const { auth } = signedIn(ada.address, 'documents');
    const url = `${office.google}/discovery/v1/apis/docs/v1/rest`;
    const api = (await google.discoverAPI(url, { auth })) as unknown as ReturnType<typeof docs>;
    const { data } = await api.documents.create({ requestBody: { title: 'Found' } });
    await api.documents.batchUpdate({
      documentId: data.documentId ?? '',
      requestBody: { requests: [{ insertText: { location: { index: 1 }, text: 'x' } }] },
    });
    expect((await api.documents.get({ documentId: data.documentId ?? '' })).data.title).toBe('Found');
    expect((await fetch(`${office.google}/discovery/v1/apis/docs/v9/rest`)).status).toBe(404);
  });
});
