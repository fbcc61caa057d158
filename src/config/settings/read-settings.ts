import { isLoopback } from '../../app/access/loopback.ts';
import type { ReadProblem } from '../../core/meeting/reading.ts';
import { type SettingName, type SettingValues, settingsTable } from './settings-table.ts';

/** Names and texts, as the environment has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

export type ReadSettings =
  | { readonly ok: true; readonly values: SettingValues; readonly secrets: readonly string[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Reads a small file; throws the system's error. */
export type ReadFile = (path: string) => string;

/**
 * Reads all settings, and says everything that is wrong with them at once.
 * A secret that is stated but empty is refused: it would be taken for one that nobody set, or worse, for a match.
 *
 * @returns the values, and the secrets among them so that a log can leave them out
 */
export function readSettings(environment: Environment, readFile: ReadFile): ReadSettings {
  const problems: ReadProblem[] = [];
  const secrets: string[] = [];
  const values = Object.fromEntries(
    settingNames.map((name) => {
      const stated = statedText(name, environment, readFile);
      if (stated.problem) problems.push(stated.problem);
      if (stated.text !== null && settingsTable[name].secret) secrets.push(stated.text);
      const written = stated.text ?? settingsTable[name].standard;
      if (written === null) return [name, null];
      const parsed = settingsTable[name].schema.safeParse(written);
      if (!parsed.success) problems.push(wrong(name, parsed.error.issues[0]?.message ?? 'cannot be read'));
      return [name, parsed.data];
    }),
  ) as unknown as SettingValues;
  problems.push(...unknownNames(environment), ...(problems.length === 0 ? contradictions(values) : []));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values, secrets };
}

const settingNames = Object.keys(settingsTable) as readonly SettingName[];
const page = 'docs/settings.md says what it takes';

function statedText(
  name: SettingName,
  environment: Environment,
  readFile: ReadFile,
): { readonly text: string | null; readonly problem?: ReadProblem } {
  const { secret } = settingsTable[name];
  const direct = environment[name];
  const file = secret ? environment[`${name}_FILE`] : undefined;
  if (direct !== undefined && file !== undefined) {
    const what = `it is stated here and in ${name}_FILE`;
    return { text: null, problem: { place: name, what, remedy: 'state it once' } };
  }
  if (file !== undefined) {
    try {
      return refuseEmpty(`${name}_FILE`, readFile(file).trim());
    } catch (error) {
      const what = `its file cannot be read (${codeOf(error)})`;
      const remedy = 'check the path and its permissions';
      return { text: null, problem: { place: `${name}_FILE`, what, remedy } };
    }
  }
  if (direct === undefined || (direct.trim() === '' && !secret)) return { text: null };
  return secret ? refuseEmpty(name, direct.trim()) : { text: direct.trim() };
}

function refuseEmpty(place: string, text: string): { text: string | null; problem?: ReadProblem } {
  if (text !== '') return { text };
  const remedy = 'write the secret, or leave the setting out altogether';
  return { text: null, problem: { place, what: 'it is empty', remedy } };
}

/** Never with the text that stands there: it may be a secret in the wrong place. */
function wrong(name: SettingName, what: string): ReadProblem {
  const { example } = settingsTable[name];
  return { place: name, what: `what stands there ${what}`, remedy: `write for example ${example}; ${page}` };
}

/** `NAME_FILE` of something that is no secret is a mistake that would go unnoticed. */
function unknownNames(environment: Environment): readonly ReadProblem[] {
  return settingNames
    .filter((name) => !settingsTable[name].secret && environment[`${name}_FILE`] !== undefined)
    .map((name) => ({
      place: `${name}_FILE`,
      what: 'only secrets are read from a file',
      remedy: `state ${name}`,
    }));
}

function contradictions(values: SettingValues): readonly ReadProblem[] {
  const problems: ReadProblem[] = [];
  const together = (first: SettingName, second: SettingName) => {
    const [has, lacks] = values[first] === null ? [second, first] : [first, second];
    if ((values[first] === null) === (values[second] === null)) return;
    problems.push({
      place: lacks,
      what: `it is missing beside ${has}`,
      remedy: `state both or none; ${page}`,
    });
  };
  together('GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET');
  together('MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET');
  together('SIGN_IN_ISSUER', 'SIGN_IN_CLIENT_ID');
  together('SIGN_IN_CLIENT_ID', 'SIGN_IN_CLIENT_SECRET');
  if (values.SIGN_IN_ISSUER !== null && values.BASE_URL === null) {
    problems.push({
      place: 'BASE_URL',
      what: 'it is missing beside SIGN_IN_ISSUER, which sends people back to it',
      remedy: 'state the address under which people open the pages',
    });
  }
  if (values.SIGN_IN_ISSUER !== null && isUnencrypted(values.BASE_URL)) {
    problems.push({
      place: 'BASE_URL',
      what: 'it begins with http: beside SIGN_IN_ISSUER, and who is signed in could be overheard on the network',
      remedy: 'put a proxy with TLS in front and state its https address',
    });
  }
  if (values.DATABASE_URL !== null && values.ENCRYPTION_KEYS === null) {
    problems.push({
      place: 'ENCRYPTION_KEYS',
      what: 'it is missing beside DATABASE_URL, and all processes of one database need the same keys',
      remedy: 'make one with: echo "k1:$(openssl rand -base64 32)"',
    });
  }
  return problems;
}

/** The cookie of a session would cross a network readable; on this machine itself it crosses none. */
function isUnencrypted(baseUrl: string | null): boolean {
  const url = baseUrl === null ? null : URL.parse(baseUrl);
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
