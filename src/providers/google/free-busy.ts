import type { Availability } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Window } from '../../core/meeting/event-time.ts';
import { unionOf } from '../../core/meeting/intervals.ts';
import type { GoogleMailbox } from './client.ts';
import { rfc3339 } from './event-requests.ts';
import { type CalendarTimes, freeBusyAnswer } from './schema.ts';

/** `calendarExpansionMax` of one query. */
const mostCalendars = 50;
const longestMs = 31 * 86_400_000;

/**
 * When people are busy. Google tells no kinds of busy, and unanswered invitations probably count. An address whose
 * calendar is not shared, that is a group, or that the answer leaves out is unknown.
 *
 * @throws RangeError for a window that is empty or longer than 31 days
 */
export async function freeBusy(
  mailbox: GoogleMailbox,
  emails: readonly string[],
  window: Window,
): Promise<Outcome<readonly Availability[]>> {
  const lengthMs = window.toMs - window.fromMs;
  if (!(lengthMs > 0 && lengthMs <= longestMs))
    throw new RangeError(`free/busy is asked for up to 31 days, not ${lengthMs} ms`);
  const asked = [...new Set(emails.map((email) => email.toLowerCase()))];
  const known = new Map<string, Availability>();
  for (let at = 0; at < asked.length; at += mostCalendars) {
    const chunk = asked.slice(at, at + mostCalendars);
    const answer = await mailbox.request(freeBusyAnswer, true, (options) =>
      mailbox.calendar.freebusy.query(
        {
          requestBody: {
            timeMin: rfc3339(window.fromMs),
            timeMax: rfc3339(window.toMs),
            calendarExpansionMax: mostCalendars,
            items: chunk.map((id) => ({ id })),
          },
        },
        options,
      ),
    );
    if (!answer.ok) return answer;
    for (const [id, found] of Object.entries(answer.value.calendars))
      known.set(id.toLowerCase(), { email: id, ...availability(found) });
  }
  const value = emails.map((email): Availability => {
    const found = known.get(email.toLowerCase());
    return found ? { ...found, email } : { email, known: false, why: 'not in the answer' };
  });
  return { ok: true, value };
}

type Known = Omit<Extract<Availability, { known: true }>, 'email'>;
type Unknown = Omit<Extract<Availability, { known: false }>, 'email'>;

function availability({ busy, errors }: CalendarTimes): Known | Unknown {
  if (errors.length > 0) return { known: false, why: errors[0]?.reason?.slice(0, 64) ?? 'error' };
  if (busy === null) return { known: false, why: 'not readable' };
  const windows = busy.map(({ start, end }) => ({ fromMs: start, toMs: end }));
  return { known: true, taken: unionOf(windows).map((window) => ({ ...window, as: 'busy' })) };
}
