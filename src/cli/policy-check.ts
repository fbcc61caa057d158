import { explainPolicy } from '../config/policy/explain-policy.ts';
import { instantToLocal } from '../core/meeting/wall-time.ts';
import { displayText } from '../front/plain-text.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { jsonText } from './json-text.ts';
import { sayNotes, sayRefused } from './messages.ts';
import { nextHolidays } from './policy-holidays.ts';
import { type ReadPolicy, readPolicy } from './policy-source.ts';

export interface PolicyCheckArguments {
  readonly json?: boolean;
}

/** Sentences of a policy are short; a list of a thousand people may make one long. */
const longestSentence = 2_000;

/**
 * `policy check`: what a policy means, in sentences, or everything that is wrong with it.
 *
 * @param path null is the default policy
 * @returns 2 where the policy cannot be used
 */
export async function runPolicyCheck(
  deps: CliDeps,
  path: string | null,
  given: PolicyCheckArguments,
): Promise<ExitStatus> {
  const policy = await readPolicy(deps, path);
  const sentences = policy.ok ? sentencesOf(policy, deps.nowMs()) : [];
  const problems = policy.ok ? [] : policy.problems;
  const notes = policy.ok ? policy.notes : [];
  if (given.json) {
    const json = { ok: policy.ok, sentences, notes: notes.map(published), problems: problems.map(published) };
    await deps.stdout.write(`${jsonText(json)}\n`);
  } else if (policy.ok) {
    const title = path === null ? 'The default policy says:' : `${displayText(path, 200)} is valid. It says:`;
    const lines = sentences.map((sentence) => `- ${displayText(sentence, longestSentence)}`);
    await deps.stdout.write(`${[title, ...lines].join('\n')}\n`);
  }
  await sayNotes(deps, notes);
  await sayRefused(deps, problems);
  return policy.ok ? exitStatus.ok : exitStatus.refused;
}

/** What the policy means, and which public holidays come next; today is that of UTC, as a policy has many zones. */
function sentencesOf({ document, holidays }: ReadPolicy, nowMs: number): readonly string[] {
  return [...explainPolicy(document), ...nextHolidays(holidays, instantToLocal(nowMs, 'UTC').date)];
}

function published({ place, what, remedy }: { place: string; what: string; remedy: string }) {
  return { place, what, remedy };
}
