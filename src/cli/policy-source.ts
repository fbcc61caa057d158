import { policyFor } from '../config/policy/join-levels.ts';
import { loadDefaultPolicy } from '../config/policy/load-default.ts';
import { type ParsedPolicy, parsePolicy } from '../config/policy/parse-policy.ts';
import type { PolicyProblem } from '../config/policy/policy-problem.ts';
import type { PolicyDocument } from '../config/policy/policy-schema.ts';
import type { Policy } from '../core/meeting/policy.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { instantToLocal } from '../core/meeting/wall-time.ts';
import type { CliDeps } from './cli-deps.ts';
import { fileProblem } from './file-errors.ts';

/** A policy file, or why it cannot be used. */
export type PolicySource =
  | { readonly ok: true; readonly document: PolicyDocument; readonly notes: readonly PolicyProblem[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Far above what a policy may hold; beyond it a file is not read on, whatever it is. */
const mostBytes = 4_000_000;

/** Reads the policy that was named; null is the default policy. */
export async function readPolicy(deps: CliDeps, path: string | null): Promise<PolicySource> {
  if (path === null) return { ok: true, document: loadDefaultPolicy(), notes: [] };
  const text = await readText(deps, path);
  if (!text.ok) return { ok: false, problems: [text.problem] };
  return parsedAs(parsePolicy(text.text, path));
}

/** The policy of each person, worked out once; `nowMs` decides whether a pilot has begun or a pause has ended. */
export function policyByPerson(
  document: PolicyDocument,
  nowMs: number,
  zone: string | null,
): (email: string | null) => Policy {
  const known = new Map<string | null, Policy>();
  return (email) => {
    const before = known.get(email);
    if (before) return before;
    const undated = policyFor(document, { email });
    const today = instantToLocal(nowMs, zone ?? undated.zone ?? 'UTC').date;
    const policy = policyFor(document, { email, today });
    known.set(email, policy);
    return policy;
  };
}

function parsedAs(parsed: ParsedPolicy): PolicySource {
  if (parsed.ok) return parsed;
  return {
    ok: false,
    problems: parsed.problems.map(({ place, key, what, remedy }) => ({
      place,
      what: key === '' ? what : `${key}: ${what}`,
      remedy,
    })),
  };
}

type TextFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: ReadProblem };

async function readText(deps: CliDeps, path: string): Promise<TextFile> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    const file = await deps.openFile(path);
    for await (const chunk of file.chunks) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) break;
    }
  } catch (error) {
    const problem = fileProblem(error, path);
    if (!problem) throw error;
    return { ok: false, problem };
  }
  return { ok: true, text: Buffer.concat(chunks).toString('utf8') };
}
