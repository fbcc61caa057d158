import { describe, expect, it } from '@jest/globals';
import { lookAheadInSeries } from '../../../src/app/cases/look-ahead-in-series.ts';
import { answered, series, withException } from './entries.ts';
import { type Gate, type GateOptions, gates, startMs } from './gate.ts';

const open = gates();
const weekMs = 7 * 86_400_000;

/** ISO starts, a week apart. */
function weekly(iso: string, times: number): string[] {
  return Array.from({ length: times }, (_, week) => new Date(Date.parse(iso) + week * weekMs).toISOString());
}

const wednesdays = weekly('2026-11-25T10:00:00Z', 4);
const fridays = weekly('2026-11-27T10:00:00Z', 4);
/** A series that meets twice a week, once of them on the day that is kept free. */
const twice = series([...wednesdays, ...fridays].toSorted());

/** Only the free day answers; nothing is asked about the need. */
const onlyFreeDay: GateOptions = {
  policy: { enforcement: { default: 'observe', 'no-meeting-day': 'enforce' } },
};

/** Occurrence (empty for the whole) and state of every case, in order. */
async function statesOf(gate: Gate): Promise<readonly (readonly [string, string])[]> {
  const cases = await gate.cases();
  return cases.map(({ occurrence, state }) => [occurrence, state] as const).toSorted();
}

async function caseOf(gate: Gate, occurrence: string) {
  const found = (await gate.cases()).findLast((record) => record.occurrence === occurrence);
  if (found === undefined) throw new Error(`no case of ${occurrence}`);
  return found;
}

async function carryOutAll(gate: Gate): Promise<readonly string[]> {
  const done: string[] = [];
  for (const { id } of await gate.cases()) done.push(...(await gate.carryOut(id)));
  return done;
}

describe('a series of which some occurrences collide', () => {
  it('has these declined one by one, and stays itself', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(twice);
    expect(await statesOf(gate)).toEqual([
      ['', 'admitted'],
      ...wednesdays.map((iso) => [iso, 'declined'] as const),
    ]);
    const [first = ''] = wednesdays;
    expect(await caseOf(gate, first)).toMatchObject({
      rule: 'no-meeting-day',
      startMs: Date.parse(first),
      endMs: Date.parse(first) + 3_600_000,
    });
  });

  it('seen again with the answers of the gate stays as it is', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(twice);
    await carryOutAll(gate);
    const before = await gate.cases();
    const shown = wednesdays.reduce((seen, iso) => withException(seen, iso, { answer: 'declined' }), twice);
    await gate.see(shown);
    expect(await carryOutAll(gate)).toEqual([]);
    expect(await gate.cases()).toEqual(before);
  });

  it('under a rule that only prompts is left as it is', async () => {
    const gate = await open({ policy: { enforcement: { default: 'observe', 'no-meeting-day': 'warn' } } });
    await gate.see(twice);
    expect(await statesOf(gate)).toEqual([['', 'admitted']]);
  });

  it('under the brake asks nobody about single occurrences, but keeps what would be done', async () => {
    const gate = await open(onlyFreeDay);
    await gate.inside((tx) => tx.organizations.change({ answersStoppedMs: startMs }));
    await gate.see(twice);
    expect(await caseOf(gate, wednesdays[0] ?? '')).toMatchObject({ act: 'none', wouldAct: 'decline' });
    expect(await carryOutAll(gate)).toEqual([]);
  });

  it('that its owner accepted as a whole is not touched', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(answered(twice, 'accepted'));
    expect(await statesOf(gate)).toEqual([['', 'admitted']]);
  });

  it('of which its owner accepted one keeps that one', async () => {
    const gate = await open(onlyFreeDay);
    const [first = '', ...others] = wednesdays;
    await gate.see(withException(twice, first, { answer: 'accepted' }));
    expect(await caseOf(gate, others[0] ?? '')).toMatchObject({ state: 'declined' });
    const kept = (await gate.cases()).find(({ occurrence }) => occurrence === first);
    expect(kept?.act ?? 'none').toBe('none');
    await carryOutAll(gate);
    await gate.see(withException(twice, others[0] ?? '', { answer: 'accepted' }));
    expect(await caseOf(gate, others[0] ?? '')).toMatchObject({ state: 'admitted' });
  });

  it('after an undo of one leaves that one alone for ever', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(twice);
    await carryOutAll(gate);
    const [first = ''] = wednesdays;
    await gate.report((await caseOf(gate, first)).id, { type: 'OVERRODE' });
    expect(await carryOutAll(gate)).toEqual(['withdrawAnswer']);
    await gate.see({ ...twice, meeting: { ...twice.meeting, location: 'Lyon' } });
    const [, second = ''] = wednesdays;
    expect(await caseOf(gate, first)).toMatchObject({ state: 'admitted', overridden: true });
    expect(await caseOf(gate, second)).toMatchObject({ state: 'declined', revision: 1 });
  });
});

