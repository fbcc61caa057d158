import { expect, it } from '@jest/globals';
import { type MailboxReading, saveChanges } from '../../../src/app/intake/save-changes.ts';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import { calendarEntry } from '../../store/records.ts';
import { type LiveGate, openLiveGate } from './live-gate.ts';

const window = { fromMs: 0, toMs: 1 };

/** A full reading of a calendar in which each entry has this version of its title. */
function reading(
  beganMs: number,
  version: string,
  count: number,
  from: string | null = null,
): MailboxReading {
  const entries = Array.from({ length: count }, (_, n) => calendarEntry({ id: `e${n}`, summary: version }));
  const changes = entries.map((entry: CalendarEntry) => ({ kind: 'entry' as const, entry }));
  return {
    from,
    window,
    beganMs,
    pulled: { changes, full: from === null, pages: 1, cursor: `after ${version}` },
  };
}

async function save(gate: LiveGate, of: MailboxReading, deps = gate.deps): Promise<boolean> {
  return saveChanges(deps, gate.organizationId, await gate.record(), of);
}

const titleOf = async ({ inStore, mailboxId }: LiveGate, id: string) =>
  (await inStore((tx) => tx.meetings.find(mailboxId, id)))?.entry.meeting.summary ?? null;

/** Runs something before the n-th transaction. */
function before(gate: LiveGate, n: number, run: () => Promise<unknown>): LiveGate['deps'] {
  let transactions = 0;
  const { store } = gate.deps;
  const inOrganization: typeof store.inOrganization = async (organizationId, work) => {
    transactions += 1;
    if (transactions === n) await run();
    return store.inOrganization(organizationId, work);
  };
  return { ...gate.deps, store: { ...store, inOrganization } };
}

it('a large reading is saved in transactions of 100 entries, the last one with its place', async () => {
  const gate = await openLiveGate(null);
  const sizes: number[] = [];
  const { store } = gate.deps;
  const inOrganization: typeof store.inOrganization = (organizationId, work) =>
    store.inOrganization(organizationId, (tx) =>
      work({
        ...tx,
        meetings: {
          ...tx.meetings,
          save: (mailboxId, entries, seenMs) => {
            sizes.push(entries.length);
            return tx.meetings.save(mailboxId, entries, seenMs);
          },
        },
      }),
    );
  expect(await save(gate, reading(1, 'a', 620), { ...gate.deps, store: { ...store, inOrganization } })).toBe(
    true,
  );
  expect(Math.max(...sizes)).toBe(100);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(620);
  expect((await gate.record()).cursor).toBe('after a');
  expect(await gate.inStore((tx) => tx.meetings.takeUnjudged(gate.mailboxId, 1_000))).toHaveLength(620);
});

it('one that is cut off between its parts keeps its place, and is done again', async () => {
  const gate = await openLiveGate(null);
  const killed = before(gate, 2, () => Promise.reject(new Error('killed')));
  await expect(save(gate, reading(1, 'a', 620), killed)).rejects.toThrow('killed');
  expect((await gate.record()).cursor).toBeNull();
  expect(await save(gate, reading(2, 'a', 620))).toBe(true);
  expect(await titleOf(gate, 'e619')).toBe('a');
});

it.each([1, 2, 3])('one that is overtaken before its part %i writes over nothing newer', async (part) => {
  const gate = await openLiveGate(null);
  const overtaken = before(gate, part, () => save(gate, reading(2, 'newer', 620)));
  expect(await save(gate, reading(1, 'older', 620), overtaken)).toBe(false);
  for (const id of ['e0', 'e300', 'e619']) expect(await titleOf(gate, id)).toBe('newer');
  expect((await gate.record()).cursor).toBe('after newer');
});

it('of two that save parts in turn the one that began to save first gives way', async () => {
  const gate = await openLiveGate(null);
  let isFirstSaved: boolean | null = null;
  // The second begins between the parts of the first, which then goes on between the parts of the second.
  const rest: { go: () => void } = { go: () => {} };
  const mayGoOn = new Promise<void>((resolve) => {
    rest.go = resolve;
  });
  const first = (async () => {
    isFirstSaved = await save(
      gate,
      reading(1, 'first', 620),
      before(gate, 2, () => mayGoOn),
    );
  })();
  const second = save(
    gate,
    reading(2, 'second', 620),
    before(gate, 2, async () => {
      rest.go();
      await first;
    }),
  );
  expect(await second).toBe(true);
  expect(isFirstSaved).toBe(false);
  for (const id of ['e0', 'e300', 'e619']) expect(await titleOf(gate, id)).toBe('second');
});
