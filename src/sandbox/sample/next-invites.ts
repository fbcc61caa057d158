import { DateTime } from 'luxon';
import type { NewEvent } from '../calendar/calendar-engine.ts';
import type { SandboxParts } from '../parts.ts';
import { type Choices, createChoices } from './choices.ts';
import { eventOf } from './event-of.ts';
import { decidingInvites } from './invites/deciding.ts';
import { hostileInvites } from './invites/hostile.ts';
import { informingInvites } from './invites/informing.ts';
import { peopleInvites } from './invites/meeting-people.ts';
import type { SampleInvite } from './invites/sample-invite.ts';
import { personNamed } from './people.ts';
import { lasting } from './place.ts';
import { atTime, isoWeekday } from './wall-clock.ts';

/** Every invite of the stream, before it has a time. */
export const sampleInvites: readonly SampleInvite[] = [
  ...informingInvites,
  ...decidingInvites,
  ...peopleInvites,
  ...hostileInvites,
];

/** Any number: it makes the stream what it is. */
const streamSeed = 88;
const tableName = 'sample-stream';

/**
 * The next invites that arrive, created in the organizers' calendars. The stream has no end and is the same in every
 * run: all invites in a mixed order, then all again in another one. It goes on where it stood before a restart.
 *
 * @param count how many; none for 0
 * @returns in the order of arrival; the organizer by address
 */
export function nextSampleInvites(
  parts: SandboxParts,
  count: number,
): readonly { readonly uid: string; readonly organizer: string }[] {
  const table = parts.tables.table<number>(tableName);
  return Array.from({ length: count }, () => {
    const number = table.get('next') ?? 0;
    table.put('next', number + 1);
    const { uid, organizer } = parts.engine.create(arrival(number, parts.clock.nowMs()));
    return { uid, organizer };
  });
}

function arrival(number: number, nowMs: number): NewEvent {
  const round = Math.floor(number / sampleInvites.length);
  const choices = createChoices(streamSeed + number);
  const invite = mixed(round)[number % sampleInvites.length];
  if (!invite) throw new RangeError(`no invite has the number ${number}`);
  const event = eventOf(invite, placeInvite(invite, nowMs, choices));
  const [, domain = ''] = event.organizer.split('@');
  return {
    ...event,
    fields: { ...event.fields, ...(invite.markup && { body: { kind: 'html', content: invite.body } }) },
    uid: `invite-${String(number + 1).padStart(6, '0')}@${domain}`,
    notify: true,
  };
}

/** The invites in the order of a round (Fisher and Yates). */
function mixed(round: number): readonly SampleInvite[] {
  const choices = createChoices(streamSeed * 1000 + round);
  const rest = [...sampleInvites];
  const order: SampleInvite[] = [];
  while (rest.length > 0) order.push(...rest.splice(choices.below(rest.length), 1));
  return order;
}

/** On one of its weekdays in the next two weeks; an incident does not wait that long. */
function placeInvite(invite: SampleInvite, nowMs: number, choices: Choices) {
  const today = DateTime.fromMillis(nowMs, { zone: personNamed(invite.organizer).zone });
  const weekday = isoWeekday(choices.pick(invite.days));
  const daysAhead = ((weekday - today.weekday + 6) % 7) + 1;
  const later = invite.purpose !== 'incident' && choices.chance(50) ? 7 : 0;
  const start = atTime(today.plus({ days: daysAhead + later }), invite.at);
  const every = invite.repeatsEveryWeeks;
  const day = invite.days.find((candidate) => isoWeekday(candidate) === weekday);
  const rule = every === undefined ? [] : [`RRULE:FREQ=WEEKLY;INTERVAL=${every};BYDAY=${day}`];
  return lasting(start, invite.minutes, rule);
}
