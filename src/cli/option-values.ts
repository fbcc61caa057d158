import { DateTime } from 'luxon';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { isKnownZone, wallTimeToInstant } from '../core/meeting/wall-time.ts';

/** The value of an option, or why it is refused. */
export type OptionValue<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ReadProblem };

/** `--zone`: an IANA name, as the time-zone database writes it. */
export function parseZone(text: string): OptionValue<string> {
  if (isKnownZone(text)) return { ok: true, value: text };
  return refuse(
    '--zone',
    `${quoted(text)} is not a time zone`,
    'give an IANA name, for example Europe/Paris, America/New_York or UTC',
  );
}

/** Calendars hold no others, and dates far away end where the clock of JavaScript does. */
const firstMonth = '1970-01';
const lastMonth = '2199-12';

/** `--month`: `YYYY-MM`. */
export function parseMonth(text: string): OptionValue<string> {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) && text >= firstMonth && text <= lastMonth)
    return { ok: true, value: text };
  return refuse(
    '--month',
    `${quoted(text)} is not a month`,
    `give YYYY-MM from ${firstMonth} to ${lastMonth}, for example 2026-10`,
  );
}

/** `--me`: an e-mail address, in lower case. */
export function parseMe(text: string): OptionValue<string> {
  const address = text.trim().toLowerCase();
  if (/^[^\s@]{1,250}@[^\s@]{1,250}$/.test(address)) return { ok: true, value: address };
  return refuse(
    '--me',
    `${quoted(text)} is not an e-mail address`,
    'give yours, for example sam@acme.example',
  );
}

/**
 * `--now`: an ISO 8601 instant. Without an offset it is read on the clock of `zone`.
 *
 * @returns epoch milliseconds
 */
export function parseNow(text: string, zone: string): OptionValue<number> {
  return parseMoment('--now', text, zone, ' with --zone');
}

/**
 * An option whose value is an ISO 8601 instant. Without an offset it is read on the clock of `zone`.
 *
 * @param option its name, for messages
 * @param howToName what the remedy says behind a time without an offset
 * @returns epoch milliseconds
 */
export function parseMoment(
  option: string,
  text: string,
  zone: string,
  howToName = ' for UTC',
): OptionValue<number> {
  const ms = hasOffset(text) ? DateTime.fromISO(text, { zone: 'utc' }).toMillis() : wallClock(text, zone);
  if (Number.isFinite(ms)) return { ok: true, value: ms };
  return refuse(
    option,
    `${quoted(text)} is not a moment`,
    `give an ISO 8601 time, for example 2026-10-05T09:00:00+02:00 or 2026-10-05T09:00${howToName}`,
  );
}

/** True where the text itself says how far its clock is from UTC. */
export function hasOffset(text: string): boolean {
  return /(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/.test(text) && /[Tt]/.test(text);
}

function wallClock(text: string, zone: string): number {
  const local = DateTime.fromISO(text, { zone: 'utc' });
  if (!local.isValid || !/^\d{4}-\d{2}-\d{2}(?:[Tt ]|$)/.test(text)) return Number.NaN;
  const { hour, minute, second } = local;
  return wallTimeToInstant(local.toISODate(), { hour, minute, second }, zone);
}

function refuse(place: string, what: string, remedy: string): { ok: false; problem: ReadProblem } {
  return { ok: false, problem: { place, what, remedy } };
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
