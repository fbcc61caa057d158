import ICAL from 'ical.js';
import type { ContentLine } from './content-lines.ts';
import { maxLineHeaderChars, maxTextChars } from './limits.ts';

/** One property of a component as ical.js reads it. */
export interface IcsProperty {
  /** Upper case. */
  readonly name: string;
  /** By lower-case name; the first value where a parameter has several. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Unescaped; dates as `YYYY-MM-DD[THH:mm:ss[Z]]`, periods as start and end or duration joined by a slash. */
  readonly values: readonly string[];
  /** The value as it was written. */
  readonly raw: string;
}

/** Properties of long text; a value over the bound is cut, not refused. */
const textProperties: ReadonlySet<string> = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'X-ALT-DESC']);
/** ical.js refuses a rule as a whole; it is read where it is expanded. */
const rawProperties: ReadonlySet<string> = new Set(['RRULE', 'EXRULE', 'DURATION', 'ATTACH', 'X-ALT-DESC']);

/** The upper-case name of a content line; empty where it has none. */
export function propertyName(text: string): string {
  const end = text.slice(0, 100).search(/[;:]/);
  return end < 0 ? '' : text.slice(0, end).trim().toUpperCase();
}

/** Reads one content line; null where it is not valid, so that only this line is lost. */
export function parseProperty(line: ContentLine): IcsProperty | null {
  const colon = valueColon(line.text);
  if (colon < 0) return null;
  const name = propertyName(line.text);
  if (line.cut && !textProperties.has(name)) return null;
  const raw = line.text.slice(colon + 1, textProperties.has(name) ? colon + 1 + maxTextChars : undefined);
  // The value type of a raw property does not matter, so ical.js sees only its parameters.
  const readable = rawProperties.has(name)
    ? `X-RAW${line.text.slice(name.length, colon)}:`
    : `${line.text.slice(0, colon)}:${raw}`;
  try {
    const [, parameters, , ...values]: JcalProperty = ICAL.parse.property(readable);
    return {
      name,
      parameters: firstValues(parameters),
      values: rawProperties.has(name) ? [raw] : values.map(valueText),
      raw,
    };
  } catch {
    return null;
  }
}

type JcalProperty = readonly [name: string, parameters: object, type: string, ...values: readonly unknown[]];

function firstValues(parameters: object): ReadonlyMap<string, string> {
  const entries = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    String(Array.isArray(value) ? (value[0] ?? '') : value),
  ]);
  return new Map(entries);
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? value.join('/') : String(value ?? '');
}

/**
 * Where the value begins: the first colon outside double quotes, in one pass.
 * ical.js looks for it again for every parameter, so the part before it is bounded here.
 */
function valueColon(text: string): number {
  let quoted = false;
  const end = Math.min(text.length, maxLineHeaderChars);
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) quoted = !quoted;
    else if (code === 0x3a && !quoted) return index;
  }
  return -1;
}
