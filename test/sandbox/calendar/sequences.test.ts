import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEngine, CopyChange } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { EventCopy, EventFields, Guest } from '../../../src/sandbox/calendar/event-copy.ts';
import {
  ada,
  at,
  bo,
  cy,
  di,
  emptyWorld,
  guest,
  newEvent,
  says,
  second,
  shy,
  type World,
  weekly,
} from './world.ts';

const mailboxes = [ada, bo, cy, di, shy];
const sets = [[ada, bo, cy], [bo, cy, di, shy], [ada, di], []];
const changes: readonly Partial<EventFields>[] = [
  { summary: 'Other' },
  { location: 'Room' },
  { start: at('2026-10-06T09:00:00Z'), end: at('2026-10-06T10:00:00Z') },
  { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] },
  { guests: [guest(bo), guest(di)] },
  { guests: [guest(ada), guest(cy)] },
];

const step = fc.record({
  who: fc.constantFrom(...mailboxes),
  what: fc.constantFrom('create', 'update', 'answer', 'answer', 'remove'),
  meeting: fc.nat(9),
  choice: fc.nat(9),
  occurrence: fc.boolean(),
  send: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does one thing that its person may do; what makes no sense at this moment is left out. */
function act({ engine, clock }: World, { who, what, meeting, choice, occurrence, send }: Step): void {
  clock.advance(1000);
  if (what === 'create') {
    engine.create(newEvent(who, sets[choice % sets.length] ?? [], choice % 2 === 0 ? weekly : {}));
    return;
  }
  const own = engine.copies(who).filter(({ folder, fields }) => folder !== 'purged' && !fields.cancelled);
  const copy = own[meeting % Math.max(1, own.length)];
  if (!copy) return;
  const hasSecond = copy.fields.recurrence.length > 0 && engine.instance(copy.key, second) !== null;
  const ref = { key: copy.key, originalStart: occurrence && hasSecond ? second : null };
  const organizes = copy.organizer === who;
  if (what === 'answer' && !organizes) {
    engine.answer(
      ref,
      says((['accepted', 'tentative', 'declined'] as const)[choice % 3] ?? 'accepted', send),
    );
  } else if (what === 'update') {
    engine.update(ref, changes[choice % changes.length] ?? {}, send);
  } else if (what === 'remove' && choice > 6) {
    engine.remove(ref, send, null);
  }
}

const withoutAnswers = (fields: EventFields) => ({
  ...fields,
  guests: fields.guests.map(({ address, optional, resource }: Guest) => ({ address, optional, resource })),
});

/** After an update of every organizer, nothing of a guest's copy differs but the own answers and the own fields. */
function expectConverged(engine: CalendarEngine, organizer: EventCopy): void {
  for (const { address } of organizer.fields.guests) {
    const copy = engine.findByUid(address, organizer.uid);
    if (!copy || copy.folder === 'purged' || address === organizer.mailbox) continue;
    expect(withoutAnswers(copy.fields)).toEqual(withoutAnswers(organizer.fields));
    for (const [key, exception] of Object.entries(organizer.exceptions)) {
      const seen = engine.instance(copy.key, key)?.fields;
      const { guests, ...said } = exception.fields;
      const isListed = !guests || guests.some((one) => one.address === address);
      if (isListed) expect(seen).toMatchObject(said);
      else expect(seen?.cancelled).toBe(true);
    }
  }
}

function answersOf(engine: CalendarEngine, organizer: EventCopy): { mine: unknown; theirs: unknown }[] {
  return organizer.fields.guests.flatMap((theirs) => {
    const copy = engine.findByUid(theirs.address, organizer.uid);
    if (!copy || copy.folder === 'purged' || copy === organizer) return [];
    return [{ mine: engine.ownGuest(copy, null)?.answer, theirs: theirs.answer }];
  });
}

async function worldAfter(steps: readonly Step[]): Promise<World & { heard: CopyChange[] }> {
  const world = await emptyWorld();
  const heard: CopyChange[] = [];
  world.engine.onChange((change) => heard.push(change));
  for (const one of steps) act(world, one);
  return { ...world, heard };
}

const organized = (engine: CalendarEngine): EventCopy[] =>
  mailboxes
    .flatMap((mailbox) => engine.copies(mailbox))
    .filter(({ organizer, mailbox, fields }) => organizer === mailbox && !fields.cancelled);

const sequence = fc.array(step, { maxLength: 40 });
const runs = { numRuns: 60 };

describe('whatever several people do', () => {
  it('copies converge with the next update of the organizer', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const { engine } = await worldAfter(steps);
        for (const { key } of organized(engine)) {
          engine.update({ key, originalStart: null }, { location: 'the last word' }, true);
          expectConverged(engine, engine.get(key) as EventCopy);
        }
      }),
      runs,
    );
  });

  it('the organizer sees the answers that guests gave, where all were sent', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const { engine } = await worldAfter(
          steps.map((one) => ({ ...one, send: true, what: one.what === 'update' ? 'answer' : one.what })),
        );
        for (const copy of organized(engine)) {
          for (const { mine, theirs } of answersOf(engine, copy)) expect(mine).toBe(theirs);
        }
      }),
      runs,
    );
  });

  it('changes are numbered without holes and name exactly the copies with a new version', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, fc.nat(40), async (steps, cut) => {
        const { engine, heard, ...world } = await worldAfter(steps.slice(0, cut));
        const versions = new Map(
          mailboxes.flatMap((one) => engine.copies(one)).map((copy) => [copy.key, copy.version]),
        );
        const numbers = new Map(mailboxes.map((mailbox) => [mailbox, engine.lastChange(mailbox)]));
        for (const one of steps.slice(cut)) act({ engine, ...world }, one);
        for (const mailbox of mailboxes) {
          const list = heard.filter((change) => change.mailbox === mailbox);
          expect(list.map(({ number }) => number)).toEqual(list.map((_, index) => index + 1));
          expect(engine.changesSince(mailbox, 0)).toEqual(list);
          const changed = engine.copies(mailbox).filter(({ key, version }) => versions.get(key) !== version);
          const named = engine.changesSince(mailbox, numbers.get(mailbox) ?? 0).map(({ key }) => key);
          expect([...new Set(named)].sort()).toEqual(changed.map(({ key }) => key));
        }
      }),
      runs,
    );
  });

  it('a restart changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const { engine, reopen } = await worldAfter(steps);
        const again = reopen();
        for (const mailbox of mailboxes) {
          expect(again.copies(mailbox)).toEqual(engine.copies(mailbox));
          expect(again.changesSince(mailbox, 0)).toEqual(engine.changesSince(mailbox, 0));
          for (const { uid, providerId } of engine.copies(mailbox)) {
            expect(again.findByUid(mailbox, uid)).toEqual(engine.findByUid(mailbox, uid));
            expect(again.find(mailbox, providerId)).toEqual(engine.find(mailbox, providerId));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('the same update again is no change', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, fc.constantFrom(...changes), async (steps, change) => {
        const { engine, acts } = await worldAfter(steps);
        for (const { key } of organized(engine)) {
          const once = engine.update({ key, originalStart: null }, change, true);
          const before = mailboxes.map((mailbox) => engine.lastChange(mailbox));
          const told = acts.all().length;
          expect(engine.update({ key, originalStart: null }, change, true)).toEqual(once);
          expect(mailboxes.map((mailbox) => engine.lastChange(mailbox))).toEqual(before);
          expect(acts.all()).toHaveLength(told);
        }
      }),
      { numRuns: 30 },
    );
  });
});
