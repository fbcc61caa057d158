import type { Chance } from './microsoft-chance.ts';
import { guestChoices, namesOf } from './microsoft-stand.ts';

const zones = ['UTC', 'Europe/Paris', 'Pacific Standard Time', 'Singapore Standard Time'] as const;
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** A start within six weeks and an end after it, timed or whole days. */
export function someTime(chance: Chance): object {
  const day = `2026-11-${twoDigits(1 + chance.below(28))}`;
  const timeZone = chance.pick(zones);
  if (chance.inPercent(15)) {
    const end = `2026-12-0${1 + chance.below(3)}T00:00:00`;
    return {
      isAllDay: true,
      start: { dateTime: `${day}T00:00:00`, timeZone },
      end: { dateTime: chance.inPercent(90) ? nextDay(day) : end, timeZone },
    };
  }
  const hour = chance.below(23);
  return {
    isAllDay: false,
    start: { dateTime: `${day}T${twoDigits(hour)}:${chance.pick(['00', '30'])}:00`, timeZone },
    end: { dateTime: `${day}T${twoDigits(hour + 1)}:${chance.pick(['30', '45'])}:00.0000000`, timeZone },
  };
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 19);
}

export function someRecurrence(chance: Chance): object {
  const daysOfWeek = chance.pick([['monday'], ['tuesday', 'thursday'], ['friday']]);
  const pattern = chance.pick<object>([
    { type: 'daily', interval: 1 + chance.below(5) },
    { type: 'weekly', interval: 1 + chance.below(2), daysOfWeek, firstDayOfWeek: 'monday' },
    { type: 'absoluteMonthly', interval: 1, dayOfMonth: 1 + chance.below(31) },
    { type: 'relativeMonthly', interval: 1, daysOfWeek, index: chance.pick(['first', 'last']) },
  ]);
  const range = chance.pick<object>([
    { type: 'numbered', startDate: '2026-11-01', numberOfOccurrences: 2 + chance.below(8) },
    { type: 'endDate', startDate: '2026-11-01', endDate: `2026-12-${twoDigits(1 + chance.below(28))}` },
    { type: 'numbered', startDate: '2026-11-01', numberOfOccurrences: 4 },
  ]);
  return { pattern, range };
}

export function someGuests(chance: Chance): object[] {
  return chance
    .some(guestChoices)
    .slice(0, 4)
    .flatMap((address) => someNames(chance, address))
    .map((address) => ({
      type: chance.pick(['required', 'required', 'optional']),
      emailAddress: { address: chance.inPercent(10) ? address.toUpperCase() : address, name: address },
    }));
}

/** Mostly one name of somebody, now and then all. */
function someNames(chance: Chance, address: string): readonly string[] {
  const names = namesOf(address);
  return chance.inPercent(3) ? names : [chance.inPercent(80) ? address : chance.pick(names)];
}

/** Fields that the organizer decides, beside time, rule and guests. */
export function someText(chance: Chance): object {
  return chance.pick<object>([
    { subject: `Subject ${chance.below(1000)}` },
    { subject: chance.pick(['Plan', 'Plan', '', null]) },
    { body: { contentType: chance.pick(['text', 'html']), content: `<p>Agenda & ${chance.below(9)}</p>` } },
    { location: { displayName: `Room ${chance.below(5)}` } },
    { importance: chance.pick(['low', 'normal', 'high']) },
    { sensitivity: chance.pick(['normal', 'private', 'confidential']) },
    { hideAttendees: chance.inPercent(50) },
    { responseRequested: chance.inPercent(80), allowNewTimeProposals: chance.inPercent(70) },
    { isOnlineMeeting: true },
  ]);
}

/** Fields that only the owner of a copy sees. */
export function someOwn(chance: Chance): object {
  return chance.pick<object>([
    { showAs: chance.pick(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']) },
    { categories: chance.some(['Red', 'Blue']) },
    { isReminderOn: chance.inPercent(50), reminderMinutesBeforeStart: chance.below(60) },
    {
      singleValueExtendedProperties: [
        {
          id: 'String {00020329-0000-0000-C000-000000000046} Name gate',
          value: chance.pick(['a', 'b', null]),
        },
      ],
    },
  ]);
}
