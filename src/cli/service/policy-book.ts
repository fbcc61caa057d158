import type { PolicyBook } from '../../app/ports/surroundings.ts';
import { loadDefaultPolicy } from '../../config/policy/load-default.ts';
import { parsePolicy } from '../../config/policy/parse-policy.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { holidaysOfPolicy } from '../policy-holidays.ts';
import { policyByPerson, type ReadPolicy } from '../policy-source.ts';

/** Zones change their date on a quarter of an hour at the latest (Nepal, +05:45), and a policy holds by date. */
const sameMs = 15 * 60_000;
/** One for each organization; beyond that the oldest is read again. */
const mostTexts = 200;

interface Kept {
  readonly read: Promise<ReadPolicy>;
  quarter: number;
  byPerson: ((email: string) => Policy) | null;
}

/** Reads each policy once and works each person out once in a quarter of an hour. */
export function createPolicyBook(): PolicyBook {
  const kept = new Map<string | null, Kept>();
  return {
    policyOf: async (text, email, nowMs) => {
      const policy = kept.get(text) ?? keep(kept, text);
      const read = await policy.read;
      const quarter = Math.floor(nowMs / sameMs);
      if (policy.byPerson === null || policy.quarter !== quarter) {
        policy.quarter = quarter;
        policy.byPerson = policyByPerson(read, quarter * sameMs, null);
      }
      return policy.byPerson(email);
    },
  };
}

function keep(kept: Map<string | null, Kept>, text: string | null): Kept {
  const oldest = kept.keys().next();
  if (kept.size >= mostTexts && !oldest.done) kept.delete(oldest.value);
  const policy: Kept = { read: readText(text), quarter: 0, byPerson: null };
  kept.set(text, policy);
  // What failed once (holiday data could not be loaded) is tried anew.
  policy.read.catch(() => kept.delete(text));
  return policy;
}

async function readText(text: string | null): Promise<ReadPolicy> {
  const document = text === null ? loadDefaultPolicy() : parse(text);
  return { document, holidays: await holidaysOfPolicy(document, 'the policy') };
}

/** Policies are checked before they are stored, so this one was changed in the database. */
function parse(text: string) {
  const parsed = parsePolicy(text, 'stored policy');
  if (parsed.ok) return parsed.document;
  const [first] = parsed.problems;
  throw new Error(`the stored policy cannot be read: ${first?.place} ${first?.key}: ${first?.what}`);
}
