import { open } from 'node:fs/promises';
import { type CliDeps, noProgress, type TextOutput } from '../../src/cli/cli-deps.ts';
import { runCli } from '../../src/cli/run-cli.ts';

/** What a test may say of its surroundings; everything else is fixed. */
export interface Surroundings {
  /** Files by name; what is not there is looked for on the disk. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly terminal?: { readonly columns: number; readonly colors?: boolean };
  readonly writeFile?: CliDeps['writeFile'];
  /** Settings; none by default. */
  readonly environment?: Readonly<Record<string, string>>;
  /** By default `fixedNowMs`. */
  readonly nowMs?: () => number;
  /** By default at once. */
  readonly untilInterrupted?: (said: { readonly out: string }) => Promise<void>;
}

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
}

/** 2026-11-20, a month in which nothing of the fixtures happens. */
const fixedNowMs = Date.parse('2026-11-20T12:00:00Z');

/** Runs one command with streams in memory. */
export async function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const { files = {}, stdin = '', terminal } = surroundings;
  const said = { out: '', err: '' };
  const written: Record<string, string> = {};
  const output = (key: keyof typeof said): TextOutput => ({
    write: async (text) => {
      said[key] += text;
    },
    isTTY: terminal !== undefined,
    columns: terminal?.columns ?? 80,
    colors: terminal?.colors ?? false,
  });
  const deps: CliDeps = {
    stdin: () => chunksOf(stdin),
    stdout: output('out'),
    stderr: output('err'),
    openFile: async (path) => {
      const text = files[path];
      if (text !== undefined) return { chunks: chunksOf(text), sizeBytes: text.length };
      const file = await open(path);
      return { chunks: file.createReadStream(), sizeBytes: (await file.stat()).size };
    },
    writeFile:
      surroundings.writeFile ??
      (async (path, text) => {
        written[path] = text;
      }),
    environment: surroundings.environment ?? {},
    nowMs: surroundings.nowMs ?? (() => fixedNowMs),
    startProgress: () => noProgress,
    untilInterrupted: async () => surroundings.untilInterrupted?.(said),
  };
  const status = await runCli(argv, deps);
  return { status, stdout: said.out, stderr: said.err, written };
}

/** In pieces of an odd size, as a pipe delivers them. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; at += 1021) yield bytes.subarray(at, at + 1021);
}

/** The objects that a command printed, one a line. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** A calendar file with these components. */
export function calendar(...components: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\r\n');
}

/** A half-hour meeting of sam and kim at 10:00 in Paris, unless `lines` says otherwise; they come last and win. */
export function event(uid: string, lines: Readonly<Record<string, string>> = {}): string {
  const properties: Record<string, string> = {
    UID: uid,
    DTSTAMP: '20260925T080000Z',
    DTSTART: '20261006T080000Z',
    DTEND: '20261006T083000Z',
    SUMMARY: 'Weekly status',
    ORGANIZER: 'mailto:kim@acme.example',
    'ATTENDEE;PARTSTAT=ACCEPTED': 'mailto:kim@acme.example',
    'ATTENDEE;PARTSTAT=NEEDS-ACTION': 'mailto:sam@acme.example',
    ...lines,
  };
  return [
    'BEGIN:VEVENT',
    ...Object.entries(properties).map(([name, value]) => `${name}:${value}`),
    'END:VEVENT',
  ].join('\r\n');
}
