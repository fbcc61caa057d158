import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Command, CommanderError } from 'commander';
import { type CliDeps, noProgress } from '../../src/cli/cli-deps.ts';
import { createProgram } from '../../src/cli/program.ts';
import { startText } from '../../src/cli/view/start-text.ts';
import { inboxPage } from '../../src/front/app/cases/inbox-page.tsx';
import { createClock } from '../../src/sandbox/clock.ts';
import { frameWith } from '../front/app/frames.ts';

const silent = { write: async () => {}, isTTY: false, columns: 80, colors: false };
const deps: CliDeps = {
  ...{ stdin: () => emptyInput(), stdout: silent, stderr: silent, environment: {}, nowMs: () => 0 },
  openFile: async (path) => Promise.reject(new Error(path)),
  writeFile: async () => {},
  startProgress: () => noProgress,
  untilInterrupted: async () => {},
};

async function* emptyInput(): AsyncGenerator<Uint8Array> {}

/** What the program says against a command line; null where it would run it. Nothing runs. */
async function refusalOf(line: string): Promise<string | null> {
  const program = createProgram(deps, () => {});
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
    if (command.commands.length === 0) command.action(() => {});
  }
  try {
    await program.parseAsync(wordsOf(line), { from: 'user' });
    return null;
  } catch (error) {
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}

const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** Words of a line for a shell, without its comment; `…` stands for what somebody has to name. */
function wordsOf(line: string): string[] {
  return line
    .replace(/#.*$/, '')
    .replaceAll('…', 'ann@acme.example')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Lines that begin as one types them. */
function typedLines(text: string): readonly string[] {
  return [...text.matchAll(/^ *npx meeting-gatekeeper (.+)$/gm)].map(([, line = '']) => line);
}

const names = new Set(createProgram(deps, () => {}).commands.map((command) => command.name()));

/** Commands in the text of a page: in backquotes, and with more than the bare name, which is no line to type. */
function namedLines(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code.replace(/^npx meeting-gatekeeper /, ''))
    .filter((code) => names.has(code.split(' ')[0] ?? '') && code.includes(' '));
}

describe('every command that is printed', () => {
  const operations = readFileSync('docs/operations.md', 'utf8');
  const notConnected = inboxPage({ kind: 'not-connected', address: 'ada@kiln.example' }, frameWith(), 'v');
  const onPage = typedLines(notConnected.replace(/<[^>]+>/g, '\n'));

  it.each([
    ...[...typedLines(operations), ...namedLines(operations)].map((line) => ['operations.md', line] as const),
    ...typedLines(readFileSync('README.md', 'utf8')).map((line) => ['README.md', line] as const),
    ...onPage.map((line) => ['the page of somebody without a mailbox', line] as const),
  ])('by %s is one that the program takes: %s', async (_, line) => {
    expect(await refusalOf(line)).toBeNull();
  });

  it('by the start is one that the program takes', async () => {
    const origin = 'http://127.0.0.1:4010';
    const sandbox = { google: { origin }, microsoft: { origin }, control: { origin } };
    const lines = typedLines(
      startText(
        { ...sandbox, parts: { clock: createClock(() => Date.parse('2026-11-20T12:00:00Z'), null) } },
        origin,
        0,
        silent,
      ),
    );
    expect(lines).toHaveLength(1);
    for (const line of lines) expect(await refusalOf(line)).toBeNull();
  });

  it('was looked for where there are some, and one that does not exist is found', async () => {
    expect(onPage).toHaveLength(2);
    expect(namedLines(operations).length).toBeGreaterThan(8);
    expect(await refusalOf('connect ada@kiln.example')).toMatch(/unknown command/);
    expect(await refusalOf('brake stop --now')).toMatch(/unknown option/);
  });
});
