import type { JudgeOptions } from '../app/triage.ts';
import type { Role } from '../core/gate/verdict.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import type { CliDeps } from './cli-deps.ts';
import { hasOffset, type OptionValue, parseMe, parseNow, parseZone } from './option-values.ts';
import { policyByPerson, readPolicy } from './policy-source.ts';

/** Options that all commands with judgements share, as they stand on the command line. */
export interface JudgingArguments {
  readonly me?: string;
  readonly as?: Role;
  readonly now?: string;
  readonly zone?: string;
  readonly policy?: string;
}

/** How to judge, or everything that is wrong with the options. */
export type Judging =
  | { readonly ok: true; readonly options: JudgeOptions; readonly notes: readonly ReadProblem[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Checks the shared options, all at once, and reads the policy. */
export async function prepareJudging(deps: CliDeps, given: JudgingArguments): Promise<Judging> {
  const me = optional(given.me, parseMe);
  const zone = optional(given.zone, parseZone);
  const readZone = (zone.ok && zone.value) || 'UTC';
  const now = optional(given.now, (text) => parseNow(text, readZone));
  const policy = await readPolicy(deps, given.policy ?? null);
  if (!me.ok || !zone.ok || !now.ok || !policy.ok) {
    const wrong = [me, zone, now].flatMap((value) => (value.ok ? [] : [value.problem]));
    return { ok: false, problems: [...wrong, ...(policy.ok ? [] : policy.problems)] };
  }
  return {
    ok: true,
    options: {
      policyOf: policyByPerson(policy, now.value ?? deps.nowMs(), zone.value),
      me: me.value,
      role: given.as ?? null,
      nowMs: now.value,
      zone: zone.value,
    },
    notes: [
      ...policy.notes,
      ...(given.now === undefined || hasOffset(given.now) ? [] : [nowNote(given.now, readZone)]),
    ],
  };
}

function optional<Value>(
  text: string | undefined,
  parse: (text: string) => OptionValue<Value>,
): OptionValue<Value | null> {
  return text === undefined ? { ok: true, value: null } : parse(text);
}

function nowNote(text: string, zone: string): ReadProblem {
  return {
    place: '--now',
    what: `${text} names no offset and is read in ${zone}`,
    remedy: 'add one, for example +02:00 or Z, or choose another zone with --zone',
  };
}
