import { readFileSync } from 'node:fs';
import { parsePolicy } from './parse-policy.ts';
import type { PolicyDocument } from './policy-schema.ts';

/** The text of the default policy, which explains every key; a starting point for one's own. */
export function defaultPolicyText(): string {
  return readFileSync(new URL('./default.yaml', import.meta.url), 'utf8');
}

let parsedOnce: PolicyDocument | null = null;

/** The default policy, read from `default.yaml` beside this file on first use. Throws where that file is broken. */
export function loadDefaultPolicy(): PolicyDocument {
  if (parsedOnce) return parsedOnce;
  const parsed = parsePolicy(defaultPolicyText(), 'default.yaml');
  if (!parsed.ok) throw new Error(`the default policy is broken: ${JSON.stringify(parsed.problems[0])}`);
  parsedOnce = parsed.document;
  return parsedOnce;
}
