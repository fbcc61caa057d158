import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ResponseType } from '@microsoft/microsoft-graph-client';
import { mia, type Office, startOffice, tom } from '../google/office-stand.ts';
import { graphClient } from './graph-stand.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const bytes = Buffer.from([80, 75, 3, 4, 0, 255, 10]);

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(async () => {
  expect(office.log).toEqual([]);
  await office.close();
});

const clientOf = (mailbox: string | null, scopes = ['Files.ReadWrite', 'Files.ReadWrite.All']) =>
  graphClient(office.microsoft, office.token('microsoft', mailbox, scopes));

/** @param behavior conflict behaviour; empty for that of Graph */
const put = (path: string, behavior = '', client = clientOf(mia.address)) =>
  client
    .api(`/me/drive/root:/${path}:/content${behavior && `?@microsoft.graph.conflictBehavior=${behavior}`}`)
    .header('Content-Type', wordType)
    .put(bytes);

describe('files through the Graph client', () => {
  it('keeps bytes by path and by id, in folders that it makes', async () => {
    const item = await put('Meeting%20Gatekeeper/Plan%20B.docx');
    expect(item).toMatchObject({
      name: 'Plan B.docx',
      size: bytes.length,
      file: { mimeType: wordType },
      parentReference: { driveType: 'business', path: expect.stringMatching(/\/root:\/Meeting Gatekeeper$/) },
    });
    const client = clientOf(mia.address);
    expect(await client.api('/me/drive/root:/meeting%20gatekeeper/plan%20b.docx').get()).toEqual(item);
    expect(await client.api(`/me/drive/items/${item.id}`).get()).toEqual(item);
    expect(await client.api('/me/drive/root:/Meeting%20Gatekeeper').get()).toMatchObject({
      folder: { childCount: 1 },
    });
    const content = await client
      .api(`/me/drive/items/${item.id}/content`)
      .responseType(ResponseType.ARRAYBUFFER)
      .get();
    expect(Buffer.from(content)).toEqual(bytes);
  });

  it('needs the folder first where the switch says so', async () => {
    office.turn({ 'microsoft.missing-folders': 'not-found' });
    await expect(put('Plans/A.docx')).rejects.toMatchObject({ statusCode: 404, code: 'itemNotFound' });
    const children = clientOf(mia.address).api('/me/drive/root/children');
    const folder = await children.post({ name: 'Plans', folder: {} });
    expect(folder).toMatchObject({ name: 'Plans', folder: { childCount: 0 } });
    await expect(children.post({ name: 'plans', folder: {} })).rejects.toMatchObject({
      code: 'nameAlreadyExists',
    });
    expect((await put('Plans/A.docx')).parentReference.id).toBe(folder.id);
  });

  it('treats a name that is taken as it was told', async () => {
    const first = await put('A.docx');
    await expect(put('A.docx', 'fail')).rejects.toMatchObject({ statusCode: 409, code: 'nameAlreadyExists' });
    expect(await put('A.docx', 'rename')).toMatchObject({ name: 'A 1.docx' });
    expect(await put('a.docx', 'rename')).toMatchObject({ name: 'a 2.docx' });
    const replaced = await put('A.docx');
    expect(replaced.id).toBe(first.id);
    expect(replaced.eTag).not.toBe(first.eTag);
    await expect(put('A.docx', 'merge')).rejects.toMatchObject({ statusCode: 400 });
    await expect(put('what%3F.docx')).rejects.toMatchObject({ statusCode: 400, code: 'invalidRequest' });
  });

  it('makes one link for each kind, 201 for the first time and 200 after', async () => {
    const { id } = await put('A.docx');
    const link = async (body: object) => {
      const answer: Response = await clientOf(mia.address)
        .api(`/me/drive/items/${id}/createLink`)
        .responseType(ResponseType.RAW)
        .post(body);
      return { status: answer.status, body: await answer.json() };
    };
    const first = await link({ type: 'edit', scope: 'organization' });
    expect(first).toMatchObject({
      status: 201,
      body: { roles: ['write'], link: { type: 'edit', scope: 'organization', webUrl: expect.any(String) } },
    });
    expect(await link({ type: 'edit', scope: 'organization' })).toEqual({ ...first, status: 200 });
    expect(await link({ type: 'view', scope: 'organization' })).toMatchObject({ status: 201 });
    expect(await link({ type: 'embed', scope: 'anonymous' })).toMatchObject({ status: 400 });
  });

  it('opens a file to people, by mail only where asked', async () => {
    const { id } = await put('A.docx');
    const invite = (more: object) =>
      clientOf(mia.address)
        .api(`/me/drive/items/${id}/invite`)
        .post({
          recipients: [{ email: 'Tom@acme.example' }],
          roles: ['write'],
          requireSignIn: true,
          ...more,
        });
    const { value } = await invite({ sendInvitation: false });
    expect(value).toMatchObject([{ roles: ['write'], grantedToV2: { user: { id: tom.userId } } }]);
    const again = await invite({ sendInvitation: true, message: 'Please read.' });
    expect(again.value[0].id).toBe(value[0].id);
    expect(office.parts.acts.all()).toMatchObject([
      { kind: 'document-shared', from: mia.address, to: [tom.address], detail: 'A.docx' },
      { kind: 'document-shared', comment: 'Please read.' },
      { kind: 'mail', to: [tom.address] },
    ]);
    await expect(invite({ requireSignIn: false, sendInvitation: false })).rejects.toMatchObject({
      statusCode: 400,
    });
    await expect(invite({ roles: ['owner'] })).rejects.toMatchObject({ statusCode: 400 });
    await expect(invite({ message: 'x'.repeat(2001) })).rejects.toMatchObject({ statusCode: 400 });
  });

  it('opens a drive to its owner and to the application', async () => {
    const { id } = await put('A.docx');
    const application = clientOf(null, ['Files.ReadWrite.All']);
    expect(await application.api(`/users/${mia.address}/drive/root:/A.docx`).get()).toMatchObject({ id });
    await expect(clientOf(tom.address).api(`/me/drive/items/${id}`).get()).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(
      clientOf(tom.address).api(`/users/${mia.address}/drive/items/${id}`).get(),
    ).rejects.toMatchObject({
      statusCode: 403,
    });
    await expect(put('B.docx', '', clientOf(mia.address, ['Files.Read']))).rejects.toMatchObject({
      statusCode: 403,
    });
  });
});
