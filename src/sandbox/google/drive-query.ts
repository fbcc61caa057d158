import type { DriveFile } from './drive-files.ts';

type Test = (file: DriveFile) => boolean;

/** A text in single quotes, in which \' and \\ stand for themselves. */
const quoted = "'((?:[^'\\\\]|\\\\['\\\\])*)'";
const termPattern = new RegExp(
  [
    `(name|mimeType)\\s*(=|!=)\\s*${quoted}`,
    'trashed\\s*=\\s*(true|false)',
    `appProperties\\s+has\\s*\\{\\s*key\\s*=\\s*${quoted}\\s+and\\s+value\\s*=\\s*${quoted}\\s*\\}`,
    `${quoted}\\s+in\\s+(parents|owners)`,
  ].join('|'),
  'y',
);
const conjunction = /\s*(?:and\s+|$)/y;

/**
 * Reads the search language of `files.list` as far as the sandbox knows it: terms joined by `and`.
 * Nothing is in the trash here: `files.delete` deletes for good.
 * @returns null for a query that it does not know; Drive answers 400
 */
export function parseDriveQuery(query: string): Test | null {
  const tests: Test[] = [];
  let at = 0;
  while (at < query.length) {
    termPattern.lastIndex = at;
    const term = termPattern.exec(query);
    if (term === null) return null;
    tests.push(testOf(term));
    conjunction.lastIndex = termPattern.lastIndex;
    const joined = conjunction.exec(query);
    if (joined === null) return null;
    at = conjunction.lastIndex;
    if (at === query.length && joined[0].trim() !== '') return null;
  }
  return (file) => tests.every((test) => test(file));
}

function testOf(term: RegExpExecArray): Test {
  const [, field, operator, text, trashed, key, value, name, place] = term;
  if (field !== undefined) {
    const wanted = unescaped(text);
    return (file) => (file[field === 'name' ? 'name' : 'mimeType'] === wanted) === (operator === '=');
  }
  if (trashed !== undefined) return () => trashed === 'false';
  if (key !== undefined) {
    const property = unescaped(key);
    return ({ appProperties }) =>
      Object.hasOwn(appProperties, property) && appProperties[property] === unescaped(value);
  }
  const wanted = unescaped(name);
  return place === 'parents'
    ? ({ parents }) => parents.includes(wanted)
    : ({ owner }) => owner === wanted.toLowerCase();
}

function unescaped(text = ''): string {
  return text.replaceAll(/\\(['\\])/g, '$1');
}