describe('an occurrence that moved', () => {
  it('away from the free day gets its answer back, the others keep theirs', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(twice);
    await carryOutAll(gate);
    const [first = '', second = ''] = wednesdays;
    await gate.see(withException(twice, first, { to: '2026-11-26T10:00:00Z' }));
    expect(await carryOutAll(gate)).toEqual(['withdrawAnswer']);
    expect(await caseOf(gate, first)).toMatchObject({ state: 'admitted', revision: 1 });
    expect(await caseOf(gate, second)).toMatchObject({ state: 'declined', revision: 0 });
  });

  it('onto the free day is judged at its own time', async () => {
    const gate = await open(onlyFreeDay);
    const weeklyOnFriday = series(fridays);
    const [first = ''] = fridays;
    await gate.see(weeklyOnFriday);
    await gate.see(withException(weeklyOnFriday, first, { to: '2026-11-25T15:00:00Z' }));
    expect(await statesOf(gate)).toEqual([
      ['', 'admitted'],
      [first, 'declined'],
    ]);
    expect(await caseOf(gate, first)).toMatchObject({ startMs: Date.parse('2026-11-25T15:00:00Z') });
  });

  it('or was called off closes its case', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(twice);
    const [first = ''] = wednesdays;
    await gate.see(withException(twice, first, { cancelled: true }));
    expect(await caseOf(gate, first)).toMatchObject({ state: 'closed' });
  });

  it('together with its whole series leaves the old occurrences behind', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(twice);
    await gate.see(series(fridays));
    const states = await statesOf(gate);
    expect(states).toEqual([['', 'admitted'], ...wednesdays.map((iso) => [iso, 'closed'] as const)]);
  });
});

describe('a series that collides always', () => {
  const weeklyOnWednesday = series(wednesdays);

  it('is answered once as a whole, and no occurrence of it', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(weeklyOnWednesday);
    expect(await statesOf(gate)).toEqual([['', 'declined']]);
    expect(await carryOutAll(gate)).toEqual(['answerInvite declined']);
    await gate.see(answered(weeklyOnWednesday, 'declined'));
    expect(await statesOf(gate)).toEqual([['', 'declined']]);
  });

  it('and has to be live gets a proposal to move', async () => {
    const gate = await open(onlyFreeDay);
    const text = { summary: 'Interview with a candidate', description: 'Panel interview on site.' };
    await gate.see(series(wednesdays, text));
    const [whole] = await gate.cases();
    const [effect] = await gate.open(whole?.id ?? '');
    expect(effect?.params).toMatchObject({ answer: 'declined', offer: { kind: 'other-times' } });
    expect(whole?.changes.join(' ')).toMatch(/\d{2}:\d{2}/);
  });

  it('and whose occurrence moves to a free day stays answered as a whole', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(weeklyOnWednesday);
    await carryOutAll(gate);
    const [first = ''] = wednesdays;
    await gate.see(
      withException(answered(weeklyOnWednesday, 'declined'), first, { to: '2026-11-26T10:00:00Z' }),
    );
    expect(await carryOutAll(gate)).toEqual([]);
    expect(await statesOf(gate)).toEqual([['', 'declined']]);
  });

  it('and moves to another day gets its answer back', async () => {
    const gate = await open(onlyFreeDay);
    await gate.see(weeklyOnWednesday);
    await carryOutAll(gate);
    await gate.see(series(fridays));
    expect(await carryOutAll(gate)).toEqual(['withdrawAnswer']);
  });
});

describe('a series that need not be live', () => {
  it('is answered once as a whole, also where it collides now and then', async () => {
    const gate = await open({ policy: { enforcement: { default: 'enforce' } } });
    await gate.see(twice);
    expect(await statesOf(gate)).toEqual([['', 'declined']]);
    expect((await caseOf(gate, '')).verdict).toBe('go-async');
  });
});

describe('occurrences far ahead', () => {
  it('are answered when they come within eight weeks', async () => {
    const gate = await open(onlyFreeDay);
    const long = series([...weekly('2026-11-25T10:00:00Z', 12), ...fridays].toSorted());
    await gate.see(long);
    const before = await statesOf(gate);
    expect(before.at(-1)).toEqual(['2027-01-06T10:00:00.000Z', 'declined']);
    gate.setNow(startMs + weekMs);
    expect(await gate.inside((tx) => lookAheadInSeries(tx, gate.deps, gate.mailboxId))).toBe(1);
    await gate.see();
    expect((await statesOf(gate)).slice(before.length)).toEqual([['2027-01-13T10:00:00.000Z', 'declined']]);
    expect(await gate.steps((await caseOf(gate, '')).id)).toHaveLength(2);
  });
});

describe('single dates of a series to which somebody was invited', () => {
  it('are cases of their own on Google, where they share an UID', async () => {
    const gate = await open(onlyFreeDay);
    const dates = [wednesdays[0] ?? '', fridays[0] ?? ''].map((iso) => {
      const { meeting, ...rest } = series([iso], { recurrence: null });
      return { ...rest, meeting: { ...meeting, id: `abc_${iso.replaceAll(/[-:]|\.000/g, '')}` } };
    });
    await gate.see(...dates);
    await gate.see(...dates.map((one) => ({ ...one, version: 'v2', answerRequested: false })));
    expect(await statesOf(gate)).toEqual([
      [wednesdays[0], 'declined'],
      [fridays[0], 'admitted'],
    ]);
    await gate.lose(dates[0]?.meeting.id ?? '');
    expect(await statesOf(gate)).toEqual([
      [wednesdays[0], 'closed'],
      [fridays[0], 'admitted'],
    ]);
  });
});
