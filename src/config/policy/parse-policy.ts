import { checkDocument, repeatedPeople } from './check-document.ts';
import { describeIssue, mostFindings } from './describe-issue.ts';
import { policyJsonSchema } from './json-schema.ts';
import { type Finding, keyText, type PolicyProblem, withoutControls } from './policy-problem.ts';
import { type PolicyDocument, policySchema } from './policy-schema.ts';
import { type Position, readYaml, type SourceFault, type YamlSource } from './yaml-source.ts';

export type ParsedPolicy =
  | { readonly ok: true; readonly document: PolicyDocument; readonly notes: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Characters of text that are read at all: a policy of several thousand people fits. */
const longestPolicy = 500_000;

/**
 * Reads a policy file, YAML or JSON. Nothing in the text makes this throw: all mistakes (at most 500) are returned
 * at once, by line.
 *
 * @param text content of the file
 * @param name what to call the file in messages, for example `policy.yaml`
 * @returns the document, with notes about what was understood but looks unintended; or every problem found
 */
export function parsePolicy(text: string, name: string): ParsedPolicy {
  if (text.length > longestPolicy) return refusedWhole(name, tooLong(text.length));
  try {
    return parseShort(text, name);
  } catch (error) {
    // The stack ends in text that is nested thousands deep, or holds a hundred thousand mistakes.
    if (!(error instanceof RangeError)) throw error;
    return refusedWhole(name, unreadable);
  }
}

function parseShort(text: string, name: string): ParsedPolicy {
  const source = readYaml(text);
  const located = (finding: Finding) => problemAt(name, finding, source.positionOf(finding.path));
  const faults = source.faults.map((fault) => problemAt(name, fault, fault.position));
  // An empty file is a policy that states nothing.
  const parsed = policySchema.safeParse(source.value ?? {});
  const refused = parsed.success ? [] : refusals(parsed.error.issues, source);
  const references = parsed.success ? checkDocument(parsed.data) : [];
  const problems = [...faults, ...[...refused, ...repeatedPeople(source.value), ...references].map(located)];
  if (!parsed.success || problems.length > 0)
    return { ok: false, problems: problems.toSorted(byPlace).slice(0, mostFindings) };
  return {
    ok: true,
    document: parsed.data,
    notes: notes(source).map((note) => problemAt(name, note, note.position)),
  };
}

function refusals(issues: Parameters<typeof describeIssue>[0][], source: YamlSource): readonly Finding[] {
  const schema = policyJsonSchema();
  const unread = new Set(source.faults.map((fault) => keyText(fault.path)));
  // What could not be read as YAML has been said once; that it is missing needs no second message.
  return issues
    .slice(0, mostFindings)
    .flatMap((issue) => describeIssue(issue, source.value, schema))
    .filter((finding) => finding.path.length === 0 || !unread.has(keyText(finding.path)));
}

function notes(source: YamlSource): readonly SourceFault[] {
  if (source.value !== null) return source.empty;
  const remedy = 'Copy the default policy and change it.';
  return [
    {
      path: [],
      position: { line: 1, column: 1 },
      what: 'the file states nothing: the defaults hold',
      remedy,
    },
  ];
}

function tooLong(length: number): Finding {
  const what = `the file has ${length} characters, and at most ${longestPolicy} are read`;
  return { path: [], what, remedy: 'Check that this is the policy file.' };
}

const unreadable: Finding = {
  path: [],
  what: 'the file is nested too deeply, or has too many mistakes to list',
  remedy: 'Start from the default policy, which is at most six levels deep.',
};

function refusedWhole(name: string, finding: Finding): ParsedPolicy {
  return { ok: false, problems: [problemAt(name, finding, { line: 1, column: 1 })] };
}

function problemAt(name: string, finding: Finding, { line, column }: Position): PolicyProblem {
  const { what, remedy } = finding;
  const place = `${withoutControls(name)}:${line}:${column}`;
  return { place, line, column, key: keyText(finding.path), what, remedy: withoutControls(remedy) };
}

function byPlace(a: PolicyProblem, b: PolicyProblem): number {
  return a.line - b.line || a.column - b.column;
}
