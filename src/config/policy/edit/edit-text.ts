import { type Document, isMap, parseDocument, YAMLMap } from 'yaml';
import type { ChangedPolicy, PolicyTextProblem } from '../../../app/ports/policy-desk.ts';
import { loadDefaultPolicy } from '../load-default.ts';
import { parsePolicy } from '../parse-policy.ts';
import type { PolicyProblem } from '../policy-problem.ts';
import type { PolicyDocument } from '../policy-schema.ts';
import { readYaml } from '../yaml-source.ts';
import { keepLines } from './keep-lines.ts';

/**
 * What a policy begins with that nobody wrote yet. It states nothing: a copy of the default policy would bind the
 * levels below with every default.
 */
const firstLine = '# What this policy does not state comes from the default policy.\n';

/** Changes the tree of a text in place, which states `stated`; or says why it cannot. */
type Edit = (tree: Tree, stated: PolicyDocument) => PolicyTextProblem | null;

interface Tree {
  readonly root: YAMLMap;
  readonly document: Document;
}

/**
 * Applies a change to a text and checks the outcome as a whole. Comments, order and quotes of the rest stay; JSON stays
 * JSON. A text that cannot be read is refused with its own problems.
 *
 * @param text null where nobody wrote one
 */
export function editText(text: string | null, edit: Edit): ChangedPolicy {
  const before = text ?? firstLine;
  const readable = parsePolicy(before, 'policy');
  if (!readable.ok) return { ok: false, problems: readable.problems.map(textProblem) };
  const document: Document = parseDocument(before, { uniqueKeys: false, schema: 'core' });
  const root: YAMLMap = isMap(document.contents) ? document.contents : new YAMLMap();
  const unchanged = written(document, before);
  const refused = edit({ root, document }, readable.document);
  if (refused) return { ok: false, problems: [refused] };
  if (isMap(document.contents) || root.items.length > 0) document.contents = root;
  const after = written(document, before);
  if (after === unchanged) return { ok: true, text: before };
  return checked(isJson(before) ? after : withOldLines(before, after));
}

function checked(text: string): ChangedPolicy {
  const parsed = parsePolicy(text, 'policy');
  return parsed.ok ? { ok: true, text } : { ok: false, problems: parsed.problems.map(textProblem) };
}

function written(document: Document, before: string): string {
  const { contents } = document;
  if (isJson(before)) return `${JSON.stringify(contents?.toJS(document) ?? {}, null, 2)}\n`;
  if (isMap(contents) && contents.items.length === 0) return onlyComments(document, contents);
  return document.toString({
    lineWidth: 0,
    indent: indentOf(before),
    flowCollectionPadding: before.includes('[ '),
  });
}

/** A text that lost its last key keeps its comments, which the library would put into braces. */
function onlyComments(document: Document, { commentBefore, comment }: YAMLMap): string {
  const left = [document.commentBefore, commentBefore, comment, document.comment];
  const lines = left.flatMap((part) => (part ? part.split('\n') : []));
  return `${lines.map((line) => (line === '' ? '' : `#${line}`)).join('\n')}\n`;
}

/** The old layout where it means the same. */
function withOldLines(before: string, after: string): string {
  const kept = keepLines(before, after);
  const meaning = (text: string) => {
    const { faults, value } = readYaml(text);
    return JSON.stringify([faults, value]);
  };
  return meaning(kept) === meaning(after) ? kept : after;
}

function indentOf(text: string): number {
  const indented = text.split('\n').find((line) => /^ +[^ #]/.test(line));
  return Math.min(Math.max(indented?.search(/[^ ]/) ?? 2, 1), 8);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A stored text as it was read. Throws where it cannot be: texts are checked before they are stored. */
export function readText(text: string | null): PolicyDocument {
  if (text === null) return loadDefaultPolicy();
  const parsed = parsePolicy(text, 'policy');
  if (parsed.ok) return parsed.document;
  const [first] = parsed.problems;
  throw new Error(`the policy cannot be read: ${first?.place} ${first?.key}: ${first?.what}`);
}

/** A problem as pages show it. */
export function textProblem({ line, column, key, what, remedy }: PolicyProblem): PolicyTextProblem {
  return { place: `${line}:${column}`, key, what, remedy };
}
