import { z } from 'zod';
import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';
import type { SandboxParts } from '../parts.ts';
import { tokenOwner } from './calendar-access.ts';
import { invalid, required, timeRangeEmpty } from './errors.ts';
import { inZone, isZone, readTimestamp, timestamp } from './moments.ts';

const body = z.object({
  timeMin: z.string(),
  timeMax: z.string(),
  timeZone: z.string().nullish(),
  items: z.array(z.object({ id: z.string() })).nullish(),
  // The API description names the most; more is a mistake of the client.
  groupExpansionMax: z.int().min(1).max(100).nullish(),
  calendarExpansionMax: z.int().min(1).max(50).nullish(),
});

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * `calendar.freebusy.query`. What cannot be told of one calendar stands as an error beside it, in an answer 200:
 * `notFound`, `groupTooBig`, `tooManyCalendarsRequested`.
 */
export function queryFreeBusy(parts: SandboxParts, request: ApiRequest): ApiAnswer {
  const read = body.safeParse(request.body ?? {});
  if (!read.success) return invalid(`Invalid value for: ${read.error.issues[0]?.path.join('.') ?? 'body'}`);
  const fromMs = readTimestamp(read.data.timeMin);
  const toMs = readTimestamp(read.data.timeMax);
  if (fromMs === null || toMs === null) return required('Missing or unreadable timeMin or timeMax.');
  if (fromMs >= toMs) return timeRangeEmpty('timeMax');
  const zone = read.data.timeZone ?? 'UTC';
  if (!isZone(zone)) return invalid('Invalid time zone.', 'timeZone');
  const { groups, ids } = expand(parts, request, read.data);
  const most = read.data.calendarExpansionMax ?? 50;
  const calendars = ids.map((id, index) => [
    id,
    index < most
      ? writeBusy(parts, request, id, { fromMs, toMs }, zone)
      : { errors: [calendarError('tooManyCalendarsRequested')], busy: [] },
  ]);
  return {
    status: 200,
    json: {
      kind: 'calendar#freeBusy',
      timeMin: timestamp(fromMs),
      timeMax: timestamp(toMs),
      ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
      calendars: Object.fromEntries(calendars),
    },
  };
}

/** Groups become their members' calendars; everything else is asked for as it is. */
function expand(parts: SandboxParts, request: ApiRequest, query: z.output<typeof body>) {
  const most = query.groupExpansionMax ?? 100;
  const groups: [string, object][] = [];
  const ids = new Set<string>();
  for (const { id } of query.items ?? []) {
    const isGroup = personOf(parts, request, id)?.kind === 'group';
    const members = isGroup ? parts.people.membersOf(id) : [id];
    const tooBig = isGroup && members.length > most;
    if (isGroup)
      groups.push([id, tooBig ? { errors: [calendarError('groupTooBig')] } : { calendars: members }]);
    if (!tooBig) for (const member of members) ids.add(member);
  }
  return { groups, ids: [...ids] };
}

function writeBusy(parts: SandboxParts, request: ApiRequest, id: string, window: Span, zone: string) {
  const person = personOf(parts, request, id);
  const spans = person?.provider === 'google' ? parts.engine.busy(person.address, window) : null;
  if (spans === null) return { errors: [calendarError('notFound')], busy: [] };
  const within = spans.map(({ fromMs, toMs }) => ({
    fromMs: Math.max(fromMs, window.fromMs),
    toMs: Math.min(toMs, window.toMs),
  }));
  return {
    busy: merged(within).map(({ fromMs, toMs }) => ({
      start: inZone(fromMs, zone),
      end: inZone(toMs, zone),
    })),
  };
}

function personOf(parts: SandboxParts, request: ApiRequest, id: string) {
  return id === 'primary' ? tokenOwner(parts, request) : parts.people.find(id);
}

/** Spans that touch become one: the answer shows that somebody is busy, not by how many events. */
function merged(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = whole.at(-1);
    if (last === undefined || span.fromMs > last.toMs) whole.push(span);
    else whole[whole.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) };
  }
  return whole.filter(({ fromMs, toMs }) => fromMs < toMs);
}

function calendarError(reason: 'notFound' | 'groupTooBig' | 'tooManyCalendarsRequested') {
  return { domain: 'global', reason };
}
