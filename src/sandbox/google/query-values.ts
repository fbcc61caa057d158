import { found, type Outcome, refused } from './calendar-access.ts';
import { invalid } from './errors.ts';
import { isZone, readTimestamp } from './moments.ts';

/** One value of a query, or 400 `invalid` that names the parameter. */
export function readFlag(query: URLSearchParams, name: string): Outcome<boolean | null> {
  const text = query.get(name);
  if (text === null) return found(null);
  if (text === 'true' || text === 'false') return found(text === 'true');
  return refused(invalid(`Invalid boolean value: '${text.slice(0, 40)}'.`, name));
}

/** @returns a whole number of at least 1; null where the parameter is absent */
export function readCount(query: URLSearchParams, name: string): Outcome<number | null> {
  const text = query.get(name);
  if (text === null) return found(null);
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return number >= 1 ? found(number) : refused(invalid(`Invalid value '${text.slice(0, 40)}'.`, name));
}

/** @returns epoch milliseconds */
export function readInstant(query: URLSearchParams, name: string): Outcome<number | null> {
  const text = query.get(name);
  if (text === null) return found(null);
  const ms = readTimestamp(text);
  return ms === null ? refused(invalid(`Invalid value for: ${name} is no RFC 3339 time.`, name)) : found(ms);
}

export function readChoice<T extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly T[],
): Outcome<T | null> {
  const text = query.get(name);
  if (text === null) return found(null);
  const choice = choices.find((one) => one === text);
  return choice === undefined
    ? refused(invalid(`Invalid string value: '${text.slice(0, 40)}'.`, name))
    : found(choice);
}

/** @returns an IANA name; that of the calendar where the query has none */
export function readZone(query: URLSearchParams, calendarZone: string): Outcome<string> {
  const zone = query.get('timeZone') ?? calendarZone;
  return isZone(zone) ? found(zone) : refused(invalid(`Invalid time zone: ${zone.slice(0, 40)}`, 'timeZone'));
}
