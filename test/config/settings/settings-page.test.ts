import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { settingsTable } from '../../../src/config/settings/settings-table.ts';

const page = 'docs/settings.md';
const begin = '<!-- settings: made from src/config/settings/settings-table.ts -->';
const end = '<!-- end of settings -->';

const table = [
  '| name | what it says | by itself | example |',
  '| --- | --- | --- | --- |',
  ...Object.entries(settingsTable).map(
    ([name, { meaning, standard, secret, example }]) =>
      `| \`${name}\`${secret ? ' (secret)' : ''} | ${meaning} | ${standard === null ? '' : `\`${standard}\``} | \`${example}\` |`,
  ),
].join('\n');

// Written anew by: UPDATE_DOCS=1 npm test -- test/config/settings/settings-page
beforeAll(() => {
  if (!process.env.UPDATE_DOCS) return;
  const text = readFileSync(page, 'utf8');
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  writeFileSync(page, `${before}\n\n${table}\n\n${text.slice(text.indexOf(end))}`);
});

describe('the page of the settings', () => {
  it('says what the code reads', () => {
    expect(readFileSync(page, 'utf8')).toContain(`${begin}\n\n${table}\n\n${end}`);
  });

  it('gives an example of everything that the code takes, secrets aside', () => {
    for (const { schema, secret, example } of Object.values(settingsTable))
      if (!secret) expect(schema.safeParse(example)).toMatchObject({ success: true });
  });
});
