import type { EventFields, EventMoment, Guest, OwnFields } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import { type EventTarget, eventId, targetFolder, targetId } from './event-ids.ts';
import { bodyAs, bodyPreview } from './event-text.ts';
import { graphMoment, neverTime, utcText } from './graph-time.ts';
import type { Preferences } from './preferences.ts';
import { toRecurrence } from './recurrence.ts';
import { occurrenceUid } from './uid.ts';
import { windowsZone } from './zone-names.ts';

/** An event of one mailbox as JSON, with every property that an answer may hold; `$select` picks from it. */
export type EventResource = Readonly<Record<string, unknown>>;

export type EventType = 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';

export function eventType({ copy, instance }: EventTarget): EventType {
  if (copy.fields.recurrence.length === 0) return 'singleInstance';
  if (instance === null) return 'seriesMaster';
  return instance.isException ? 'exception' : 'occurrence';
}

/** Grows with every change; an occurrence changes with its series as well. */
function changeKey({ copy, instance }: EventTarget): string {
  return Buffer.from(`${copy.key}.${copy.version}.${instance?.version ?? 0}`).toString('base64');
}

export function eventTag(target: EventTarget): string {
  return `W/"${changeKey(target)}"`;
}

/** Graph `event`. Property names and types are those of the v1.0 metadata. */
export function eventResource(
  parts: Pick<SandboxParts, 'engine'>,
  target: EventTarget,
  preferences: Preferences,
): EventResource {
  const { copy, instance } = target;
  const fields = instance?.fields ?? copy.fields;
  const own = instance?.own ?? copy.own;
  const isOrganizer = copy.organizer === copy.mailbox;
  const id = targetId(target, preferences.immutableIds);
  return {
    '@odata.etag': eventTag(target),
    id,
    createdDateTime: utcText(copy.createdMs),
    lastModifiedDateTime: utcText(instance?.updatedMs ?? copy.updatedMs),
    changeKey: changeKey(target),
    categories: own.categories,
    transactionId: isOrganizer ? copy.transactionId : null,
    originalStartTimeZone: zoneOf(fields.start),
    originalEndTimeZone: zoneOf(fields.end),
    iCalUId: instance === null ? copy.uid : occurrenceUid(copy.uid, instance.originalMoment),
    reminderMinutesBeforeStart: own.reminderMinutes ?? 15,
    isReminderOn: own.reminderMinutes !== null,
    hasAttachments: fields.attachments.length > 0,
    subject: fields.summary,
    bodyPreview: bodyPreview(fields.body),
    importance: fields.importance,
    sensitivity: sensitivities[fields.visibility],
    isAllDay: fields.start.kind === 'date',
    isCancelled: fields.cancelled,
    isOrganizer,
    responseRequested: fields.answersRequested,
    seriesMasterId: masterId(target, preferences),
    showAs: own.showAs,
    type: eventType(target),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    ...conference(fields),
    allowNewTimeProposals: fields.proposalsAllowed,
    isDraft: false,
    hideAttendees: fields.guestListHidden,
    recurrence: instance === null ? toRecurrence(fields.recurrence, fields.start) : null,
    originalStart: instance === null ? null : originalStart(instance.originalMoment),
    responseStatus: responseStatus(parts, target, isOrganizer),
    body: bodyAs(fields.body, preferences.textBody),
    start: graphMoment(fields.start, preferences),
    end: graphMoment(fields.end, preferences),
    location: location(fields.location),
    locations: fields.location === '' ? [] : [location(fields.location)],
    attendees: attendees(parts, target, fields, isOrganizer, preferences),
    organizer: { emailAddress: { name: copy.organizerName ?? copy.organizer, address: copy.organizer } },
    singleValueExtendedProperties: extendedProperties(own),
  };
}

