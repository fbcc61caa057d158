import { z } from 'zod';
import {
  googleError,
  type ScriptedAnswer,
  type SeenRequest,
  startScriptedGoogle,
} from './scripted-google.ts';

const guest = z.looseObject({ email: z.string() });
const patchBody = z.looseObject({
  attendeesOmitted: z.boolean().optional(),
  attendees: z.array(guest).optional(),
});

export type Guest = z.output<typeof guest>;

interface OneEventOptions {
  readonly event?: object;
  readonly guests?: readonly Guest[];
  /** The comment of an answer that is written with attendeesOmitted is lost. */
  readonly dropsComments?: boolean;
  /** A guest may only write with attendeesOmitted. */
  readonly refusesLists?: boolean;
  /** Changes that are done, but whose answer is lost, one for each. */
  readonly lostAnswers?: number;
  /** What somebody else changes right after the last of these. */
  readonly thenChanged?: Change;
  /** What every change gets. */
  readonly refusesWrites?: ScriptedAnswer;
  /** What every request gets after the last of these, until the calendar recovers. */
  readonly thenRefused?: ScriptedAnswer;
}

interface Change {
  readonly event?: object;
  readonly own?: object;
}

export const organizer: Guest = { email: 'ben@acme.example', organizer: true, responseStatus: 'accepted' };
export const ana: Guest = { email: 'ana@acme.example', self: true, responseStatus: 'needsAction' };

/** A calendar with one event, `e`, that takes patches and deletions under conditions, as google.md 5.4 and 5.6 say. */
export async function startOneEvent(options: OneEventOptions = {}) {
  let version = 1;
  let lost = options.lostAnswers ?? 0;
  let guests: readonly Guest[] = options.guests ?? [organizer, ana];
  let fields: object = {
    id: 'e',
    iCalUID: 'e@google.com',
    status: 'confirmed',
    summary: 'Talk',
    start: { dateTime: '2026-11-24T10:00:00Z', timeZone: 'Europe/Paris' },
    end: { dateTime: '2026-11-24T11:00:00Z', timeZone: 'Europe/Paris' },
    organizer: { email: 'ben@acme.example' },
    ...options.event,
  };
  const shown = (): object => ({ ...fields, etag: `"${version}"`, attendees: guests });

  const patch = (body: z.output<typeof patchBody>) => {
    const { attendeesOmitted, attendees, ...rest } = body;
    fields = { ...fields, ...rest };
    if (attendees && !attendeesOmitted) guests = attendees;
    if (attendees && attendeesOmitted) {
      const changed = (one: Guest) => attendees.find(({ email }) => email === one.email) ?? {};
      const kept = (one: Guest) => ({
        ...changed(one),
        ...(options.dropsComments ? { comment: one.comment } : {}),
      });
      guests = guests.map((one) => ({ ...one, ...kept(one) }));
    }
  };

  const change = (changed: Change) => {
    version += 1;
    fields = { ...fields, ...changed.event };
    guests = guests.map((one) => (one.self ? { ...one, ...changed.own } : one));
  };
  let meanwhile: Change | null = null;
  let isRefusing = false;

  const answer = (request: SeenRequest): ScriptedAnswer => {
    if (isRefusing && options.thenRefused) return options.thenRefused;
    if (request.method === 'GET') return { json: shown() };
    if (options.refusesWrites) return options.refusesWrites;
    if (meanwhile) change(meanwhile);
    meanwhile = null;
    const condition = request.headers['if-match'];
    if (condition !== undefined && condition !== `"${version}"`) return googleError(412, 'conditionNotMet');
    const written = request.method === 'DELETE' ? {} : patchBody.parse(JSON.parse(request.body));
    if (options.refusesLists && written.attendees && !written.attendeesOmitted)
      return googleError(403, 'forbiddenForNonOrganizer', 'calendar');
    version += 1;
    if (request.method === 'DELETE') fields = { ...fields, status: 'cancelled' };
    else patch(written);
    lost -= 1;
    isRefusing = lost === 0;
    if (lost === 0 && options.thenChanged) change(options.thenChanged);
    if (lost >= 0) return { json: null };
    return request.method === 'DELETE' ? { status: 204 } : { json: shown() };
  };

  const google = await startScriptedGoogle(answer);
  return {
    ...google,
    guests: () => guests,
    fields: () => fields,
    version: () => `"${version}"`,
    /** Somebody else changes it. */
    change,
    /** The same, after it was read and right before it is written. */
    beforeNextWrite: (changed: Change) => {
      meanwhile = changed;
    },
    recover: () => {
      isRefusing = false;
    },
    writes: () => google.seen.filter(({ method }) => method !== 'GET'),
  };
}
