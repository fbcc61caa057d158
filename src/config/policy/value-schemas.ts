import { z } from 'zod';
import { isKnownZone } from '../../core/meeting/wall-time.ts';

/** English weekday names in ISO order: the first is weekday 1. */
export const weekdayNames = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A weekday by name; becomes its ISO number, 1 is Monday. */
export const weekday = z.enum(weekdayNames).transform((name) => weekdayNames.indexOf(name) + 1);

/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export const date = z.iso.date().meta({ title: 'a date that exists', examples: ['2026-12-24'] });

/** An address; becomes lower case. 254 characters is the longest that RFC 5321 section 4.5.3.1.3 lets through. */
export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/)
  .toLowerCase()
  .meta({ title: 'an address', examples: ['ann@acme.example'] });

/** A domain name; becomes lower case. */
export const domain = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/)
  .toLowerCase()
  .meta({ title: 'a domain', examples: ['acme.example'] });

/** An IANA zone that the time-zone database of this runtime knows. */
export const zone = z
  .string()
  .max(64)
  .refine(isKnownZone)
  .meta({ title: 'the IANA name of a time zone', examples: ['Europe/Paris', 'Asia/Singapore'] });

/** Free words of one line, for example a category or a phrase. */
export const words = z.string().trim().min(1).max(200);

/** A region by ISO 3166 code, a subdivision after a dash. */
export const region = z
  .string()
  .regex(/^[A-Z]{2}(?:-[A-Za-z0-9]{1,10}){0,2}$/)
  .meta({ title: 'the code of a region', examples: ['FR', 'US-NY'] });

/** Hours of one day, end exclusive; becomes two wall-clock times. `24:00` is the end of the day. */
export const hours = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
  // Wall-clock times of this shape sort as text. A night is two entries, so that each has one weekday.
  .refine((text) => text.slice(0, 5) < text.slice(6))
  .meta({ title: 'hours of one day, the end after the start', examples: ['09:00-17:00', '22:00-24:00'] })
  .transform((text) => ({ start: wallTime(text.slice(0, 5)), end: wallTime(text.slice(6)) }));

function wallTime(text: string): { hour: number; minute: number } {
  return { hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) };
}

/** How long somebody has to answer; becomes whole hours of the clock or whole working days. */
export const responseWindow = z
  .string()
  .regex(/^(?:[1-9]\d{0,2}h|1 working day|[1-9]\d? working days)$/)
  .meta({ title: 'hours or working days', examples: ['24h', '5 working days'] })
  .transform((text) => {
    const count = Number.parseInt(text, 10);
    return text.endsWith('h') ? { hours: count } : { workingDays: count };
  });

/** A number, or `none` for no limit, which becomes null. */
export function limit(largest: number) {
  return z
    .union([z.number().positive().max(largest), z.literal('none')])
    .meta({ examples: [8, 'none'] })
    .transform((value) => (value === 'none' ? null : value));
}
