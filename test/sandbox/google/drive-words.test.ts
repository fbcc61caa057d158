import { describe, expect, it } from '@jest/globals';
import { parseFields, selectFields } from '../../../src/sandbox/google/drive-fields.ts';
import type { DriveFile } from '../../../src/sandbox/google/drive-files.ts';
import { parseDriveQuery } from '../../../src/sandbox/google/drive-query.ts';
import { readUpload } from '../../../src/sandbox/google/drive-upload.ts';

const file: DriveFile = {
  id: 'f1',
  name: 'Plan',
  mimeType: 'text/plain',
  description: null,
  owner: 'ada@acme.example',
  clientId: 'gate',
  appProperties: { key: 'value' },
  parents: ['folder'],
  permissions: [],
  createdMs: 0,
  modifiedMs: 0,
  version: 1,
  content: '',
};

describe('parseDriveQuery', () => {
  it.each([
    ['', true],
    ["name = 'Plan'", true],
    ["name='plan'", false],
    ["name != 'Plan'", false],
    ["name = 'Plan' and mimeType != 'text/html' and trashed=false", true],
    ["'folder' in parents", true],
    ["'Ada@acme.example' in owners", true],
    ["'bob@acme.example' in owners", false],
    ["appProperties has {key='key' and value='value'}", true],
    ["appProperties has { key='__proto__' and value='value' }", false],
    ["appProperties has { key='constructor' and value='value' }", false],
  ])('reads %s', (query, fits) => {
    expect(parseDriveQuery(query)?.(file)).toBe(fits);
  });

  it.each([
    'name',
    "name = 'a",
    "name = 'a' and",
    "name = 'a' and and trashed = false",
    "name = 'a'trashed = false",
    "name = 'a' or name = 'b'",
    "fullText contains 'a'",
  ])('does not know %s', (query) => {
    expect(parseDriveQuery(query)).toBeNull();
  });

  it('is done with a megabyte of quotes in linear time', () => {
    expect(parseDriveQuery(`name = '${"\\'".repeat(500_000)}`)).toBeNull();
    expect(parseDriveQuery(`name = '${"\\'".repeat(500_000)}'`)?.(file)).toBe(false);
  });
});

describe('fields of an answer', () => {
  const answer = {
    kind: 'k',
    nextPageToken: 't',
    files: [{ id: 'a', owners: [{ me: true, name: 'Ada' }], size: '1' }],
  };
  const selected = (fields: string) => {
    const mask = parseFields(fields);
    return mask === null ? null : selectFields(answer, mask);
  };

  it('leaves what is named, at any depth', () => {
    expect(selected('kind, nextPageToken')).toEqual({ kind: 'k', nextPageToken: 't' });
    expect(selected('files(id,owners/me)')).toEqual({ files: [{ id: 'a', owners: [{ me: true }] }] });
    expect(selected('files/id,files/size')).toEqual({ files: [{ id: 'a', size: '1' }] });
    expect(selected('files')).toEqual({ files: answer.files });
    expect(selected('*')).toEqual(answer);
    expect(selected('unknown,toString,__proto__')).toBeNull();
    expect(selected('unknown,toString')).toEqual({});
  });

  it.each([
    '',
    'files(',
    'files(id',
    'files)',
    'id,',
    ',id',
    'files()',
    'a;b',
    `${'a('.repeat(99)}b${')'.repeat(99)}`,
  ])('refuses %s', (fields) => {
    expect(selected(fields)).toBeNull();
  });
});

describe('readUpload', () => {
  const body = (metadata: string, type: string, content: string) =>
    Buffer.from(
      `--b\r\ncontent-type: application/json\r\n\r\n${metadata}\r\n--b\r\ncontent-type: ${type}\r\n\r\n${content}\r\n--b--`,
    );
  const read = (bytes: Uint8Array, type = 'multipart/related; boundary=b') => readUpload(type, bytes);

  it.each(['text/markdown', 'text/html', 'application/octet-stream'])(
    'finds both parts of %s',
    async (type) => {
      const upload = await read(body('{"name":"Zoë"}', type, '<p>é</p>'));
      expect(upload).toMatchObject({ metadata: { name: 'Zoë' }, mimeType: type });
      expect(
        Buffer.from(upload?.content ?? [])
          .toString('utf8')
          .trim(),
      ).toBe('<p>é</p>');
    },
  );

  it('answers null for what is no upload', async () => {
    expect(await read(body('{', 'text/markdown', 'x'))).toBeNull();
    expect(await read(body('{}', 'text/markdown', 'x'), 'multipart/mixed; boundary=b')).toBeNull();
    expect(await read(Buffer.from('garbage'))).toBeNull();
    expect(await read(new Uint8Array())).toBeNull();
  });
});
