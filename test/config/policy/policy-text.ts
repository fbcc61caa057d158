import { parsePolicy } from '../../../src/config/policy/parse-policy.ts';
import type { PolicyDocument } from '../../../src/config/policy/policy-schema.ts';

/** The document of a policy text that has no mistakes; throws with the mistakes of one that has. */
export function documentOf(text: string): PolicyDocument {
  const parsed = parsePolicy(text, 'test.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.document;
}
