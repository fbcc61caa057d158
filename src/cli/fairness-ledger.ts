import { z } from 'zod';
import type { ReadProblem } from '../core/meeting/reading.ts';
import type { CliDeps } from './cli-deps.ts';
import { quoted } from './fairness-entries.ts';
import { readText, type TextFile } from './read-text.ts';

/** What people carry, or why the file cannot be used: a wrong number would change who is relieved. */
export type LedgerFile =
  | {
      readonly ok: true;
      readonly carried: ReadonlyMap<string, number>;
      readonly notes: readonly ReadProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** A number for each of 200 people takes far less. */
const mostBytes = 1_000_000;
/** Sums of a ledger and a burden stay exact far beyond it. */
const mostCarried = 1_000_000_000_000;
const remedy = 'write {"NAME": point-minutes, …}, for example {"Ann": 240, "Ben": 0}';
const mostTold = 10;

const amount = z.number().int().min(0).max(mostCarried);

/**
 * Reads a ledger, `{"NAME": integer}`. Names that are not among `people` are left out and noted; people without an
 * entry carry nothing.
 */
export async function readLedger(
  deps: CliDeps,
  path: string,
  people: readonly string[],
): Promise<LedgerFile> {
  const text = await readLedgerText(deps, path);
  if (!text.ok) return { ok: false, problems: [text.problem] };
  const value = parseJson(text.text);
  if (value === undefined) return refuse([{ place: path, what: 'it is not JSON', remedy }]);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse([{ place: path, what: 'it is not an object with a number for each name', remedy }]);
  // Entries and not the object itself: a name may be `__proto__`.
  const entries = Object.entries(value).map(([name, each]) => ({ name, parsed: amount.safeParse(each) }));
  const wrong = entries.filter(({ parsed }) => !parsed.success);
  if (wrong.length > 0) return refuse(wrong.slice(0, mostTold).map(({ name }) => wrongAmount(path, name)));
  const known = new Set(people);
  const strangers = entries.filter(({ name }) => !known.has(name));
  return {
    ok: true,
    carried: new Map(
      entries.flatMap(({ name, parsed }) => (known.has(name) && parsed.success ? [[name, parsed.data]] : [])),
    ),
    notes: strangers.map(({ name }) => ({
      place: `${path}: ${quoted(name)}`,
      what: 'this name is not among the people and is left out',
      remedy: 'write it as in --people, if it is one of them',
    })),
  };
}

function wrongAmount(path: string, name: string): ReadProblem {
  return {
    place: `${path}: ${quoted(name)}`,
    what: `this is not a whole number from 0 to ${mostCarried}`,
    remedy,
  };
}

function refuse(problems: readonly ReadProblem[]): LedgerFile {
  return { ok: false, problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

async function readLedgerText(deps: CliDeps, path: string): Promise<TextFile> {
  const open = async () => (path === '-' ? deps.stdin() : (await deps.openFile(path)).chunks);
  const file = await readText(open, path, mostBytes);
  if (!file.ok) {
    const { problem } = file;
    return { ok: false, problem: { ...problem, remedy: `${problem.remedy}, or leave --ledger out` } };
  }
  const what = `it is larger than ${mostBytes} bytes`;
  return file.isCut ? { ok: false, problem: { place: path, what, remedy } } : file;
}
