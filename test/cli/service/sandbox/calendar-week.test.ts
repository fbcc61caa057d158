import { describe, expect, it } from '@jest/globals';
import type { SandboxEntry } from '../../../../src/app/ports/sandbox-desk.ts';
import { calendarWeek } from '../../../../src/cli/service/sandbox/calendar-week.ts';
import { colleaguesOf } from '../../../../src/cli/service/sandbox/colleagues.ts';
import { blankFields, blankOwn, newGuest } from '../../../../src/sandbox/calendar/blank-event.ts';
import type { EventCopy, EventFields, OwnFields } from '../../../../src/sandbox/calendar/event-copy.ts';
import { samplePeople } from '../../../../src/sandbox/sample/sample-company.ts';
import { startTestSandbox, type TestSandbox } from '../../../support/sandbox.ts';

const colleagues = colleaguesOf(samplePeople);
const claire = 'claire.marchetti@halden.example';
const mathieu = 'mathieu.roche@halden.example';
const jordan = 'jordan.pierce@halden.example';
const ines = 'ines.belkacem@halden.example';
const zone = 'Europe/Paris';
const instant = (text: string) => ({ kind: 'instant', ms: Date.parse(text), zone }) as const;

function add(
  { parts }: TestSandbox,
  change: Partial<EventFields> = {},
  { organizer = ines, own = {} }: { organizer?: string; own?: Partial<OwnFields> } = {},
): EventCopy {
  return parts.engine.create({
    organizer,
    fields: {
      ...blankFields,
      summary: 'Review',
      start: instant('2026-11-04T09:00:00Z'),
      end: instant('2026-11-04T09:30:00Z'),
      guests: [newGuest(claire), newGuest(mathieu), newGuest(jordan)],
      ...change,
    },
    own: { ...blankOwn, ...own },
    ...{ providerId: null, uid: null, transactionId: null, notify: true },
  });
}

function weekOf({ parts }: TestSandbox, address: string, monday = '2026-11-02') {
  const person = colleagues.find((each) => each.address === address);
  if (person === undefined) throw new Error(`${address} is not of the company`);
  return calendarWeek(parts, person, monday);
}

/** Entries of a week by their dates, without empty days. */
function shown(
  sandbox: TestSandbox,
  address: string,
  monday?: string,
): Record<string, Partial<SandboxEntry>[]> {
  const days = weekOf(sandbox, address, monday)?.days ?? [];
  return Object.fromEntries(
    days.flatMap(({ date, entries }) => (entries.length > 0 ? [[date, [...entries]]] : [])),
  );
}

function answer({ parts }: TestSandbox, { uid }: EventCopy, address: string, originalStart: string | null) {
  const key = parts.engine.findByUid(address, uid)?.key ?? '';
  const given = { answer: 'declined', comment: 'Not then.', proposal: null, send: true } as const;
  parts.engine.answer({ key, originalStart }, given);
}

