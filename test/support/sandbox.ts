import { afterAll } from '@jest/globals';
import type { Exchange } from '../../src/sandbox/api/exchange.ts';
import type { Access } from '../../src/sandbox/parts.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.ts';

/** Sandbox time at which every test begins: a Monday morning in Europe. */
export const testStartMs = Date.parse('2026-11-02T08:00:00Z');

export interface TestSandbox extends Sandbox {
  /** Every request to the emulators so far. */
  readonly exchanges: readonly Exchange[];
  /** Faults of our own that the emulators logged. A test that expects none asserts that it is empty. */
  readonly faultsOfOurs: readonly string[];
  /** A token for a mailbox on its provider; for null one of an application of Microsoft. */
  readonly issueToken: (
    mailbox: string | null,
    scopes: readonly string[],
    access?: Partial<Pick<Access, 'provider' | 'clientId' | 'expiresMs'>>,
  ) => string;
  /** Closing twice is closing once. */
  readonly close: () => Promise<void>;
}

const hourMs = 3_600_000;
const open = new Set<TestSandbox>();

afterAll(async () => {
  for (const sandbox of open) await sandbox.close();
});

/**
 * A sandbox with a clock that stands still, seed 1, free ports and state in memory. Notifications are tried again
 * after milliseconds. It is closed after the last test of the file, if not before.
 */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const exchanges: Exchange[] = [];
  const faultsOfOurs: string[] = [];
  const sandbox = await startSandbox({
    realNowMs: () => testStartMs,
    startMs: null,
    seed: 1,
    stateFile: null,
    ports: { google: 0, microsoft: 0, control: 0 },
    sample: false,
    pace: { pausesMs: [5, 10, 20, 40], answerMs: 10_000 },
    log: (text) => faultsOfOurs.push(text),
    ...options,
    onExchange: (exchange) => {
      exchanges.push(exchange);
      options.onExchange?.(exchange);
    },
  });
  const { people, access, clock } = sandbox.parts;
  let closing: Promise<void> | null = null;
  const test: TestSandbox = {
    ...sandbox,
    exchanges,
    faultsOfOurs,
    issueToken: (mailbox, scopes, given = {}) => {
      const person = mailbox === null ? null : people.find(mailbox);
      const provider = person?.provider === 'google' ? 'google' : 'microsoft';
      const expiresMs = clock.nowMs() + hourMs;
      const address = person?.address ?? mailbox;
      return access.issue({ provider, mailbox: address, scopes, clientId: 'gate', expiresMs, ...given });
    },
    close: () => {
      open.delete(test);
      closing ??= sandbox.close();
      return closing;
    },
  };
  open.add(test);
  return test;
}
