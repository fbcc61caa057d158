import { type Refusal, refuse } from './errors.ts';
import type { EventResource } from './event-resource.ts';
import { propertyKey } from './extended-properties.ts';

export type EventTest = (event: EventResource) => boolean;

const comparison = /^([A-Za-z]+(?:\/[A-Za-z]+)?) (eq|ne|ge|gt|le|lt) (?:'((?:[^']|'')*)'|([\w.:+-]+))$/;
const property =
  /^singleValueExtendedProperties\/any\(\s*(\w+)\s*:\s*\1\/id eq '([^']*)' and \1\/value eq '((?:[^']|'')*)'\s*\)$/i;
const category = /^categories\/any\(\s*(\w+)\s*:\s*\1 eq '((?:[^']|'')*)'\s*\)$/i;

/** Fields that an event can be filtered by here. Others are refused, so that nobody relies on them unnoticed. */
const filterable = new Set([
  'subject',
  'start/dateTime',
  'end/dateTime',
  'iCalUId',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'showAs',
  'sensitivity',
  'type',
  'createdDateTime',
  'lastModifiedDateTime',
]);

/** The value behind `start/dateTime`, or behind a plain name; undefined where there is none. */
export function valueAt(event: EventResource, path: string): unknown {
  const [name = '', part] = path.split('/');
  const value = event[name];
  if (part === undefined) return value;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? Reflect.get(value, part)
    : undefined;
}

/** A `$filter` of conditions joined by `and`; null where it is absent. */
export function readFilter(text: string | null): EventTest | null | Refusal {
  if (text === null) return null;
  const tests = splitConditions(text.slice(0, 8192)).map(readCondition);
  const known = tests.filter((test) => test !== null);
  if (known.length < tests.length)
    return refuse(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains one or more invalid nodes.');
  return (event) => known.every((test) => test(event));
}

/** Cuts at ` and ` outside quotes and parentheses. */
function splitConditions(text: string): readonly string[] {
  const conditions: string[] = [];
  let depth = 0;
  let quoted = false;
  let begin = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (!quoted && char === '(') depth += 1;
    else if (!quoted && char === ')') depth -= 1;
    else if (!quoted && depth === 0 && text.startsWith(' and ', at)) {
      conditions.push(text.slice(begin, at).trim());
      begin = at + ' and '.length;
    }
  }
  return [...conditions, text.slice(begin).trim()];
}

function readCondition(text: string): EventTest | null {
  const [, , id, value] = property.exec(text) ?? [];
  if (id !== undefined && value !== undefined) return hasProperty(id, unquoted(value));
  const [, , name] = category.exec(text) ?? [];
  if (name !== undefined)
    return ({ categories }) => Array.isArray(categories) && categories.includes(unquoted(name));
  const [, path = '', operator = '', quoted, bare] = comparison.exec(text) ?? [];
  if (!filterable.has(path)) return null;
  const wanted = quoted === undefined ? (bare ?? '') : unquoted(quoted);
  return (event) => holds(comparable(valueAt(event, path)), operator, comparable(wanted));
}

function unquoted(text: string): string {
  return text.replaceAll("''", "'");
}

function hasProperty(id: string, value: string): EventTest {
  const key = propertyKey(id);
  return ({ singleValueExtendedProperties: properties }) =>
    Array.isArray(properties) &&
    properties.some((entry) => propertyKey(String(entry.id)) === key && entry.value === value);
}

/** Times are compared without their fraction and zone mark, everything else as its text. */
function comparable(value: unknown): string {
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}/.test(text)
    ? text.slice(0, 19).padEnd(19, 'T00:00:00'.slice(text.length - 10))
    : text;
}

function holds(left: string, operator: string, right: string): boolean {
  switch (operator) {
    case 'eq':
      return left === right;
    case 'ne':
      return left !== right;
    case 'ge':
      return left >= right;
    case 'gt':
      return left > right;
    case 'le':
      return left <= right;
    default:
      return left < right;
  }
}
