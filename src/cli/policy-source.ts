import { policyFor } from '../config/policy/join-levels.ts';
import { loadDefaultPolicy } from '../config/policy/load-default.ts';
import { parsePolicy } from '../config/policy/parse-policy.ts';
import type { PolicyProblem } from '../config/policy/policy-problem.ts';
import type { PolicyDocument } from '../config/policy/policy-schema.ts';
import type { Policy } from '../core/meeting/policy.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { instantToLocal } from '../core/meeting/wall-time.ts';
import { zoneAt } from '../core/meeting/zone-at.ts';
import type { CliDeps } from './cli-deps.ts';
import { holidayDates, holidaysOfPolicy, type PolicyHolidays } from './policy-holidays.ts';
import { readText } from './read-text.ts';

/** A policy file, or why it cannot be used. */
export type PolicySource =
  | (ReadPolicy & { readonly ok: true; readonly notes: readonly ReadProblem[] })
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** A policy with the public holidays of the regions that it names. */
export interface ReadPolicy {
  readonly document: PolicyDocument;
  readonly holidays: PolicyHolidays;
}

/** Far above what a policy may hold; beyond it a file is not read on, whatever it is. */
const mostBytes = 4_000_000;

/** Reads the policy that was named; null is the default policy. */
export async function readPolicy(deps: CliDeps, path: string | null): Promise<PolicySource> {
  if (path === null) return withHolidays(loadDefaultPolicy(), [], 'the default policy');
  const text = await readText(async () => (await deps.openFile(path)).chunks, path, mostBytes);
  if (!text.ok) return { ok: false, problems: [text.problem] };
  const parsed = parsePolicy(text.text, path);
  return parsed.ok ? withHolidays(parsed.document, parsed.notes, path) : refused(parsed.problems);
}

async function withHolidays(
  document: PolicyDocument,
  notes: readonly ReadProblem[],
  name: string,
): Promise<PolicySource> {
  const holidays = await holidaysOfPolicy(document, name);
  return { ok: true, document, holidays, notes: [...notes, ...holidays.notes] };
}

/**
 * The policy of each person, worked out once.
 *
 * @param nowMs decides whether a pilot has begun or a pause has ended, and which years of public holidays are judged
 * @param zone whose date today is; null is that of the person, where they are
 */
export function policyByPerson(
  { document, holidays }: ReadPolicy,
  nowMs: number,
  zone: string | null,
): (email: string | null) => Policy {
  const known = new Map<string | null, Policy>();
  const dates = holidayDates(holidays, nowMs);
  return (email) => {
    const before = known.get(email);
    if (before) return before;
    const undated = policyFor(document, { email });
    const today = instantToLocal(nowMs, zone ?? zoneAt(undated, nowMs) ?? 'UTC').date;
    const policy = policyFor(document, { email, today, holidays: dates });
    known.set(email, policy);
    return policy;
  };
}

function refused(problems: readonly PolicyProblem[]): PolicySource {
  return {
    ok: false,
    problems: problems.map(({ place, key, what, remedy }) => ({
      place,
      what: key === '' ? what : `${key}: ${what}`,
      remedy,
    })),
  };
}
