import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OAuth2Client } from 'google-auth-library';
import { docs, type docs_v1 } from 'googleapis/build/src/apis/docs/index.js';
import { contractsArePresent, disagreements } from './discovery-schema.ts';
import { ada, bob, type Office, startOffice } from './office-stand.ts';

const scope = 'https://www.googleapis.com/auth/drive.file';
let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  expect(office.log).toEqual([]);
  await office.close();
});

function docsOf(mailbox: string, clientId?: string) {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: office.token('google', mailbox, [scope], clientId) });
  return docs({ version: 'v1', auth, rootUrl: `${office.google}/` }).documents;
}

async function newDocument(text?: string) {
  const { data } = await docsOf(ada.address).create({ requestBody: { title: 'Agenda' } });
  const documentId = data.documentId ?? '';
  const update = (...requests: docs_v1.Schema$Request[]) =>
    docsOf(ada.address).batchUpdate({ documentId, requestBody: { requests } });
  if (text !== undefined) await update({ insertText: { endOfSegmentLocation: {}, text } });
  const read = async () => (await docsOf(ada.address).get({ documentId })).data;
  return { documentId, update, read, created: data };
}

/** Text and style of each paragraph. */
function paragraphsOf({ body }: docs_v1.Schema$Document) {
  return (body?.content ?? []).flatMap(({ paragraph }) =>
    paragraph === undefined
      ? []
      : [
          [
            (paragraph.elements ?? []).map((element) => element.textRun?.content).join(''),
            paragraph.paragraphStyle?.namedStyleType,
            paragraph.bullet?.nestingLevel ?? (paragraph.bullet ? 0 : null),
          ],
        ],
  );
}

const wordsOf = (document: docs_v1.Schema$Document) =>
  paragraphsOf(document)
    .map(([text]) => text)
    .join('');

