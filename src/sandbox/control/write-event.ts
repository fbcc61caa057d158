import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { blankFields, blankOwn, newGuest } from '../calendar/blank-event.ts';
import type { EventMoment } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';

const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/, 'write it as 2026-11-25T10:00');

/** A meeting, as somebody writes it on the clock of a zone. */
export const eventOrder = z.strictObject({
  organizer: z.string(),
  /** Addresses of anybody: people of this company, groups, rooms, others. */
  attendees: z.array(z.email()).max(500),
  summary: z.string(),
  description: z.string().default(''),
  start: wallTime,
  end: wallTime,
  /** By default the organizer's. */
  zone: z
    .string()
    .refine((name) => IANAZone.isValidZone(name), 'write an IANA zone, for example Europe/Paris')
    .optional(),
  /** RFC 5545, without the name of the property: `FREQ=WEEKLY;COUNT=4`. */
  rrule: z
    .string()
    .regex(/^FREQ=[A-Z0-9=;,+:-]+$/i, 'write it as FREQ=WEEKLY;COUNT=4')
    .optional(),
});

/** An event written as its organizer would: guests are told and get their copies. */
export function writeEvent(
  { engine, people }: Pick<SandboxParts, 'engine' | 'people'>,
  order: z.output<typeof eventOrder>,
): { readonly ok: true; readonly uid: string } | { readonly ok: false; readonly why: string } {
  const organizer = people.find(order.organizer);
  if (organizer === null)
    return { ok: false, why: `nobody here is called ${order.organizer}; GET /people lists all` };
  const zone = order.zone ?? organizer.zone;
  const [start, end] = [moment(order.start, zone), moment(order.end, zone)];
  if (start === null || end === null || start.ms >= end.ms)
    return { ok: false, why: 'the end has to be after the start, and both have to be days of the calendar' };
  const guests = order.attendees.map((address) => newGuest(address, people.find(address)?.name ?? null));
  const { uid } = engine.create({
    organizer: organizer.address,
    fields: {
      ...blankFields,
      summary: order.summary,
      body: { kind: 'text', content: order.description },
      start,
      end,
      recurrence: order.rrule === undefined ? [] : [`RRULE:${order.rrule}`],
      guests,
    },
    own: blankOwn,
    providerId: null,
    uid: null,
    transactionId: null,
    notify: true,
  });
  return { ok: true, uid };
}

function moment(text: string, zone: string): Extract<EventMoment, { kind: 'instant' }> | null {
  const time = DateTime.fromISO(text, { zone });
  return time.isValid ? { kind: 'instant', ms: time.toMillis(), zone } : null;
}
