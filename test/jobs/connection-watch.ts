import type { PGlite } from '@electric-sql/pglite';

/** Who waits for the only connection of an embedded database, and what waits for them. */
export interface ConnectionWatch {
  /** Also watches something that needs the connection. */
  readonly track: <T>(what: string, run: () => Promise<T>) => Promise<T>;
  /** Fails where something takes longer than this, and says what is under way: the first has the connection. */
  readonly stuck: (limitMs: number) => { readonly failed: Promise<never>; readonly end: () => void };
}

/** Watches an instance from now on. Its calls are served first come, first served. */
export function watchConnection(pglite: PGlite): ConnectionWatch {
  const pending = new Map<number, { readonly what: string; readonly sinceMs: number }>();
  let calls = 0;
  const track: ConnectionWatch['track'] = async (what, run) => {
    calls += 1;
    const number = calls;
    pending.set(number, { what, sinceMs: performance.now() });
    try {
      return await run();
    } finally {
      pending.delete(number);
    }
  };
  const query = pglite.query.bind(pglite);
  const exec = pglite.exec.bind(pglite);
  const transaction = pglite.transaction.bind(pglite);
  pglite.query = (text, ...rest) => track(`PGlite query: ${text}`, () => query(text, ...rest));
  pglite.exec = (text, ...rest) => track(`PGlite exec: ${text}`, () => exec(text, ...rest));
  pglite.transaction = (work) => {
    const where = new Error('begun here').stack;
    return track(`PGlite transaction: ${where}`, () => transaction(work));
  };
  const describe = (): string =>
    [...pending.values()]
      .map(({ what, sinceMs }) => `${Math.round(performance.now() - sinceMs)} ms: ${what.slice(0, 1000)}`)
      .join('\n');
  return {
    track,
    stuck: (limitMs) => {
      const { promise, reject } = Promise.withResolvers<never>();
      const timer = setInterval(() => {
        const [oldest] = pending.values();
        if (oldest && performance.now() - oldest.sinceMs > limitMs) reject(new Error(`stuck\n${describe()}`));
      }, 100);
      return { failed: promise, end: () => clearInterval(timer) };
    },
  };
}
