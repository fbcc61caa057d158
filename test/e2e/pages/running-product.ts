import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type CliDeps, noProgress, type TextOutput } from '../../../src/cli/cli-deps.ts';
import { runStart } from '../../../src/cli/start.ts';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import { freePort } from '../../faults/world/free-port.ts';

/** `start`, in this process: the whole product on the invented company. */
export interface RunningProduct {
  readonly origin: string;
  /** Writes a meeting as its organizer would, in both calendars. */
  readonly invite: (order: InviteOrder) => Promise<void>;
  /** The first address of the product in what people were sent that begins so, for example `/o/`. */
  readonly linkSent: (begin: string) => Promise<string>;
  /** The company's next free day that is not today or tomorrow: `2026-11-25`. */
  readonly wednesday: string;
  /** Has the document written that an offer proposes. @returns where the product shows it */
  readonly documentOf: (offer: string) => Promise<string>;
  /** Resolves when so many meetings were answered for somebody. */
  readonly untilAnswered: (address: string, count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface InviteOrder {
  readonly organizer: string;
  readonly attendees: readonly string[];
  readonly summary: string;
  readonly description: string;
  /** On the clock of the organizer: `2026-11-25T10:00`. */
  readonly start: string;
  readonly end: string;
}

const patienceMs = 60_000;
const pollMs = 200;

export async function startProduct(): Promise<RunningProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  const [port, google, microsoft, control] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const said = { text: '' };
  const interrupted = Promise.withResolvers<void>();
  const deps = depsOf(folder, said, interrupted.promise);
  const ended = runStart(deps, {
    ...{ port: String(port), portGoogle: String(google) },
    ...{ portMicrosoft: String(microsoft), portControl: String(control) },
  });
  const origin = `http://127.0.0.1:${port}`;
  const sandbox = `http://127.0.0.1:${control}`;
  await eventually(`${origin} answers`, async () => {
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    return answer?.ok ? true : null;
  }).catch((error) => Promise.reject(new Error(`${error.message}; it said: ${said.text}`)));
  return {
    origin,
    invite: (order) => invite(sandbox, order),
    linkSent: (begin) => eventually(`a link ${begin}`, () => linkSent(sandbox, `${origin}${begin}`)),
    wednesday: nextWednesday(deps.nowMs()),
    documentOf: (offer) => documentOf(offer),
    untilAnswered: async (address, count) => {
      await eventually(`${count} answers of ${address}`, async () => {
        const given = (await actsOf(sandbox)).filter(
          ({ kind, from }) => kind === 'answer' && from === address,
        );
        return new Set(given.map(({ uid }) => uid)).size >= count ? true : null;
      });
    },
    close: async () => {
      interrupted.resolve();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function depsOf(folder: string, said: { text: string }, interrupted: Promise<void>): CliDeps {
  const output: TextOutput = {
    write: async (text) => {
      said.text += text;
    },
    ...{ isTTY: false, columns: 80, colors: false },
  };
  return {
    stdin: () => (async function* () {})(),
    ...{ stdout: output, stderr: output },
    openFile: () => Promise.reject(new Error('start opens no file')),
    writeFile: () => Promise.reject(new Error('start writes no file by this')),
    environment: { DATA_FOLDER: folder },
    nowMs: officeClock(Date.now()),
    startProgress: () => noProgress,
    untilInterrupted: () => interrupted,
  };
}

const hourMs = 3_600_000;

/**
 * Time goes on from now where it is working time in Lyon and Warsaw, else from the next morning of a working day: mails
 * to owners wait for these.
 */
function officeClock(nowMs: number): () => number {
  let beginMs = nowMs;
  while (!isOfficeHour(new Date(beginMs))) beginMs = Math.ceil((beginMs + 1) / hourMs) * hourMs;
  return () => Date.now() + beginMs - nowMs;
}

/** Some time is left before offices close, summer or winter. */
function isOfficeHour(date: Date): boolean {
  const [day, hour] = [date.getUTCDay(), date.getUTCHours()];
  return day >= 1 && day <= 5 && hour >= 8 && hour < 13;
}

function nextWednesday(nowMs: number): string {
  const date = new Date(nowMs + 48 * hourMs);
  while (date.getUTCDay() !== 3) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

async function documentOf(offer: string): Promise<string> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const pressed = await fetch(`${offer}/write`, { method: 'POST', headers, redirect: 'manual' });
  if (pressed.status >= 400) throw new Error(`the document was refused: ${pressed.status}`);
  return await eventually('the document', async () => {
    const shown = await (await fetch(offer)).text();
    return /href="(\/sandbox\/documents\?[^"]+)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? null;
  });
}

async function invite(sandbox: string, order: InviteOrder): Promise<void> {
  const answer = await fetch(`${sandbox}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw new Error(`the sandbox refused the invite: ${await answer.text()}`);
}

type Act = Pick<VisibleAct, 'kind' | 'from' | 'uid' | 'comment'>;

async function actsOf(sandbox: string): Promise<readonly Act[]> {
  return await (await fetch(`${sandbox}/acts`)).json();
}

async function linkSent(sandbox: string, begin: string): Promise<string | null> {
  for (const { comment } of await actsOf(sandbox)) {
    const at = comment?.indexOf(begin) ?? -1;
    if (comment && at >= 0) return /^[\w:/.-]+/.exec(comment.slice(at))?.[0] ?? null;
  }
  return null;
}

async function eventually<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  for (const untilMs = performance.now() + patienceMs; performance.now() < untilMs; ) {
    const found = await look();
    if (found !== null) return found;
    await delay(pollMs);
  }
  throw new Error(`${what}: it did not come`);
}
