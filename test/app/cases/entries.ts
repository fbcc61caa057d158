import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { Occurrence } from '../../../src/core/meeting/event-time.ts';
import type { Answer, Meeting } from '../../../src/core/meeting/meeting.ts';
import { attendee, colleague, invite, me } from '../../core/gate/invites.ts';
import { lasting } from '../../core/time/samples.ts';

/** The samples' invite (Wednesday 2026-11-25, 11:00 in Paris) as Sam's mailbox shows it. */
export function entry(meeting: Partial<Meeting> = {}, changes: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    meeting: invite(meeting),
    version: 'v1',
    owner: { role: 'attendee', answer: 'needs-action', comment: null },
    answerRequested: true,
    proposalAllowed: null,
    exceptions: [],
    gateKey: null,
    ...changes,
  };
}

/** The same meeting at another time. */
export function at(iso: string, changes: Partial<Meeting> = {}): CalendarEntry {
  return entry({ occurrences: [lasting(iso)], ...changes });
}

/** As Google shows it once Sam answered: a meeting that was declined does not count. */
export function answered(shown: CalendarEntry, answer: Answer): CalendarEntry {
  const { meeting, owner } = shown;
  const counts = answer !== 'declined';
  return {
    ...shown,
    owner: { ...owner, answer },
    meeting: {
      ...meeting,
      attendees: meeting.attendees.map((person) => (person.self ? { ...person, answer } : person)),
      occurrences: meeting.occurrences.map((occurrence) => ({ ...occurrence, counts })),
    },
  };
}

/** A series at these ISO starts; `people` besides Sam and the organizer. */
export function series(starts: readonly string[], changes: Partial<Meeting> = {}): CalendarEntry {
  const occurrences = starts.map((iso) => lasting(iso));
  return entry({
    recurrence: { frequency: 'weekly', interval: 1, timesPerUnit: starts.length > 1 ? 2 : 1 },
    attendees: [attendee(colleague), attendee(me, { self: true }), attendee('lee@acme.example')],
    occurrences,
    ...changes,
  });
}

/** One occurrence of a series as changed: its own time, or its answer as Google shows it. */
export function withException(
  shown: CalendarEntry,
  originalIso: string,
  change: { readonly to?: string; readonly answer?: Answer; readonly cancelled?: boolean },
): CalendarEntry {
  const originalMs = Date.parse(originalIso);
  const isIt = ({ originalStart }: Pick<Occurrence, 'originalStart'>): boolean =>
    originalStart.kind === 'instant' && originalStart.ms === originalMs;
  const answer = change.answer ?? shown.owner.answer;
  const cancelled = change.cancelled ?? false;
  const occurrences = shown.meeting.occurrences.map((occurrence): Occurrence => {
    if (!isIt(occurrence)) return occurrence;
    const { start, end } = change.to ? lasting(change.to) : occurrence;
    const declinedBy = answer === 'declined' ? { declinedBy: [me] } : {};
    return { ...occurrence, start, end, counts: !cancelled && answer !== 'declined', ...declinedBy };
  });
  const [changed] = occurrences.filter(isIt);
  if (changed === undefined) throw new Error(`no occurrence at ${originalIso}`);
  const view = { originalStart: changed.originalStart, id: `m1_${originalMs}`, answer, cancelled };
  return {
    ...shown,
    meeting: { ...shown.meeting, occurrences },
    exceptions: [...shown.exceptions.filter((one) => !isIt(one)), view],
  };
}
