/** Writes items under one key, all or none; ends when they are committed. Throws where they were not. */
export type Write<Item> = (key: string, items: readonly Item[]) => Promise<void>;

/** Items of one transaction. More would make those that come next wait long for it. */
const mostItems = 200;

interface Waiting<Item> {
  readonly items: readonly Item[];
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Group commit: what arrives for a key while a write of that key is under way goes into the next one, together. Nobody
 * waits for company: with nothing under way a write begins at once. Each caller's promise ends when its own items are
 * committed.
 *
 * Where a joint write fails, each caller's items are tried alone, so that what cannot be written costs only whoever
 * brought it. A commit whose answer got lost is written again by that.
 */
export function writeJointly<Item>(write: Write<Item>): Write<Item> {
  const waitingOf = new Map<string, Waiting<Item>[]>();
  const writeAll = async (key: string): Promise<void> => {
    for (;;) {
      const portion = takePortion(waitingOf.get(key) ?? []);
      if (portion.length === 0) break;
      await writePortion(write, key, portion);
    }
    waitingOf.delete(key);
  };
  return (key, items) =>
    new Promise((written, failed) => {
      const one = { items, written, failed };
      const others = waitingOf.get(key);
      if (others) {
        others.push(one);
      } else {
        waitingOf.set(key, [one]);
        void writeAll(key);
      }
    });
}

/** Takes the first ones out: as many as go into one transaction, and one at least. */
function takePortion<Item>(waiting: Waiting<Item>[]): readonly Waiting<Item>[] {
  let [count, items] = [0, 0];
  for (const one of waiting) {
    items += one.items.length;
    if (count > 0 && items > mostItems) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** Never throws: whoever waits is told. */
async function writePortion<Item>(
  write: Write<Item>,
  key: string,
  portion: readonly Waiting<Item>[],
): Promise<void> {
  try {
    await write(
      key,
      portion.flatMap(({ items }) => items),
    );
    for (const { written } of portion) written();
  } catch (error) {
    if (portion.length > 1) await Promise.all(portion.map((one) => writePortion(write, key, [one])));
    else for (const { failed } of portion) failed(error);
  }
}
