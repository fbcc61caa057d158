import { expectation } from './describe-issue.ts';
import { alternatives, policyJsonSchema, type SchemaNode } from './json-schema.ts';

interface Row {
  readonly key: string;
  readonly levels: string[];
  readonly value: string;
  readonly description: string;
}

/** Every key of a policy as a Markdown table, for `docs/policy.md`; a test keeps the page current. */
export function policyKeyTable(): string {
  const schema = policyJsonSchema().properties ?? {};
  const levels: readonly (readonly [string, SchemaNode | undefined])[] = [
    ['organization', schema.organization],
    ['team', entryOf(schema.teams)],
    ['person', entryOf(schema.people)],
  ];
  const rows = new Map<string, Row>();
  for (const [level, node] of levels) collect(node ?? {}, '', level, rows);
  const lines = [...rows.values()].map(
    (row) => `| \`${row.key}\` | ${row.levels.join(', ')} | ${cell(row.value)} | ${cell(row.description)} |`,
  );
  return ['| key | levels | value | meaning |', '|---|---|---|---|', ...lines].join('\n');
}

function entryOf(node: SchemaNode | undefined): SchemaNode | undefined {
  return typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

function collect(node: SchemaNode, prefix: string, level: string, rows: Map<string, Row>): void {
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    const key = `${prefix}${name}`;
    const known = rows.get(key);
    if (known) known.levels.push(level);
    else
      rows.set(key, {
        key,
        levels: [level],
        value: expectation(child),
        description: child.description ?? '',
      });
    for (const choice of alternatives(child)) {
      collect(choice, `${key}.`, level, rows);
      for (const item of choice.items ? alternatives(choice.items) : [])
        collect(item, `${key}[].`, level, rows);
    }
  }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
