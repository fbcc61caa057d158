/** Lets so much work run at once; the rest waits in its order. */
export interface Turns {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createTurns(mostAtOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    run: async (work) => {
      if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
