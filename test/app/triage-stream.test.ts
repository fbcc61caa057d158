import { describe, expect, it } from '@jest/globals';
import { triageStream } from '../../src/app/triage-stream.ts';
import { policyFor } from '../../src/config/policy/join-levels.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import type { ReadItem } from '../../src/core/meeting/reading.ts';
import { meeting } from '../core/load/sample-meetings.ts';

const options = {
  policyOf: (email: string | null) => policyFor({}, { email }),
  me: 'ana@example.org',
  role: null,
  zone: 'UTC',
  nowMs: null,
} as const;

const times = [['2026-10-05T10:00:00Z', '2026-10-05T11:00:00Z']] as const;
const alone = (uid: string) => meeting(times, { uid, attendees: [] });

/** Reads as a stream; `taken` counts how far. */
async function* read(meetings: readonly Meeting[], taken = { count: 0 }): AsyncGenerator<ReadItem> {
  for (const each of meetings) {
    taken.count += 1;
    yield { kind: 'meeting', meeting: each };
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const taken: Item[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

async function verdictsOf(...meetings: readonly Meeting[]): Promise<string[]> {
  const items = await all(triageStream(read(meetings), options));
  return items.flatMap((item) =>
    item.kind === 'judged'
      ? [`${item.judged.meeting.uid} ${item.judged.judgement.reasons[0]?.rule === 'own-hold'}`]
      : [],
  );
}

describe('triageStream', () => {
  it('takes an event without others for an own hold only where the file names attendees, before it or behind', async () => {
    expect(await verdictsOf(alone('a'), alone('b'))).toEqual(['a false', 'b false']);
    expect(await verdictsOf(alone('a'), meeting(times, { uid: 'm' }), alone('b'))).toEqual([
      'a true',
      'm false',
      'b true',
    ]);
  });

  it('keeps nothing back once an attendee was seen', async () => {
    const taken = { count: 0 };
    const meetings = [alone('a'), meeting(times, { uid: 'm' }), alone('b'), alone('c')];
    const takenAt: number[] = [];
    for await (const _ of triageStream(read(meetings, taken), options)) takenAt.push(taken.count);
    expect(takenAt).toEqual([2, 2, 3, 4]);
  });

  it('passes problems on in their place', async () => {
    const problem = { place: 'a.ics:1', what: 'broken', remedy: 'mend it' };
    async function* items(): AsyncGenerator<ReadItem> {
      yield { kind: 'meeting', meeting: meeting(times, { uid: 'm' }) };
      yield { kind: 'refused', problem };
    }
    const kinds = (await all(triageStream(items(), options))).map(({ kind }) => kind);
    expect(kinds).toEqual(['judged', 'refused']);
  });
});
