import type { SandboxTrouble } from '../../../app/ports/sandbox-desk.ts';
import type { Exchange } from '../../../sandbox/api/exchange.ts';

/** A request that an emulator failed on purpose. */
interface FailedRequest {
  readonly provider: Exchange['provider'];
  readonly what: SandboxTrouble['what'];
  readonly atMs: number;
}

/** Failed requests of this process, counted from the first; only the latest are kept. */
export interface FaultLog {
  /** For the sandbox's `onExchange`. */
  readonly hear: (exchange: Exchange) => void;
  readonly count: () => number;
  /** Those after the first `count`, as far as they are kept. */
  readonly since: (count: number) => readonly FailedRequest[];
}

const mostKept = 500;

export function createFaultLog(): FaultLog {
  let kept: FailedRequest[] = [];
  let count = 0;
  return {
    hear: ({ provider, faulted, atMs }) => {
      if (faulted === null) return;
      count += 1;
      kept = [...kept.slice(1 - mostKept), { provider, what: troubleOf(faulted), atMs }];
    },
    count: () => count,
    since: (from) => (from >= count ? [] : kept.slice(from - count)),
  };
}

function troubleOf(kind: string): SandboxTrouble['what'] {
  if (kind === 'rate-limit' || kind === 'server-error') return kind;
  return 'cut';
}
