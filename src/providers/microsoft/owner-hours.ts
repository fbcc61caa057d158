import type { z } from 'zod';
import type { OwnerHours } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { WeeklyWindow } from '../../core/meeting/policy.ts';
import type { WallTime } from '../../core/meeting/wall-time.ts';
import { ianaName } from '../formats/zone-names.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { mailboxSettings } from './schema.ts';

type Settings = z.output<typeof mailboxSettings>;
type WorkingHours = NonNullable<Settings['workingHours']>;

/**
 * Zone and working hours of the mailbox settings. Hours have a zone of their own there, and it is the one that is
 * given; where it has no IANA name the hours are unknown, because on another clock they would be other hours.
 */
export async function ownerHours({ client }: MailboxContext): Promise<Outcome<OwnerHours>> {
  const read = await client.send({ method: 'GET', path: 'mailboxSettings' }, mailboxSettings);
  if (!read.ok) return read;
  const { timeZone, workingHours } = read.value;
  const zone = workingHours === null ? null : hoursZone(workingHours, timeZone);
  if (workingHours === null || zone === null)
    return { ok: true, value: { zone: ianaName(timeZone), workingHours: null } };
  return { ok: true, value: { zone, workingHours: weeklyWindows(workingHours) } };
}

function hoursZone({ timeZone }: WorkingHours, mailboxZone: string | null): string | null {
  if (timeZone === null) return ianaName(mailboxZone);
  return ianaName(timeZone.name) ?? fixedZone(timeZone);
}

/** A custom zone of whole hours without daylight saving. POSIX signs: `Etc/GMT+8` is eight hours behind UTC. */
function fixedZone({ bias, daylightOffset }: NonNullable<WorkingHours['timeZone']>): string | null {
  if (bias === null || bias % 60 !== 0 || Math.abs(bias) > 720) return null;
  if ((daylightOffset?.daylightBias ?? 0) !== 0) return null;
  const hours = bias / 60;
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '+' : '-'}${Math.abs(hours)}`;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function weeklyWindows({ daysOfWeek, startTime, endTime }: WorkingHours): readonly WeeklyWindow[] | null {
  const days = daysOfWeek.map((day) => weekdays.indexOf(day.toLowerCase()) + 1);
  const [start, end] = [wallTime(startTime), wallTime(endTime)];
  // No days at all would make every meeting one out of hours; a day that is not known is no day off.
  if (start === null || end === null || days.length === 0 || days.includes(0)) return null;
  const minutes = ({ hour, minute }: WallTime): number => hour * 60 + minute;
  if (minutes(end) > minutes(start)) return [{ weekdays: days, start, end }];
  // A night shift: the rest of the day, and the morning after it.
  const evening = { weekdays: days, start, end: { hour: 24, minute: 0 } };
  const morning = { weekdays: days.map((day) => (day % 7) + 1), start: { hour: 0, minute: 0 }, end };
  return minutes(end) === 0 ? [evening] : [evening, morning];
}

function wallTime(text: string | null): WallTime | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(text ?? '') ?? [];
  return hour === undefined || Number(hour) > 23 || Number(minute) > 59
    ? null
    : { hour: Number(hour), minute: Number(minute) };
}
