import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  isSameToken,
  makeControlToken,
  openDataFolder,
  readControlToken,
  readOrMakeKeys,
} from '../../../src/cli/service/data-folder.ts';
import { settingsTable } from '../../../src/config/settings/settings-table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'data-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = openDataFolder(path.join(folder, 'data'));

describe('the data folder', () => {
  it('is closed to others', () => {
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  });

  it('is made with the folders above it, and only once', () => {
    const deep = path.join(folder, 'a', 'b', 'c');
    expect(openDataFolder(deep).folder).toBe(deep);
    expect(openDataFolder(deep).folder).toBe(deep);
    expect(statSync(path.join(folder, 'a')).mode & 0o777).toBe(0o700);
  });

  // Regression: Node's recursive mkdir never came back from there.
  it.each(['/proc/gate', path.join(folder, 'data', 'a-file', 'data')])('is refused as %s', (where) => {
    writeFileSync(path.join(folder, 'data', 'a-file'), '');
    expect(() => openDataFolder(where)).toThrow(/ENOENT|ENOTDIR|EACCES|EPERM|EROFS/);
  });

  it('has a key of its own, made once', () => {
    const keys = readOrMakeKeys(place.keys);
    expect(readOrMakeKeys(place.keys)).toBe(keys);
    expect(statSync(place.keys).mode & 0o777).toBe(0o600);
    expect(settingsTable.ENCRYPTION_KEYS.schema.parse(keys).keys.get('k1')).toHaveLength(32);
  });

  it('has a new token for each server, readable by its owner only', () => {
    expect(readControlToken(place.controlToken)).toBeNull();
    writeFileSync(place.controlToken, 'left behind\n', { mode: 0o644 });
    const token = makeControlToken(place.controlToken);
    expect(readControlToken(place.controlToken)).toBe(token);
    expect(statSync(place.controlToken).mode & 0o777).toBe(0o600);
    expect(makeControlToken(place.controlToken)).not.toBe(token);
  });
});

describe('a token', () => {
  it.each([
    ['the same', 'abc', 'abc', true],
    ['another', 'abc', 'abd', false],
    ['its beginning', 'ab', 'abc', false],
    ['nothing beside nothing', '', '', false],
  ])('%s', (_, given, token, same) => {
    expect(isSameToken(given, token)).toBe(same);
  });
});
