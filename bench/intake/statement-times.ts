import pg from 'pg';

/** How often, and milliseconds on the way to the database and back, by the first words of the statement. */
export type StatementTimes = Readonly<Record<string, { readonly count: number; readonly ms: number }>>;

/** What a server spent since it was last asked. */
export interface Spent {
  readonly statements: StatementTimes;
  /** Milliseconds of processor time of this process. */
  readonly cpuMs: number;
}

/** Times every statement of every client of this process. Starts when it is called. */
export function timeStatements(): { readonly take: () => Spent } {
  let cpu = process.cpuUsage();
  let times: Record<string, { count: number; ms: number }> = {};
  const { prototype } = pg.Client;
  const original = prototype.query as (...parameters: unknown[]) => unknown;
  const timed = function (this: pg.Client, ...parameters: unknown[]): unknown {
    const beganMs = performance.now();
    const note = () => {
      const name = nameOf(parameters[0]);
      const { count, ms } = times[name] ?? { count: 0, ms: 0 };
      times[name] = { count: count + 1, ms: ms + performance.now() - beganMs };
    };
    const last = parameters.at(-1);
    if (typeof last === 'function') {
      const noting = (...given: unknown[]) => {
        note();
        return last(...given);
      };
      return original.apply(this, [...parameters.slice(0, -1), noting]);
    }
    const result = original.apply(this, parameters);
    if (result instanceof Promise) void result.then(note, note);
    return result;
  };
  prototype.query = timed as typeof prototype.query;
  return {
    take: () => {
      const { user, system } = process.cpuUsage(cpu);
      const taken = { statements: times, cpuMs: (user + system) / 1000 };
      cpu = process.cpuUsage();
      times = {};
      return taken;
    },
  };
}

function nameOf(statement: unknown): string {
  const text =
    typeof statement === 'string'
      ? statement
      : ((statement as { readonly text?: string } | null)?.text ?? '?');
  const words = text.replace(/\s+/g, ' ').trim().toLowerCase();
  if (words.includes('pgboss'))
    return words.includes('insert') ? 'insert job' : `pgboss: ${words.slice(0, 24)}`;
  if (words.includes('inbox')) return 'insert inbox row';
  if (words.includes('set_config')) return 'set role and organization';
  if (/notify/.test(words)) return 'notify';
  return words.slice(0, 24);
}
