import type { z } from 'zod';
import { alternatives, type SchemaNode, schemaAt } from './json-schema.ts';
import { nearestName } from './nearest-name.ts';
import { type Finding, shown } from './policy-problem.ts';

type Issue = z.core.$ZodIssue;

/** More than anybody reads at once; a file with more of them is not a policy with mistakes but something else. */
export const mostFindings = 500;

/**
 * Says in words what the validation refused. One finding per mistake; a choice of shapes is judged by the shape
 * that the writer evidently meant.
 *
 * @param schema the whole policy as JSON Schema, from which the allowed keys and values are named
 */
export function describeIssue(issue: Issue, value: unknown, schema: SchemaNode): readonly Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, mostFindings)
      .map((key) => unknownKey([...issue.path, key], key, schemaAt(schema, issue.path)));
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => branch.some(isInside));
    if (meant) {
      return meant.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, value, schema),
      );
    }
  }
  return [refusedValue(issue, valueAt(value, issue.path), schema)];
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

function unknownKey(path: readonly PropertyKey[], key: string, parent: SchemaNode | undefined): Finding {
  const allowed = parent ? alternatives(parent).flatMap((node) => Object.keys(node.properties ?? {})) : [];
  const near = nearestName(key, allowed);
  const list = `Allowed here: ${allowed.join(', ')}.`;
  return {
    path,
    what: `${shown(key)} is not a key here`,
    remedy: near ? `Write \`${near}\`. ${list}` : list,
  };
}

function refusedValue(issue: Issue, found: unknown, schema: SchemaNode): Finding {
  const path = issue.path;
  if (issue.code === 'invalid_key') {
    const expected = expectation(schemaAt(schema, path.slice(0, -1))?.propertyNames);
    return { path, what: `${shown(path.at(-1))} cannot be a key here`, remedy: `Write ${expected}.` };
  }
  const node = schemaAt(schema, path);
  const expected = expectation(node);
  if (found === undefined || found === null) {
    return {
      path,
      what: `\`${String(path.at(-1) ?? 'the file')}\` is missing or empty`,
      remedy: `Write ${expected}.`,
    };
  }
  const near = typeof found === 'string' ? nearestName(found, namesOf(node)) : null;
  const remedy = near ? `Write \`${near}\`. Allowed: ${expected}.` : `Write ${expected}.`;
  return { path, what: `${shown(found)} is not allowed here`, remedy };
}

function namesOf(node: SchemaNode | undefined): readonly string[] {
  if (!node) return [];
  return alternatives(node).flatMap((choice) => [...(choice.enum ?? []), choice.const].map(String));
}

/** What may stand at a place of the schema, in words: `one of observe, warn`, `a number from 1 to 8`. */
export function expectation(node: SchemaNode | undefined): string {
  if (!node) return 'nothing';
  if (node.anyOf) return [...new Set(node.anyOf.map(expectation))].join(', or ');
  if (node.enum) return `one of ${node.enum.join(', ')}`;
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  const form = formOf(node);
  return node.examples
    ? `${form}, for example ${node.examples.map((text) => `\`${String(text)}\``).join(' or ')}`
    : form;
}

function formOf(node: SchemaNode): string {
  switch (node.type) {
    case 'object':
      return node.properties
        ? `a group with the keys ${Object.keys(node.properties).join(', ')}`
        : 'a group of names';
    case 'array':
      return `a list${node.minItems ? ' (not empty)' : ''}, each ${expectation(node.items)}`;
    case 'number':
      return `a number ${node.exclusiveMinimum === undefined ? `from ${node.minimum}` : `above ${node.exclusiveMinimum}`} to ${node.maximum}`;
    case 'boolean':
      return '`true` or `false`';
    default:
      return node.title ?? 'text';
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}
