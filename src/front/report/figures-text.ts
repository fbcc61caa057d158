import { DateTime } from 'luxon';

/** Minutes as hours for people: whole from ten hours on, one decimal below. */
export function hoursText(minutes: number): string {
  const hours = minutes / 60;
  // 9.96 would otherwise become "10.0".
  const decimals = hours >= 9.95 ? 0 : 1;
  return grouped(hours, decimals);
}

/** `1 hour`, `1.5 hours`, `61 hours`. */
export function hoursPhrase(minutes: number): string {
  const text = hoursText(minutes);
  return `${text} ${text === '1' ? 'hour' : 'hours'}`;
}

/** `1 meeting`, `93 meetings`. */
export function countPhrase(count: number, one: string, many: string): string {
  return `${grouped(count, 0)} ${count === 1 ? one : many}`;
}

/** A number with thousands separators and at most that many decimals. */
export function grouped(value: number, decimals: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: decimals }).format(value);
}

/** `October 2026` */
export function monthName(month: string): string {
  return DateTime.fromISO(month, { zone: 'utc' }).toFormat('LLLL yyyy', { locale: 'en' });
}

/** `Thu 8 October` */
export function dayName(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).toFormat('ccc d LLLL', { locale: 'en' });
}

/** `1–4 Oct`, `28 Sep–4 Oct` */
export function dateRange(fromDate: string, toDate: string): string {
  const from = DateTime.fromISO(fromDate, { zone: 'utc' }).setLocale('en');
  const to = DateTime.fromISO(toDate, { zone: 'utc' }).setLocale('en');
  const start = from.month === to.month ? from.toFormat('d') : from.toFormat('d LLL');
  return fromDate === toDate ? to.toFormat('d LLL') : `${start}–${to.toFormat('d LLL')}`;
}
