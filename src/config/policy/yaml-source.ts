import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Finding } from './policy-problem.ts';

/** Where in the text something stands, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A fault of the text itself, before anything is known of policies. */
export interface SourceFault extends Finding {
  readonly position: Position;
}

/** YAML as plain values, with the place of each. */
export interface YamlSource {
  readonly value: unknown;
  readonly faults: readonly SourceFault[];
  /** Keys without a value (`teams:` and nothing after it), which count as not written. */
  readonly empty: readonly SourceFault[];
  /** The place of a path; of its nearest parent where the path itself is not in the text. */
  readonly positionOf: (path: readonly PropertyKey[]) => Position;
}

const remedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces; YAML does not allow tabs there.',
  RESOURCE_EXHAUSTION: 'A policy is a few levels deep; start from the default policy.',
  MULTIPLE_DOCS: 'Keep one document in the file: remove the line `---` between them.',
  BAD_INDENT: 'Give all keys of one group the same number of spaces.',
  MULTILINE_IMPLICIT_KEY: 'Check that the line before has a colon, and that its quotes are closed.',
};

/** Syntax errors follow one another; after these the rest says nothing new. */
const mostSyntaxErrors = 50;

/**
 * Reads YAML (or JSON, a subset of it) into plain values.
 * Throws a RangeError where the nesting is deeper than the stack: the library descends once per level.
 * Refused with a place: anchors and aliases (a few lines of them can stand for gigabytes), repeated keys,
 * keys that are not plain text, and `__proto__`.
 */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  // The library compares each key with every earlier one; the walk below does that with a set.
  const parsed = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    schema: 'core',
  });
  return walk(parsed, lines);
}

function walk(parsed: Document.Parsed, lines: LineCounter): YamlSource {
  const places: Places = new Map();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults: SourceFault[] = parsed.errors.slice(0, mostSyntaxErrors).map((error) => ({
    path: [],
    position: at(error.pos[0]),
    what: `this is not YAML: ${firstLine(error.message)}`,
    remedy: remedies[error.code] ?? 'Compare the line with the default policy.',
  }));
  const empty: SourceFault[] = [];
  const walker: Walker = {
    place: (path, offset) => places.set(placeKey(path), at(offset)),
    fault: (path, offset, what, remedy) => faults.push({ path, position: at(offset), what, remedy }),
    empty: (path, offset) =>
      empty.push({
        path,
        position: at(offset),
        what: 'the key has no value and counts as not written',
        remedy: 'Give it a value or remove the line.',
      }),
  };
  const value = plainValue(parsed.contents, [], walker);
  const positionOf = (path: readonly PropertyKey[]): Position => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = places.get(placeKey(path.slice(0, length)));
      if (place) return place;
    }
    return { line: 1, column: 1 };
  };
  return { value, faults, empty, positionOf };
}

type Places = Map<string, Position>;

interface Walker {
  readonly place: (path: readonly PropertyKey[], offset: number) => void;
  readonly fault: (path: readonly PropertyKey[], offset: number, what: string, remedy: string) => void;
  readonly empty: (path: readonly PropertyKey[], offset: number) => void;
}

/** Deeper than any policy: places below are those of their parents, so that the keys of the map stay short. */
const deepestPlace = 8;

function placeKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.slice(0, deepestPlace));
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

function plainValue(node: Node | null, path: readonly PropertyKey[], walker: Walker): unknown {
  if (!node) return null;
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node) || node.anchor) {
    walker.fault(
      path,
      offset,
      'anchors (&name) and aliases (*name) are not read',
      'Write the value out where it is used.',
    );
    return null;
  }
  if (isMap<Node, Node | null>(node)) return plainMap(node.items, path, walker);
  if (isSeq<Node>(node)) return node.items.map((item, index) => listItem(item, [...path, index], walker));
  return isScalar(node) ? plainScalar(node.value, node.source) : null;
}

function listItem(item: Node, path: readonly PropertyKey[], walker: Walker): unknown {
  walker.place(path, item.range?.[0] ?? 0);
  return plainValue(item, path, walker);
}

function plainScalar(value: unknown, source: string | undefined): unknown {
  const known = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return known ? value : (source ?? null);
}

interface KeyAndValue {
  readonly key: Node;
  readonly value: Node | null;
}

function plainMap(
  pairs: readonly KeyAndValue[],
  path: readonly PropertyKey[],
  walker: Walker,
): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const pair of pairs) {
    const offset = pair.key.range?.[0] ?? 0;
    if (!isScalar(pair.key) || pair.key.value === null || pair.key.anchor) {
      walker.fault(path, offset, 'a key has to be plain text', 'Write `key: value`.');
      continue;
    }
    const key = String(pair.key.value);
    const keyPath = [...path, key];
    if (key === '__proto__') {
      walker.fault(keyPath, offset, '`__proto__` cannot be a key', 'Choose another name.');
    } else if (seen.has(key)) {
      walker.fault(keyPath, offset, 'the key is there twice', 'Keep one of the two; join their values.');
    } else {
      seen.add(key);
      walker.place(keyPath, offset);
      const value = plainValue(pair.value, keyPath, walker);
      if (value === null) walker.empty(keyPath, offset);
      else plain[key] = value;
    }
  }
  return plain;
}
