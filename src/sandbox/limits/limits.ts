import type { SandboxClock } from '../clock.ts';
import type { SwitchPositions } from '../switches.ts';
import {
  type Charge,
  googleCharges,
  type LimitedRequest,
  type LimitFigures,
  microsoftCharges,
} from './limits-figures.ts';

/** Lets a request in until `leave` is called, or says how it is refused. */
type Entry =
  | { readonly admitted: true; readonly leave: () => void }
  | {
      readonly admitted: false;
      readonly kind: 'mailbox' | 'project' | 'concurrency';
      /** Null where the vendor does not say. */
      readonly retryAfterSeconds: number | null;
    };

/** One limit as it was used. `mostSeen` above `limit` is what refusals are made of. */
interface LimitUse {
  readonly limit: number;
  /** The highest count that one key reached, with the request that was refused for it. */
  readonly mostSeen: number;
  readonly refused: number;
}

export interface Limits {
  readonly enter: (request: LimitedRequest) => Entry;
  /** By name, for example `microsoft mailbox at once`. */
  readonly report: () => Readonly<Record<string, LimitUse>>;
}

/** Limits of both vendors, by the sandbox's clock. A refused request is not charged. */
export function createLimits(
  clock: SandboxClock,
  positions: () => SwitchPositions,
  figures: LimitFigures,
): Limits {
  const counters = new Map<string, Counter>();
  const used = new Map<string, LimitUse>();
  return {
    report: () => Object.fromEntries(used),
    enter: (request) => {
      const nowMs = clock.nowMs();
      const charges =
        request.provider === 'google'
          ? googleCharges(request, figures)
          : microsoftCharges(request, figures, positions());
      const counted = charges.map((charge) => ({ charge, counter: counterOf(counters, charge) }));
      const full = counted.find(({ charge, counter }) => counter.count(nowMs) + charge.amount > charge.limit);
      for (const { charge, counter } of counted) {
        note(used, charge, counter.count(nowMs) + charge.amount, charge === full?.charge);
      }
      if (full) {
        const waitMs = full.counter.freeInMs(nowMs);
        const retryAfterSeconds = full.charge.saysWhen ? Math.max(1, Math.ceil(waitMs / 1000)) : null;
        return { admitted: false, kind: full.charge.kind, retryAfterSeconds };
      }
      const leaves = counted.map(({ charge, counter }) => counter.add(nowMs, charge.amount));
      return { admitted: true, leave: () => leaves.forEach((leave) => void leave()) };
    },
  };
}

function note(used: Map<string, LimitUse>, { name, limit }: Charge, seen: number, isFull: boolean): void {
  const before = used.get(name) ?? { limit, mostSeen: 0, refused: 0 };
  const refused = before.refused + (isFull ? 1 : 0);
  used.set(name, { limit, mostSeen: Math.max(before.mostSeen, seen), refused });
}

interface Counter {
  readonly count: (nowMs: number) => number;
  /** Milliseconds until something leaves the window; 0 where nobody knows. */
  readonly freeInMs: (nowMs: number) => number;
  /** Gives back what is called when the request has ended. */
  readonly add: (nowMs: number, amount: number) => () => void;
}

function counterOf(counters: Map<string, Counter>, { name, key, windowMs }: Charge): Counter {
  const id = JSON.stringify([name, key]);
  const counter = counters.get(id) ?? (windowMs === null ? createGauge() : createWindow(windowMs));
  counters.set(id, counter);
  return counter;
}

function createGauge(): Counter {
  let under = 0;
  return {
    count: () => under,
    freeInMs: () => 0,
    add: (_, amount) => {
      under += amount;
      return () => {
        under -= amount;
      };
    },
  };
}

function createWindow(windowMs: number): Counter {
  const entries: { atMs: number; amount: number }[] = [];
  let first = 0;
  let sum = 0;
  const prune = (nowMs: number) => {
    for (let entry = entries[first]; entry && entry.atMs + windowMs <= nowMs; entry = entries[first]) {
      sum -= entry.amount;
      first += 1;
    }
    if (first > 1024 && first * 2 > entries.length) {
      entries.splice(0, first);
      first = 0;
    }
  };
  return {
    count: (nowMs) => {
      prune(nowMs);
      return sum;
    },
    freeInMs: (nowMs) => (entries[first]?.atMs ?? nowMs) + windowMs - nowMs,
    add: (nowMs, amount) => {
      entries.push({ atMs: nowMs, amount });
      sum += amount;
      return () => {};
    },
  };
}
