import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { googleScopes } from '../../src/providers/google/scopes.ts';
import { microsoftPermissions } from '../../src/providers/microsoft/scopes.ts';

const page = 'docs/operations.md';

function reasonTable(reasons: Readonly<Record<string, string>>): string {
  const rows = Object.entries(reasons).map(([name, why]) => `| \`${name}\` | ${why} |`);
  return ['| permission | for |', '| --- | --- |', ...rows].join('\n');
}

const copyable = (text: string) => `\`\`\`text\n${text}\n\`\`\``;

/** Each between `<!-- NAME: … -->` and `<!-- end of NAME -->`. */
const blocks = {
  // As the admin console takes them.
  'google-scopes': [copyable(googleScopes.join(',')), 'src/providers/google/scopes.ts'],
  'microsoft-person': [
    `${copyable(Object.keys(microsoftPermissions.person).join(' '))}\n\n${reasonTable(microsoftPermissions.person)}`,
    'src/providers/microsoft/scopes.ts',
  ],
  'microsoft-company': [
    `${copyable(Object.keys(microsoftPermissions.company).join(' '))}\n\n${reasonTable(microsoftPermissions.company)}`,
    'src/providers/microsoft/scopes.ts',
  ],
} as const;

const parts = Object.entries(blocks).map(([name, [text, source]]) => ({
  name,
  begin: `<!-- ${name}: made from ${source} -->`,
  end: `<!-- end of ${name} -->`,
  text,
}));

// Written anew by: UPDATE_DOCS=1 npm test -- test/providers/permissions-page
beforeAll(() => {
  if (!process.env.UPDATE_DOCS) return;
  let written = readFileSync(page, 'utf8');
  for (const { begin, end, text } of parts) {
    const [from, to] = [written.indexOf(begin), written.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${page} has no ${begin}`);
    written = `${written.slice(0, from + begin.length)}\n\n${text}\n\n${written.slice(to)}`;
  }
  writeFileSync(page, written);
});

describe('the permissions on the page of operations', () => {
  it.each(parts)('are those of the code: $name', ({ begin, end, text }) => {
    expect(readFileSync(page, 'utf8')).toContain(`${begin}\n\n${text}\n\n${end}`);
  });
});