describe('a week of a calendar', () => {
  it('has seven days from Monday, whichever day is named', async () => {
    const sandbox = await startTestSandbox();
    for (const date of ['2026-11-02', '2026-11-05', '2026-11-08'])
      expect(weekOf(sandbox, claire, date)?.days.map((day) => day.date)).toEqual([
        ...['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08'],
      ]);
    expect(weekOf(sandbox, claire, 'soon')).toBeNull();
  });

  it('says who organizes nothing about answers, and of guests what they answered', async () => {
    const sandbox = await startTestSandbox();
    const event = add(sandbox);
    answer(sandbox, event, claire, null);
    const entry = { title: 'Review', kind: 'meeting', cancelled: false, removed: false, allDay: false };
    expect(shown(sandbox, ines)['2026-11-04']).toMatchObject([{ ...entry, answer: null, comment: null }]);
    expect(shown(sandbox, mathieu)['2026-11-04']).toMatchObject([{ ...entry, answer: 'needsAction' }]);
    expect(shown(sandbox, claire)['2026-11-04']).toMatchObject([
      { ...entry, answer: 'declined', comment: 'Not then.', startMs: Date.parse('2026-11-04T09:00:00Z') },
    ]);
  });

  it('shows only that occurrence as declined which was, and that Outlook took it away', async () => {
    const sandbox = await startTestSandbox();
    const event = add(sandbox, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] });
    for (const guest of [claire, mathieu]) answer(sandbox, event, guest, '20261111T090000Z');
    for (const [guest, removed] of [
      [claire, false],
      [mathieu, true],
    ] as const) {
      expect(shown(sandbox, guest)).toMatchObject({
        '2026-11-04': [{ answer: 'needsAction', removed: false }],
      });
      expect(shown(sandbox, guest, '2026-11-09')).toMatchObject({
        '2026-11-11': [{ answer: 'declined', removed }],
      });
    }
  });

  it('leaves out what its owner hides or deleted, and keeps in Outlook what the organizer cancelled', async () => {
    const sandbox = await startTestSandbox();
    const { parts } = sandbox;
    const event = add(sandbox);
    expect(shown(sandbox, jordan)).toEqual({});
    parts.engine.remove({ key: event.key, originalStart: null }, true, null);
    expect(shown(sandbox, mathieu)).toMatchObject({ '2026-11-04': [{ cancelled: true }] });
    const other = add(sandbox, { summary: 'Lunch' });
    const own = parts.engine.findByUid(mathieu, other.uid)?.key ?? '';
    parts.engine.moveToFolder(own, 'deleted');
    expect(
      Object.values(shown(sandbox, mathieu))
        .flat()
        .map(({ title }) => title),
    ).toEqual(['Review']);
  });

  it('tells focus time, absence and own entries from meetings, and leaves out where somebody works', async () => {
    const sandbox = await startTestSandbox();
    const special = (eventType: 'focusTime' | 'outOfOffice' | 'workingLocation') => ({
      ...{ organizer: claire, own: { special: { eventType, properties: {} } } },
    });
    const alone = (summary: string) => ({ summary, guests: [] });
    add(sandbox, alone('Deep work'), special('focusTime'));
    add(sandbox, alone('Holiday'), special('outOfOffice'));
    add(sandbox, alone('At home'), special('workingLocation'));
    add(sandbox, alone('Dentist'), { organizer: claire });
    add(sandbox, alone('Kept free'), { organizer: claire, own: { categories: ['Focus time'] } });
    const kinds = shown(sandbox, claire)['2026-11-04']?.map(({ title, kind }) => [title, kind]);
    expect(Object.fromEntries(kinds ?? [])).toEqual({
      ...{ 'Deep work': 'focus', Holiday: 'away', Dentist: 'own', 'Kept free': 'focus' },
    });
  });

  it('is cut at midnight of the owner’s zone, also in the week of the change of clocks', async () => {
    const sandbox = await startTestSandbox();
    // New York goes back to winter time on Sunday 1 November 2026 at 06:00 UTC.
    const late = { start: instant('2026-11-02T04:30:00Z'), end: instant('2026-11-02T05:00:00Z') };
    const early = { start: instant('2026-11-02T05:00:00Z'), end: instant('2026-11-02T05:30:00Z') };
    add(sandbox, { summary: 'late', ...late }, { organizer: jordan });
    add(sandbox, { summary: 'early', ...early }, { organizer: jordan });
    expect(shown(sandbox, jordan, '2026-10-26')).toMatchObject({ '2026-11-01': [{ title: 'late' }] });
    expect(shown(sandbox, jordan)).toMatchObject({ '2026-11-02': [{ title: 'early' }] });
  });

  it('shows whole days at the owner’s midnight, and what began before on its first day', async () => {
    const sandbox = await startTestSandbox();
    const date = (day: string) => ({ kind: 'date', date: day }) as const;
    add(sandbox, {
      summary: 'Fair',
      start: date('2026-11-06'),
      end: date('2026-11-10'),
      guests: [newGuest(claire)],
    });
    const entry = { title: 'Fair', allDay: true, startMs: Date.parse('2026-11-05T23:00:00Z') };
    expect(shown(sandbox, claire)).toMatchObject({ '2026-11-06': [entry] });
    expect(shown(sandbox, claire, '2026-11-09')).toMatchObject({ '2026-11-09': [entry] });
    expect(Object.keys(shown(sandbox, claire, '2026-11-16'))).toEqual([]);
  });
});