/** In answers only where `$select` names them. */
export function selectedOnly(
  parts: Pick<SandboxParts, 'engine'>,
  target: EventTarget,
  preferences: Preferences,
): EventResource {
  const { copy, instance } = target;
  const id = eventId(
    { key: copy.key, originalStart: null },
    targetFolder({ copy, instance: null }),
    preferences.immutableIds,
  );
  const occurrenceId = (moment: EventMoment) => `OID.${id}.${originalStart(moment).slice(0, 10)}`;
  const cancelled = Object.keys(copy.exceptions).flatMap((key) => {
    const exception = parts.engine.instance(copy.key, key);
    const isGone = exception !== null && (exception.gone || exception.fields.cancelled);
    return isGone ? [occurrenceId(exception.originalMoment)] : [];
  });
  return {
    occurrenceId: instance === null ? null : occurrenceId(instance.originalMoment),
    cancelledOccurrences: eventType(target) === 'seriesMaster' ? cancelled : [],
  };
}

const sensitivities = {
  default: 'normal',
  public: 'normal',
  private: 'private',
  confidential: 'confidential',
} as const satisfies Record<EventFields['visibility'], string>;

function masterId(target: EventTarget, preferences: Preferences): string | null {
  const { copy, instance } = target;
  if (instance === null || eventType(target) === 'singleInstance') return null;
  return targetId({ copy, instance: null }, preferences.immutableIds);
}

function zoneOf(moment: EventMoment): string {
  return moment.kind === 'instant' ? windowsZone(moment.zone) : 'UTC';
}

function originalStart(moment: EventMoment): string {
  return moment.kind === 'instant' ? utcText(moment.ms) : `${moment.date}T00:00:00Z`;
}

function conference({ conferenceUrl }: EventFields): EventResource {
  const isOnline = conferenceUrl !== null;
  return {
    isOnlineMeeting: isOnline,
    onlineMeetingProvider: isOnline ? 'teamsForBusiness' : 'unknown',
    onlineMeetingUrl: null,
    onlineMeeting: isOnline ? { joinUrl: conferenceUrl } : null,
  };
}

function location(displayName: string): object {
  return displayName === ''
    ? { displayName: '', locationType: 'default', uniqueIdType: 'unknown' }
    : { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' };
}

const responses = {
  needsAction: 'notResponded',
  accepted: 'accepted',
  tentative: 'tentativelyAccepted',
  declined: 'declined',
} as const;

/** Somebody who was invited through a group has no entry, and so no answer. */
function responseStatus(
  parts: Pick<SandboxParts, 'engine'>,
  { copy, instance }: EventTarget,
  isOrganizer: boolean,
): object {
  if (isOrganizer) return { response: 'organizer', time: neverTime };
  const own = parts.engine.ownGuest(copy, instance?.originalStart ?? null);
  return own === null
    ? { response: 'none', time: neverTime }
    : { response: responses[own.answer], time: answeredAt(own) };
}

function answeredAt({ answer, answeredAtMs }: Guest): string {
  return answer === 'needsAction' || answeredAtMs === null ? neverTime : utcText(answeredAtMs);
}

/** Answers of others reach the organizer only: a guest sees `none` there (microsoft.md 3.1). */
function attendees(
  parts: Pick<SandboxParts, 'engine'>,
  { copy, instance }: EventTarget,
  fields: EventFields,
  isOrganizer: boolean,
  preferences: Preferences,
): readonly object[] {
  const own = isOrganizer ? null : parts.engine.ownGuest(copy, instance?.originalStart ?? null);
  const shown =
    fields.guestListHidden && !isOrganizer
      ? fields.guests.filter(({ address }) => address === own?.address)
      : fields.guests;
  return shown.map((guest) => {
    const known = guest.answer !== 'needsAction' && (isOrganizer || guest.address === own?.address);
    return {
      type: guest.resource ? 'resource' : guest.optional ? 'optional' : 'required',
      status: known
        ? { response: responses[guest.answer], time: answeredAt(guest) }
        : { response: 'none', time: neverTime },
      ...(isOrganizer && guest.proposal
        ? { proposedNewTime: proposedTime(guest.proposal, preferences) }
        : {}),
      emailAddress: { name: guest.name ?? guest.address, address: guest.address },
    };
  });
}

function proposedTime(proposal: NonNullable<Guest['proposal']>, preferences: Preferences): object {
  return {
    start: graphMoment(proposal.start, preferences),
    end: graphMoment(proposal.end, preferences),
  };
}

function extendedProperties(own: OwnFields): readonly object[] {
  return Object.entries(own.privateProperties).map(([id, value]) => ({ id, value }));
}
