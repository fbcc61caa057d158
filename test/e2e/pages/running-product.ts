import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import { startProcess } from '../../cli/built-main.ts';
import { buildOnce } from '../../support/build-once.ts';

/** `start`, as it is shipped: the whole product on the invented company. */
export interface RunningProduct {
  readonly origin: string;
  /** Writes a meeting as its organizer would, in both calendars. @returns its UID */
  readonly invite: (order: InviteOrder) => Promise<string>;
  /** The first address of the product, in what people were sent with answers to a meeting, that begins with `/o/`. */
  readonly offerOf: (uid: string) => Promise<string>;
  /** The first address that begins with `/c/` in a mail that names the meeting so. */
  readonly storyOf: (title: string) => Promise<string>;
  /** The company's next free day that is not today or tomorrow: `2026-11-25`. */
  readonly wednesday: string;
  /** Has the document written that an offer proposes. @returns where the product shows it */
  readonly documentOf: (offer: string) => Promise<string>;
  /** Resolves when somebody answered all of these meetings. */
  readonly untilAnswered: (address: string, uids: readonly string[]) => Promise<void>;
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

const patienceMs = 180_000;
const pollMs = 250;
const anyPort = ['--port', '0', '--port-google', '0', '--port-microsoft', '0', '--port-control', '0'];

export async function startProduct(): Promise<RunningProduct> {
  buildOnce();
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  const aheadMs = untilOfficeMs(Date.now());
  const product = startProcess(['start', ...anyPort], folder, { NODE_OPTIONS: clockAhead(aheadMs) });
  await product.until('Take it back');
  const addressOf = (line: RegExp) => line.exec(product.said.out)?.[1] ?? 'not said';
  const origin = addressOf(/Open (http\S+)/);
  const sandbox = addressOf(/The sandbox +(http\S+)/);
  const eventually = <T>(what: string, look: () => Promise<T | null>) =>
    untilFound(look).catch((error) => Promise.reject(new Error(`${what}: ${error}; ${product.said.err}`)));
  return {
    origin,
    invite: (order) => invite(sandbox, order),
    offerOf: (uid) =>
      eventually('an offer', async () => {
        const answers = await actsOf(sandbox, 'answer');
        return linkIn(
          answers.filter((act) => act.uid === uid),
          `${origin}/o/`,
        );
      }),
    storyOf: (title) =>
      eventually('a mail', async () => {
        const mails = await actsOf(sandbox, 'mail');
        return linkIn(
          mails.filter(({ comment }) => comment?.includes(title)),
          `${origin}/c/`,
        );
      }),
    wednesday: nextWednesday(Date.now() + aheadMs),
    documentOf: (offer) =>
      pressForDocument(offer).then(() => eventually('the document', () => documentIn(offer))),
    untilAnswered: async (address, uids) => {
      await eventually(`${uids.length} answers of ${address}`, async () => {
        const answers = await actsOf(sandbox, 'answer');
        const answered = new Set(answers.filter(({ from }) => from === address).map(({ uid }) => uid));
        return uids.every((uid) => answered.has(uid)) || null;
      });
    },
    close: async () => {
      product.child.kill('SIGKILL');
      await product.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const hourMs = 3_600_000;

/**
 * How far the next moment is that is working time in Lyon and Warsaw: mails to owners wait for these. Zero where it is
 * working time now.
 */
function untilOfficeMs(nowMs: number): number {
  let beginMs = nowMs;
  while (!isOfficeHour(new Date(beginMs))) beginMs = Math.ceil((beginMs + 1) / hourMs) * hourMs;
  return beginMs - nowMs;
}

/** Some time is left before offices close, summer or winter. */
function isOfficeHour(date: Date): boolean {
  const [day, hour] = [date.getUTCDay(), date.getUTCHours()];
  return day >= 1 && day <= 5 && hour >= 8 && hour < 13;
}

/** An option of Node by which a process believes that it is later. */
function clockAhead(ms: number): string {
  const script = `const { Date: RealDate } = globalThis;
globalThis.Date = class Date extends RealDate {
  constructor(...given) { super(...(given.length === 0 ? [Date.now()] : given)); }
  static now() { return RealDate.now() + ${ms}; }
};`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

function nextWednesday(nowMs: number): string {
  const date = new Date(nowMs + 48 * hourMs);
  while (date.getUTCDay() !== 3) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

async function pressForDocument(offer: string): Promise<void> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const pressed = await fetch(`${offer}/write`, { method: 'POST', headers, redirect: 'manual' });
  if (pressed.status >= 400) throw new Error(`the document was refused: ${pressed.status}`);
}

async function documentIn(offer: string): Promise<string | null> {
  const shown = await (await fetch(offer)).text();
  return /href="(\/sandbox\/documents\?[^"]+)"/.exec(shown)?.[1]?.replaceAll('&amp;', '&') ?? null;
}

async function invite(sandbox: string, order: InviteOrder): Promise<string> {
  const answer = await fetch(`${sandbox}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw new Error(`the sandbox refused the invite: ${await answer.text()}`);
  const { uid }: { uid: string } = await answer.json();
  return uid;
}

type Act = Pick<VisibleAct, 'kind' | 'from' | 'uid' | 'comment' | 'detail'>;

async function actsOf(sandbox: string, kind: Act['kind']): Promise<readonly Act[]> {
  return await (await fetch(`${sandbox}/acts?kind=${kind}`)).json();
}

function linkIn(acts: readonly Act[], begin: string): string | null {
  for (const { comment } of acts) {
    const at = comment?.indexOf(begin) ?? -1;
    if (comment && at >= 0) return /^[\w:/.-]+/.exec(comment.slice(at))?.[0] ?? null;
  }
  return null;
}

async function untilFound<T>(look: () => Promise<T | null>): Promise<T> {
  for (const untilMs = performance.now() + patienceMs; performance.now() < untilMs; ) {
    const found = await look();
    if (found !== null) return found;
    await delay(pollMs);
  }
  throw new Error('it did not come');
}
