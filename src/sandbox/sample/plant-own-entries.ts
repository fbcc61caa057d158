import type { CalendarEngine } from '../calendar/calendar-engine.ts';
import type { OwnFields } from '../calendar/event-copy.ts';
import { ownEntry } from './event-of.ts';
import { absences, appointments, focusTimes, publicHolidays } from './own-entries.ts';
import { employeeNames, personNamed, type SampleName } from './people.ts';
import { lasting, onWeekday, placeSeries } from './place.ts';
import { atTime, dateOf, firstMonday, midnightsBetween } from './wall-clock.ts';

/** The planted months. */
export interface PlantedWindow {
  /** Epoch milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Whole weeks in it. */
  readonly weeks: number;
}

/** Focus time, days off, private appointments and public holidays: entries with nobody but their owner. */
export function plantOwnEntries(engine: CalendarEngine, window: PlantedWindow): void {
  for (const focus of focusTimes) {
    const placed = placeSeries(focus, focus.owner, window.fromMs);
    engine.create(ownEntry(focus.owner, { ...placed, summary: focus.title }, focusOf(focus.owner)));
  }
  for (const { owner, title, week, from, days } of absences) {
    const day = onWeekday(mondayOf(owner, week, window), from);
    const { start, end } = personNamed(owner).workingHours;
    const back = atTime(day.plus({ days: days - 1 }), end);
    const minutes = back.diff(atTime(day, start), 'minutes').minutes;
    const placed = lasting(atTime(day, start), minutes, []);
    engine.create(ownEntry(owner, { ...placed, summary: title }, absenceOf(owner)));
  }
  for (const { owner, title, at, minutes, week, day } of appointments) {
    const placed = lasting(atTime(onWeekday(mondayOf(owner, week, window), day), at), minutes, []);
    engine.create(ownEntry(owner, { ...placed, summary: title, visibility: 'private' }, {}));
  }
  for (const name of employeeNames) plantHolidays(engine, name, window);
}

function plantHolidays(engine: CalendarEngine, owner: SampleName, window: PlantedWindow): void {
  const { zone } = personNamed(owner);
  for (const holiday of publicHolidays.filter((holidays) => holidays.zone === zone)) {
    for (const day of midnightsBetween(window.fromMs, window.toMs, zone)) {
      if (!holiday.dates.includes(day.toFormat('MM-dd'))) continue;
      const placed = { start: dateOf(day), end: dateOf(day.plus({ days: 1 })), recurrence: [] };
      engine.create(ownEntry(owner, { ...placed, summary: holiday.title }, { showAs: 'free' }));
    }
  }
}

function mondayOf(owner: SampleName, week: number, window: PlantedWindow) {
  return firstMonday(window.fromMs, personNamed(owner).zone).plus({ weeks: week % window.weeks });
}

/** Google has an own kind of entry for it (Calendar API, `eventType`); Outlook people use a category. */
function focusOf(owner: SampleName): Partial<OwnFields> {
  if (personNamed(owner).provider === 'microsoft') return { categories: ['Focus time'] };
  const properties = { autoDeclineMode: 'declineNone', chatStatus: 'doNotDisturb' };
  return { special: { eventType: 'focusTime', properties } };
}

function absenceOf(owner: SampleName): Partial<OwnFields> {
  if (personNamed(owner).provider === 'microsoft') return { showAs: 'oof' };
  const properties = { autoDeclineMode: 'declineNone', declineMessage: 'I am out of the office.' };
  return { special: { eventType: 'outOfOffice', properties } };
}
