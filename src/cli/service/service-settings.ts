import { readFileSync } from 'node:fs';
import { parsePolicy } from '../../config/policy/parse-policy.ts';
import { type Environment, readSettings } from '../../config/settings/read-settings.ts';
import type { SettingValues } from '../../config/settings/settings-table.ts';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import { fileProblem } from '../file-errors.ts';
import { readServiceAccount, type ServiceAccount } from './calendar-providers.ts';

/** Settings with the files that they name. */
export type ServiceSettings = SettingValues & {
  readonly serviceAccount: ServiceAccount | null;
  /** Text of POLICY_FILE, checked; null where none is named. */
  readonly policyText: string | null;
  /** What no log may show. */
  readonly secrets: readonly string[];
};

export type LoadedSettings =
  | { readonly ok: true; readonly settings: ServiceSettings }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Reads the settings and the files that they name; everything that is wrong is said at once. */
export function loadSettings(environment: Environment): LoadedSettings {
  const read = readSettings(environment, readText);
  if (!read.ok) return read;
  const { values } = read;
  const account =
    values.GOOGLE_SERVICE_ACCOUNT === null
      ? null
      : readServiceAccount(values.GOOGLE_SERVICE_ACCOUNT, readText);
  const policy = values.POLICY_FILE === null ? null : readPolicyText(values.POLICY_FILE);
  const problems = [
    ...(account?.ok === false ? [account.problem] : []),
    ...(policy?.ok === false ? policy.problems : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const serviceAccount = account?.ok ? account.account : null;
  return {
    ok: true,
    settings: {
      ...values,
      serviceAccount,
      policyText: policy?.ok ? policy.text : null,
      secrets: [...read.secrets, ...(serviceAccount ? [serviceAccount.privateKey] : [])],
    },
  };
}

/** The text of a policy file, if it can be used. */
function readPolicyText(
  file: string,
):
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] } {
  try {
    const text = readText(file);
    const parsed = parsePolicy(text, file);
    if (parsed.ok) return { ok: true, text };
    const problems = parsed.problems.map(({ place, key, what, remedy }) => ({
      place,
      what: key === '' ? what : `${key}: ${what}`,
      remedy,
    }));
    return { ok: false, problems };
  } catch (error) {
    const problem = fileProblem(error, `POLICY_FILE: ${file}`);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] };
  }
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
