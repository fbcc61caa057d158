import { isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';

/**
 * A policy as somebody may read it who does not administer it: `people` holds themselves only. What is said there
 * (pauses, hours, off-hours) is nobody else's business. Comments of that part and around it go with it, since they may
 * speak of others; the rest stays as it was written.
 *
 * @param text a policy that `parsePolicy` accepts
 * @param address lower case
 */
export function textWithoutOthers(text: string, address: string): string {
  const { contents } = parseDocument(text, { uniqueKeys: false, schema: 'core' });
  if (!isMap(contents)) return '';
  const at = contents.items.findIndex(({ key }) => isScalar(key) && key.value === 'people');
  if (at === -1) return text;
  const { people: all, ...rest }: { readonly people?: unknown } = contents.toJSON();
  const own = Object.entries(Object(all)).filter(([email]) => email.toLowerCase() === address);
  const people = own.length > 0 ? { people: Object.fromEntries(own) } : {};
  if (contents.flow) return `${JSON.stringify({ ...rest, ...people }, null, 2)}\n`;
  const { before, after } = around(text, contents, at);
  return `${before}${own.length > 0 ? stringify(people) : ''}${after}`;
}

/** The lines before an entry and its comments, and those from the next entry on. */
function around(
  text: string,
  { items }: YAMLMap,
  at: number,
): { readonly before: string; readonly after: string } {
  const lines = text.slice(0, startOf(text, items[at])).split(/(?<=\n)/);
  const last = lines.findLastIndex((line) => !isComment(line.trim()));
  const next = items[at + 1];
  return {
    before: lines.slice(0, last + 1).join(''),
    after: next === undefined ? '' : text.slice(startOf(text, next)),
  };
}

/** Offset of the line on which an entry begins. */
function startOf(text: string, entry: Pair | undefined): number {
  const offset = isScalar(entry?.key) ? (entry.key.range?.[0] ?? 0) : 0;
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function isComment(line: string): boolean {
  return line === '' || line.startsWith('#');
}
