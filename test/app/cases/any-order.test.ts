import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { AnswerRecord } from '../../../src/app/ports/store/effects.ts';
import { answered, at, entry, series, withException } from './entries.ts';
import { type Gate, gates } from './gate.ts';

const open = gates();
const wednesdays = ['2026-11-25T13:00:00.000Z', '2026-12-02T13:00:00.000Z'];

function named(uid: string, { meeting, ...rest }: CalendarEntry): CalendarEntry {
  return { ...rest, meeting: { ...meeting, id: uid, uid } };
}

/** One of each kind that the gate treats differently. */
const calendar: readonly CalendarEntry[] = [
  named('declined', entry()),
  named('admitted', at('2026-11-27T10:00:00Z')),
  named('by-hand', answered(at('2026-12-02T15:00:00Z'), 'accepted')),
  named('unlisted', entry({}, { owner: { role: 'unlisted', answer: 'unknown', comment: null } })),
  named('no-meeting', entry({ busy: false })),
  named('partly', series([...wednesdays, '2026-11-27T13:00:00Z', '2026-12-04T13:00:00Z'].toSorted())),
  named('always', series(wednesdays)),
];

/** An entry as Google shows it once these answers were given. */
function withAnswers(shown: CalendarEntry, answers: readonly AnswerRecord[]): CalendarEntry {
  return answers.reduce((seen, { target: { originalStart }, answer }) => {
    if (originalStart?.kind !== 'instant') return answered(seen, answer);
    return withException(seen, new Date(originalStart.ms).toISOString(), { answer });
  }, shown);
}

/** Shows some entries as they are now. */
async function show(gate: Gate, indices: readonly number[]): Promise<void> {
  const shown: CalendarEntry[] = [];
  for (const index of indices) {
    const one = calendar[index];
    if (one === undefined) continue;
    const answers = await gate.inside((tx) => tx.answers.standing(gate.mailboxId, one.meeting.uid));
    shown.push(withAnswers(one, answers));
  }
  await gate.see(...shown);
}

async function carryOutAll(gate: Gate): Promise<void> {
  for (const { id } of await gate.cases()) await gate.carryOut(id);
}

/** What is left of a run, whatever its order was: every case, with the answers that it gave. */
async function outcomeOf(gate: Gate): Promise<readonly string[]> {
  const told: string[] = [];
  for (const { id, uid, occurrence, state, act, rule, revision } of await gate.cases()) {
    const answers = await gate.inside((tx) => tx.answers.ofCase(id));
    const given = answers.map(({ answer }) => answer);
    told.push(JSON.stringify([uid, occurrence, state, act, rule, revision, given]));
  }
  return told.toSorted();
}

const everything = calendar.map((_, index) => index);
/** Either some entries are seen, or what is open is carried out. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...everything), { minLength: 1, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant('carry-out' as const) },
);

describe('entries that are seen in any order, again and again, before and after they were answered', () => {
  it('give the same cases, and each answer once', async () => {
    const options = { policy: { enforcement: { default: 'observe', 'no-meeting-day': 'enforce' } } } as const;
    const once = await open(options);
    await show(once, everything);
    await carryOutAll(once);
    const expected = await outcomeOf(once);
    expect(expected.filter((line) => line.endsWith('["declined"]]'))).toHaveLength(4);
    const run = fc.asyncProperty(fc.array(happening, { maxLength: 8 }), async (happenings) => {
      const gate = await open(options);
      for (const one of happenings) await (one === 'carry-out' ? carryOutAll(gate) : show(gate, one));
      await show(gate, everything);
      await carryOutAll(gate);
      await show(gate, everything);
      await carryOutAll(gate);
      expect(await outcomeOf(gate)).toEqual(expected);
    });
    await fc.assert(run, { numRuns: 12, seed: 20261121 });
  }, 60_000);
});
