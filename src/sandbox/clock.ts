/** The sandbox's time: it runs on by itself and can be moved forwards. Epoch milliseconds. */
export interface SandboxClock {
  readonly nowMs: () => number;
  /** Time never runs backwards, as at the real calendars. @throws RangeError for a negative distance */
  readonly advance: (ms: number) => void;
}

/** @param realNowMs the time that runs by itself; a test hands one that stands still */
export function createClock(realNowMs: () => number, startMs: number | null): SandboxClock {
  let aheadMs = startMs === null ? 0 : startMs - realNowMs();
  return {
    nowMs: () => realNowMs() + aheadMs,
    advance: (ms) => {
      if (ms < 0) throw new RangeError(`time runs forwards only, not ${ms} ms`);
      aheadMs += ms;
    },
  };
}
