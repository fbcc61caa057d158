import { z } from 'zod';
import type { SandboxPerson } from '../accounts/person.ts';
import type { ApiAnswer } from '../api/api-route.ts';
import type { EventInstance, OwnFields } from '../calendar/event-copy.ts';
import { lowerNames, unknownParameter } from './action-body.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { graphTime, readGraphTime } from './graph-time.ts';
import { type MailboxCall, type MailboxMethod, scopes, withMailbox } from './mailbox-call.ts';
import type { Preferences } from './preferences.ts';
import { windowsZone } from './zone-names.ts';

const minuteMs = 60_000;
/** Limits of one request (microsoft.md 3.5). */
const maxSchedules = 20;
const maxDays = 62;

const time = z.object({ dateTime: z.string(), timeZone: z.string().nullable().default(null) });
const scheduleBody = z.object({
  schedules: z.array(z.string()).min(1),
  starttime: time,
  endtime: time,
  availabilityviewinterval: z.number().int().min(5).max(1440).nullable().default(30),
});

export const scheduleMethod: MailboxMethod = {
  id: 'calendar-getschedule',
  method: 'POST',
  tail: '/calendar/getSchedule',
  scopes: scopes.basic,
  handle: getSchedule,
};

interface ScheduleWindow {
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMs: number;
}

function getSchedule(call: MailboxCall): ApiAnswer | Refusal {
  const parsed = scheduleBody.safeParse(lowerNames(call.request.body));
  if (!parsed.success) return unknownParameter(parsed.error);
  const { schedules, availabilityviewinterval } = parsed.data;
  if (schedules.length > maxSchedules)
    return refuse(400, 'ErrorInvalidRequest', `At most ${maxSchedules} schedules can be asked for at once.`);
  const start = readGraphTime(parsed.data.starttime, 'startTime');
  if (isRefusal(start)) return start;
  const end = readGraphTime(parsed.data.endtime, 'endTime');
  if (isRefusal(end)) return end;
  if (end.ms <= start.ms) return refuse(400, 'ErrorInvalidParameter', 'The end has to be after the start.');
  if (end.ms - start.ms > maxDays * 1440 * minuteMs)
    return refuse(400, 'ErrorTimeIntervalTooBig', `The requested time duration exceeds ${maxDays} days.`);
  const intervalMs = (availabilityviewinterval ?? 30) * minuteMs;
  const window = { fromMs: start.ms, toMs: end.ms, intervalMs };
  return {
    status: 200,
    json: {
      '@odata.context': `${call.request.origin}/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)`,
      value: schedules.map((name) => scheduleOf(call, name, window)),
    },
  };
}

function scheduleOf(call: MailboxCall, scheduleId: string, window: ScheduleWindow): object {
  const person = withMailbox(call.parts.people.find(scheduleId.trim()), scheduleId);
  const busy = isRefusal(person) ? null : call.parts.engine.busy(person.address, window);
  if (isRefusal(person) || busy === null)
    return {
      scheduleId,
      availabilityView: '',
      scheduleItems: null,
      workingHours: null,
      error: {
        message: `Unable to resolve email address ${scheduleId.slice(0, 200)} to an Active Directory object.`,
        responseCode: '5016',
      },
    };
  return {
    scheduleId,
    availabilityView: availabilityView(busy, window),
    scheduleItems: busy.map((entry) => scheduleItem(entry, call.preferences)),
    workingHours: workingHours(person),
  };
}

type Busy = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly as: OwnFields['showAs'];
  readonly instance: EventInstance;
};

/** Digits of `availabilityView`, weakest first: where several entries overlap the strongest is shown. */
const digits: readonly (readonly [OwnFields['showAs'], string])[] = [
  ['free', '0'],
  ['workingElsewhere', '4'],
  ['tentative', '1'],
  ['unknown', '5'],
  ['busy', '2'],
  ['oof', '3'],
];
const strengths: ReadonlyMap<string, number> = new Map(digits.map(([as], index) => [as, index]));

function availabilityView(busy: readonly Busy[], { fromMs, toMs, intervalMs }: ScheduleWindow): string {
  const strongest = new Array<number>(Math.ceil((toMs - fromMs) / intervalMs)).fill(0);
  for (const entry of busy) {
    const first = Math.max(0, Math.floor((entry.fromMs - fromMs) / intervalMs));
    const end = Math.min(strongest.length, Math.ceil((entry.toMs - fromMs) / intervalMs));
    const strength = strengths.get(entry.as) ?? 0;
    for (let slot = first; slot < end; slot += 1) strongest[slot] = Math.max(strongest[slot] ?? 0, strength);
  }
  return strongest.map((strength) => digits[strength]?.[1] ?? '0').join('');
}

/** Private entries say when and nothing else. */
function scheduleItem({ fromMs, toMs, as, instance }: Busy, preferences: Preferences): object {
  const { summary, location, visibility } = instance.fields;
  const isPrivate = visibility === 'private' || visibility === 'confidential';
  return {
    isPrivate,
    status: as,
    ...(isPrivate ? {} : { subject: summary, location }),
    start: graphTime(fromMs, preferences),
    end: graphTime(toMs, preferences),
  };
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function workingHours({ workingHours: { weekdays: days, start, end }, zone }: SandboxPerson): object {
  return {
    daysOfWeek: days.flatMap((day) => weekdays[day - 1] ?? []),
    startTime: timeOfDay(start),
    endTime: timeOfDay(end),
    timeZone: { name: windowsZone(zone) },
  };
}

/** `Edm.TimeOfDay` from `HH:MM` or `HH:MM:SS`. */
function timeOfDay(text: string): string {
  return `${text.length === 5 ? `${text}:00` : text}.0000000`;
}
