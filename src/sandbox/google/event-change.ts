import { blankFields, blankOwn } from '../calendar/blank-event.ts';
import type { EventCopy, EventFields, OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { found, type OpenCalendar, type Outcome, refused } from './calendar-access.ts';
import { newMeetLink } from './conference.ts';
import { invalid } from './errors.ts';
import type { EventBody } from './event-body.ts';
import { readTimes } from './event-times.ts';
import { holdsTooMuch, mergeProperties, withinLimits } from './property-limits.ts';
import { readSpecial, specialFault } from './special-events.ts';

/** What the query of a write allows. */
export interface WriteOptions {
  readonly supportsAttachments: boolean;
  /** `conferenceDataVersion`: 0 ignores conference data in the body. */
  readonly conferences: boolean;
}

/** An event as it is before a write, or as the default of a new one. */
export interface EventState {
  /** Null for a new event. */
  readonly copy: EventCopy | null;
  readonly fields: EventFields;
  readonly own: OwnFields;
}

const nowhere = { kind: 'date', date: '1970-01-01' } as const;

/** Nothing but defaults; times and guests are to be filled in. */
export const blankEvent: EventState = {
  copy: null,
  own: blankOwn,
  fields: { ...blankFields, start: nowhere, end: nowhere },
};

/**
 * The event after a write, but for its guests. Fields that the body does not name stay as in `before`.
 *
 * @returns every field, changed or not, or the refusal of the first one that is wrong
 */
export function applyBody(
  parts: SandboxParts,
  calendar: OpenCalendar,
  body: EventBody,
  before: EventState,
  options: WriteOptions,
): Outcome<EventState> {
  const isNew = before.copy === null;
  const times = readTimes(body, isNew ? null : before.fields, calendar.owner.zone);
  if (!times.ok) return times;
  const special = readSpecial(parts, calendar, body, isNew ? undefined : before.own.special);
  if (!special.ok) return special;
  const fields = {
    ...before.fields,
    ...readWords(body, before.fields),
    ...times.value,
    ...readExtras(parts, body, before.fields, options),
  };
  const own = readOwn(body, before.own, special.value);
  const fault = specialFault(special.value, fields, own.showAs === 'free');
  if (fault !== null) return refused(invalid(fault));
  if (holdsTooMuch(parts, before.copy, own.privateProperties, fields.sharedProperties)) {
    return refused(invalid('Too many extended properties.', 'extendedProperties'));
  }
  return found({ copy: before.copy, fields, own });
}

function readWords(body: EventBody, before: EventFields): Partial<EventFields> {
  const { description } = body;
  return {
    summary: given(body.summary, before.summary, ''),
    body: description === undefined ? before.body : { kind: 'html', content: description ?? '' },
    location: given(body.location, before.location, ''),
    visibility: given(body.visibility, before.visibility, 'default'),
    tentative: given(body.status && body.status === 'tentative', before.tentative, false),
    guestListHidden: !given(body.guestsCanSeeOtherGuests, !before.guestListHidden, true),
  };
}

function readExtras(
  parts: SandboxParts,
  body: EventBody,
  before: EventFields,
  options: WriteOptions,
): Partial<EventFields> {
  const shared = body.extendedProperties?.shared;
  return {
    ...(shared && { sharedProperties: mergeProperties(before.sharedProperties, withinLimits(shared)) }),
    ...(options.supportsAttachments &&
      body.attachments !== undefined && {
        attachments: (body.attachments ?? []).map((attachment) => ({
          url: attachment.fileUrl,
          title: attachment.title ?? '',
          mimeType: attachment.mimeType ?? 'text/html',
        })),
      }),
    ...(options.conferences && body.conferenceData === null && { conferenceUrl: null }),
    ...(options.conferences &&
      body.conferenceData?.createRequest &&
      before.conferenceUrl === null && {
        conferenceUrl: newMeetLink(parts),
      }),
  };
}

function readOwn(body: EventBody, before: OwnFields, special: OwnFields['special']): OwnFields {
  const busy = special?.eventType === 'outOfOffice' ? 'oof' : 'busy';
  const until = before.showAs === 'busy' ? busy : before.showAs;
  const written = body.extendedProperties?.private;
  const { reminders } = body;
  return {
    ...before,
    showAs: body.transparency === 'transparent' ? 'free' : body.transparency === undefined ? until : busy,
    privateProperties: written
      ? mergeProperties(before.privateProperties, withinLimits(written))
      : before.privateProperties,
    reminderMinutes:
      reminders === undefined ? before.reminderMinutes : (reminders?.overrides?.[0]?.minutes ?? null),
    special,
  };
}

function given<T>(written: T | null | undefined, before: T, cleared: T): T {
  return written === undefined ? before : (written ?? cleared);
}
