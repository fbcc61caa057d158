import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeJointly } from '../../../src/app/intake/write-jointly.ts';

/** A write that ends when it is told to; what was asked for stands in `begun`. */
function slowWrites() {
  const begun: { readonly key: string; readonly items: readonly string[]; readonly end: End }[] = [];
  const write = writeJointly<string>(
    (key, items) =>
      new Promise((resolve, reject) => {
        begun.push({ key, items, end: { commit: () => resolve(), fail: reject } });
      }),
  );
  /** Ends the write that was begun at this place, after all that can go on has gone on. */
  const end = async (place: number, how: 'commit' | 'fail' = 'commit') => {
    if (how === 'commit') begun[place]?.end.commit();
    else begun[place]?.end.fail(new Error(`write ${place} failed`));
    await setImmediate();
  };
  return { write, begun, end, asked: () => begun.map(({ items }) => items) };
}

interface End {
  readonly commit: () => void;
  readonly fail: (error: Error) => void;
}

/** Notes how each promise ended. */
function watch(ends: string[], name: string, promise: Promise<void>): void {
  promise.then(
    () => ends.push(`${name} written`),
    (error: Error) => ends.push(`${name}: ${error.message}`),
  );
}

describe('what is written jointly', () => {
  it('begins at once, alone, and what comes meanwhile is one write after it', async () => {
    const { write, end, asked } = slowWrites();
    for (const item of ['a', 'b', 'c']) void write('acme', [item]);
    expect(asked()).toEqual([['a']]);
    await end(0);
    expect(asked()).toEqual([['a'], ['b', 'c']]);
    await end(1);
    void write('acme', ['d']);
    expect(asked()).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('does not wait for writes of other keys', () => {
    const { write, begun } = slowWrites();
    void write('acme', ['a']);
    void write('other', ['b']);
    expect(begun.map(({ key, items }) => [key, items])).toEqual([
      ['acme', ['a']],
      ['other', ['b']],
    ]);
  });

  it('is told to nobody before it is committed', async () => {
    const { write, end } = slowWrites();
    const ends: string[] = [];
    for (const item of ['a', 'b', 'c']) watch(ends, item, write('acme', [item]));
    await setImmediate();
    expect(ends).toEqual([]);
    await end(0);
    expect(ends).toEqual(['a written']);
    await end(1);
    expect(ends).toEqual(['a written', 'b written', 'c written']);
  });

  it('has two hundred items at most, unless one caller brings more', async () => {
    const { write, end, asked } = slowWrites();
    const many = (count: number) => Array.from({ length: count }, () => 'x');
    for (const count of [1, 150, 50, 1, 300, 1]) void write('acme', many(count));
    for (let place = 0; place < 5; place += 1) await end(place);
    expect(asked().map(({ length }) => length)).toEqual([1, 200, 1, 300, 1]);
  });

  it('is tried alone where it fails together, and only what fails then is told so', async () => {
    const { write, begun, end, asked } = slowWrites();
    const ends: string[] = [];
    for (const item of ['a', 'b', 'c', 'd']) watch(ends, item, write('acme', [item]));
    await end(0);
    await end(1, 'fail');
    watch(ends, 'e', write('acme', ['e']));
    expect(asked().slice(2)).toEqual([['b'], ['c'], ['d']]);
    expect(ends).toEqual(['a written']);
    await end(3, 'fail');
    await end(2);
    expect(begun).toHaveLength(5);
    await end(4);
    expect(asked().slice(5)).toEqual([['e']]);
    await end(5);
    expect(ends).toEqual(['a written', 'c: write 3 failed', 'b written', 'd written', 'e written']);
  });

  it('alone is tried once', async () => {
    const { write, end, asked } = slowWrites();
    const ends: string[] = [];
    watch(ends, 'a', write('acme', ['a']));
    await end(0, 'fail');
    expect([asked(), ends]).toEqual([[['a']], ['a: write 0 failed']]);
  });

  it('ends for every caller as its own items did, in any order of events', async () => {
    const caller = fc.record({
      key: fc.constantFrom('acme', 'other'),
      items: fc.array(fc.constantFrom('good', 'good', 'good', 'bad'), { minLength: 1, maxLength: 120 }),
      pause: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(caller, { maxLength: 20 }), async (callers) => {
        const committed: string[] = [];
        const write = writeJointly<{ readonly of: number; readonly is: string }>(async (key, items) => {
          await setImmediate();
          if (items.some(({ is }) => is === 'bad')) throw new Error('bad');
          committed.push(...items.map(({ of }) => `${key} ${of}`));
        });
        const results: Promise<boolean>[] = [];
        for (const [of, { key, items, pause }] of callers.entries()) {
          const written = write(
            key,
            items.map((is) => ({ of, is })),
          );
          results.push(
            written.then(
              () => true,
              () => false,
            ),
          );
          if (pause) await setImmediate();
        }
        const isGood = callers.map(({ items }) => !items.includes('bad'));
        expect(await Promise.all(results)).toEqual(isGood);
        const wanted = callers.flatMap(({ key, items }, of) =>
          isGood[of] ? items.map(() => `${key} ${of}`) : [],
        );
        expect(committed.toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