describe('documents through googleapis', () => {
  it('gives back an agenda with its headings and bullets', async () => {
    const { update, read, created } = await newDocument();
    expect(wordsOf(created)).toBe('\n');
    await update(
      { insertText: { location: { index: 1 }, text: 'Agenda\nGoal\n\tOpen points\n' } },
      {
        updateParagraphStyle: {
          range: { startIndex: 1, endIndex: 8 },
          paragraphStyle: { namedStyleType: 'HEADING_1' },
          fields: 'namedStyleType',
        },
      },
      {
        createParagraphBullets: {
          range: { startIndex: 8, endIndex: 26 },
          bulletPreset: 'BULLET_DISC_CIRCLE_SQUARE',
        },
      },
      // The tab is gone by now: "Open" begins one unit earlier than it was typed.
      {
        updateTextStyle: {
          range: { startIndex: 13, endIndex: 17 },
          textStyle: { bold: true },
          fields: 'bold',
        },
      },
    );
    const document = await read();
    expect(paragraphsOf(document)).toEqual([
      ['Agenda\n', 'HEADING_1', null],
      ['Goal\n', 'NORMAL_TEXT', 0],
      ['Open points\n', 'NORMAL_TEXT', 1],
      ['\n', 'NORMAL_TEXT', null],
    ]);
    const runs = (document.body?.content ?? []).flatMap(({ paragraph }) => paragraph?.elements ?? []);
    expect(runs.filter((run) => run.textRun?.textStyle?.bold).map((run) => run.textRun?.content)).toEqual([
      'Open',
    ]);
    expect(runs.at(-1)).toMatchObject({ startIndex: 25, endIndex: 26 });
  });

  it('counts UTF-16 units and shifts what follows', async () => {
    const { update, read } = await newDocument('🦊b');
    await update({ insertText: { location: { index: 3 }, text: 'é\n' } });
    const document = await read();
    expect(paragraphsOf(document).map(([text]) => text)).toEqual(['🦊é\n', 'b\n']);
    expect(document.body?.content?.map(({ endIndex }) => endIndex)).toEqual([1, 5, 7]);
  });

  it.each<[string, docs_v1.Schema$Request]>([
    ['before the body', { insertText: { location: { index: 0 }, text: 'x' } }],
    ['behind the end', { insertText: { location: { index: 5 }, text: 'x' } }],
    ['nothing to insert', { insertText: { location: { index: 1 }, text: '' } }],
    [
      'a range behind the end',
      {
        updateTextStyle: { range: { startIndex: 1, endIndex: 6 }, textStyle: { bold: true }, fields: 'bold' },
      },
    ],
    [
      'an empty range',
      { createParagraphBullets: { range: { startIndex: 2, endIndex: 2 }, bulletPreset: 'BULLET_CHECKBOX' } },
    ],
    [
      'no field mask',
      { updateParagraphStyle: { range: { startIndex: 1, endIndex: 2 }, paragraphStyle: {}, fields: '' } },
    ],
  ])('refuses %s', async (_what, request) => {
    const { update, read } = await newDocument('abc');
    await expect(update(request)).rejects.toMatchObject({
      status: 400,
      response: { data: { error: { status: 'INVALID_ARGUMENT' } } },
    });
    expect(wordsOf(await read())).toBe('abc\n');
  });

  it('takes back the good half of a batch whose second half is refused', async () => {
    const { update, read } = await newDocument('abc');
    await expect(
      update(
        { insertText: { location: { index: 1 }, text: 'x' } },
        { insertText: { location: { index: 9 }, text: 'y' } },
      ),
    ).rejects.toThrow('Invalid requests[1].insertText');
    expect(wordsOf(await read())).toBe('abc\n');
  });

  it('writes only on the revision that is required', async () => {
    const { documentId, created, read } = await newDocument();
    const write = (requiredRevisionId: string) =>
      docsOf(ada.address).batchUpdate({
        documentId,
        requestBody: {
          requests: [{ insertText: { location: { index: 1 }, text: 'once ' } }],
          writeControl: { requiredRevisionId },
        },
      });
    const first = await write(created.revisionId ?? '');
    await expect(write(created.revisionId ?? '')).rejects.toMatchObject({ status: 400 });
    await write(first.data.writeControl?.requiredRevisionId ?? '');
    expect(wordsOf(await read())).toBe('once once \n');
  });

  it('is there neither for another person nor for another application', async () => {
    const { documentId } = await newDocument('secret');
    await expect(docsOf(bob.address).get({ documentId })).rejects.toMatchObject({ status: 404 });
    await expect(docsOf(ada.address, 'another').get({ documentId })).rejects.toMatchObject({ status: 404 });
  });

  it('holds after any insertions what a text would hold', async () => {
    const insertion = fc.record({
      at: fc.nat(1000),
      text: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', '\n', '🦊', 'é') }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(insertion, { maxLength: 8 }), async (insertions) => {
        const { update, read } = await newDocument();
        let expected = '\n';
        const requests = insertions.map(({ at, text }) => {
          const offset = at % expected.length;
          expected = expected.slice(0, offset) + text + expected.slice(offset);
          return { insertText: { location: { index: offset + 1 }, text } };
        });
        await update(...requests);
        const document = await read();
        expect(wordsOf(document)).toBe(expected);
        expect(document.body?.content?.at(-1)?.endIndex).toBe(expected.length + 1);
      }),
      { numRuns: 20, seed: 4 },
    );
  });

  (contractsArePresent ? it : it.skip)('agrees with the API description of Docs', async () => {
    const { update, read } = await newDocument('one\n\ttwo');
    const answer = await update({
      createParagraphBullets: {
        range: { startIndex: 1, endIndex: 6 },
        bulletPreset: 'NUMBERED_DECIMAL_ALPHA_ROMAN',
      },
    });
    expect(disagreements('docs.v1.json', 'Document', await read())).toEqual([]);
    expect(disagreements('docs.v1.json', 'BatchUpdateDocumentResponse', answer.data)).toEqual([]);
  });
});
