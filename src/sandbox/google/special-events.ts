import type { EventFields, OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { found, type OpenCalendar, type Outcome, refused } from './calendar-access.ts';
import { invalid } from './errors.ts';
import type { EventBody } from './event-body.ts';
import { momentMs } from './moments.ts';

type Special = NonNullable<OwnFields['special']>;

const dayMs = 86_400_000;

/**
 * Focus time, out of office and working location, by the rules of google.md 5.9; null for an ordinary event.
 *
 * @param before what the event was; its type cannot change. Undefined for a new one
 */
export function readSpecial(
  parts: SandboxParts,
  calendar: OpenCalendar,
  body: EventBody,
  before: OwnFields['special'] | undefined,
): Outcome<Special | null> {
  const type = body.eventType ?? before?.eventType ?? 'default';
  if (before !== undefined && type !== (before?.eventType ?? 'default')) {
    return refused(invalid('The event type cannot be changed.', 'eventType'));
  }
  if (type === 'default') return found(null);
  if (type === 'birthday' || type === 'fromGmail') {
    return refused(invalid(`Events of type ${type} cannot be created.`, 'eventType'));
  }
  if (type === 'focusTime' && parts.positions()['google.focus-time'] === 'refused') {
    return refused(invalid('Focus time events are not available to this user.', 'eventType'));
  }
  if (calendar.role !== 'owner') {
    return refused(invalid(`Events of type ${type} can only be on primary calendars.`, 'eventType'));
  }
  const written = body[`${type}Properties`];
  const properties = { ...asObject(before?.properties), ...asObject(written) };
  return found({ eventType: type, properties });
}

/** What is wrong with a special event as it would stand after the write; null where all is well. */
export function specialFault(
  special: Special | null,
  fields: EventFields,
  transparent: boolean,
): string | null {
  if (special === null) return null;
  if (special.eventType === 'workingLocation') return workingLocationFault(special, fields, transparent);
  if (fields.start.kind === 'date') return `An event of type ${special.eventType} cannot be all-day.`;
  if (transparent) return `An event of type ${special.eventType} must be opaque.`;
  return null;
}

function workingLocationFault(special: Special, fields: EventFields, transparent: boolean): string | null {
  if (fields.visibility !== 'public') return 'A working location must have public visibility.';
  if (!transparent) return 'A working location must be transparent.';
  const { type } = asObject(special.properties);
  if (typeof type !== 'string') return 'A working location must have workingLocationProperties.type.';
  const lengthMs = momentMs(fields.end, 'utc') - momentMs(fields.start, 'utc');
  if (fields.start.kind === 'date' && lengthMs !== dayMs) return 'A working location lasts exactly one day.';
  return null;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
