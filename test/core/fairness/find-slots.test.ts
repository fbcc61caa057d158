import { describe, expect, it } from '@jest/globals';
import { findSlots, type SlotPerson, type SlotQuery, slotAt } from '../../../src/core/fairness/find-slots.ts';
import { personIn } from './samples.ts';

const at = Date.parse;
/** Wednesday; in UTC the working day of everybody below. */
const day = '2026-07-15';
const allDay = [{ fromMs: at(`${day}T00:00Z`), toMs: at('2026-07-16T00:00Z') }];
const free = { known: allDay, busy: [] };

function during(from: string, to: string): { fromMs: number; toMs: number } {
  return { fromMs: at(`${day}T${from}Z`), toMs: at(`${day}T${to}Z`) };
}

function ask(people: readonly SlotPerson[], changes: Partial<SlotQuery> = {}): SlotQuery {
  return {
    people,
    window: during('09:00', '10:30'),
    durationMinutes: 60,
    currentStartMs: null,
    quorum: null,
    bufferMinutes: 0,
    limit: 10,
    ...changes,
  };
}

/** Starts in the order of the answer. */
function order(query: SlotQuery): string[] {
  return findSlots(query).slots.map(({ startMs }) => new Date(startMs).toISOString().slice(11, 16));
}

const required = (changes: Partial<SlotPerson> = {}): SlotPerson =>
  personIn('UTC', { name: 'required', availability: free, ...changes });
const optional = (changes: Partial<SlotPerson> = {}): SlotPerson =>
  personIn('UTC', { name: 'optional', attendance: 'optional', availability: free, ...changes });

describe('the order of slots', () => {
  it('is by time where nothing else differs, or by the distance from the current start', () => {
    expect(order(ask([required()]))).toEqual(['09:00', '09:15', '09:30']);
    const currentStartMs = at(`${day}T09:20Z`);
    expect(order(ask([required()], { currentStartMs }))).toEqual(['09:15', '09:30', '09:00']);
    expect(order(ask([required()], { limit: 2, currentStartMs }))).toEqual(['09:15', '09:30']);
    expect(order(ask([required()], { limit: 0 }))).toEqual([]);
  });

  it('puts what is known to be free before what burdens less', () => {
    const person = required({ availability: { known: [during('16:00', '18:30')], busy: [] } });
    expect(order(ask([person], { window: during('15:45', '18:15') }))).toEqual([
      ...['16:00', '16:15', '16:30', '16:45', '17:00', '17:15', '15:45'],
    ]);
  });

  it('relieves whoever carries most before the sum', () => {
    // In Kiritimati the night ends at 17:00 UTC: waiting for it would cost far less in all.
    const people = [required({ carried: 500 }), required({ ...personIn('Pacific/Kiritimati') })];
    const { slots } = findSlots(ask(people, { window: during('16:30', '18:00') }));
    expect(slots.map(({ worst, total }) => [worst, total])).toEqual([
      [530, 30 + 210],
      [545, 45 + 135],
      [560, 60 + 60],
    ]);
  });

  it('then lets more optional people come, before what they carry', () => {
    const busy = { known: allDay, busy: [during('09:00', '09:15')] };
    const people = [
      required(),
      optional({ name: 'heavy', carried: 900, availability: busy }),
      optional({ name: 'light' }),
    ];
    expect(order(ask(people))).toEqual(['09:15', '09:30', '09:00']);
  });

  it('then relieves the optional people', () => {
    const people = [required(), optional({ ...personIn('Asia/Kolkata'), attendance: 'optional' })];
    // Work in Kolkata ends at 11:30 UTC: the later the slot, the more it burdens them.
    expect(
      order(ask(people, { window: during('10:45', '12:15'), currentStartMs: at(`${day}T11:15Z`) })),
    ).toEqual([...['10:45', '11:00', '11:15']]);
  });
});

describe('an optional person who takes no off-hours', () => {
  const rests = (zone: string | null): SlotPerson =>
    personIn(zone, { name: 'rests', attendance: 'optional', takesOffHours: false, availability: free });

  it.each([
    ['comes in working hours', 'UTC', 'yes', 0],
    ['does not come to off-hours', 'Asia/Tokyo', 'no', 60],
    ['perhaps comes where nobody knows the hour', null, 'unknown', null],
  ])('%s', (_, zone, attends, burden) => {
    const [first] = findSlots(ask([required(), rests(zone)])).slots;
    expect(first?.people[1]).toMatchObject({ attends, burden });
  });

  it.each([
    ['UTC', 6],
    ['Asia/Tokyo', 0],
    [null, 0],
  ])('fills a quorum only where it is known to be working hours: %s', (zone, slots) => {
    const query = ask([required(), rests(zone)], { quorum: 2, window: during('09:00', '11:15') });
    expect(findSlots(query).slots).toHaveLength(slots);
  });

  it('is no reason for a slot at which they stay away', () => {
    const alone = rests('Asia/Kolkata');
    // Work in Kolkata ends at 11:30 UTC; to slots that last longer they do not come, and all of those are alike.
    const query = ask([required(), alone], {
      window: during('10:30', '12:15'),
      currentStartMs: at(`${day}T11:15Z`),
    });
    expect(order(query)).toEqual(['10:30', '11:15', '11:00', '10:45']);
  });
});

describe('what became of the slots', () => {
  it('is told for each person and reason', () => {
    const people = [
      required({ availability: { known: allDay, busy: [during('09:00', '09:15')] } }),
      required({ name: 'off', blocked: [during('10:15', '10:30')] }),
    ];
    expect(findSlots(ask(people))).toMatchObject({
      considered: 3,
      slots: [{ startMs: at(`${day}T09:15Z`), endMs: at(`${day}T10:15Z`), availability: 'free' }],
      refusals: [
        { name: 'required', because: 'busy', slots: 1 },
        { name: 'off', because: 'protected', slots: 1 },
      ],
    });
  });

  it('is nothing in a window that is too short', () => {
    expect(findSlots(ask([required()], { window: during('09:00', '09:45') }))).toEqual({
      ...{ slots: [], considered: 0, refusals: [] },
    });
  });
});

describe('one time', () => {
  it('is told whatever stands in its way, at any minute', () => {
    const person = required({ blocked: allDay });
    expect(slotAt(ask([person]), at(`${day}T16:50Z`))).toEqual({
      startMs: at(`${day}T16:50Z`),
      endMs: at(`${day}T17:50Z`),
      worst: 0,
      total: 0,
      availability: 'free',
      people: [
        { name: 'required', zone: 'UTC', burden: 50, carried: 0, attends: 'no', attendance: 'required' },
      ],
    });
  });
});
