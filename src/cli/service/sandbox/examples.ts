import { DateTime } from 'luxon';
import type { SandboxExamples, SandboxInvite } from '../../../app/ports/sandbox-desk.ts';

/** Where the sample company sits, and whose clock the examples are on. */
export const companyZone = 'Europe/Paris';

const domain = 'halden.example';
const at = (mailbox: string) => `${mailbox}@${domain}`;
const guests = [at('claire.marchetti'), at('mathieu.roche')];

/**
 * Three invites for the coming days: one that is declined, one that its policy lets through on the same day, and one
 * that has to be live.
 */
export function sandboxExamples(nowMs: number): SandboxExamples {
  const wednesday = next(3, nowMs);
  return {
    status: {
      ...{ organizer: at('ines.belkacem'), attendees: guests, title: 'Weekly status' },
      text: 'Everybody says what they did.\n- bookings\n- label printing',
      ...slot(wednesday, '10:00', 30),
    },
    incident: {
      ...{ organizer: at('ines.belkacem'), attendees: guests, title: 'Production is down: nobody can book' },
      text: 'Production outage since 09:40, all bookings fail for all customers. War room until it is up again.',
      ...slot(wednesday, '10:00', 30),
    },
    feedback: {
      ...{ organizer: at('sylvie.aubry'), attendees: [at('claire.marchetti')], title: 'Feedback talk' },
      text: 'One-to-one: feedback on the last half year, in both directions.',
      ...slot(next(4, nowMs), '14:00', 45),
    },
  };
}

/** The first such day that begins after now, `YYYY-MM-DD`. */
function next(weekday: number, nowMs: number): string {
  const today = DateTime.fromMillis(nowMs, { zone: companyZone });
  return today.plus({ days: ((weekday - today.weekday + 6) % 7) + 1 }).toFormat('yyyy-MM-dd');
}

function slot(date: string, time: string, minutes: number): Pick<SandboxInvite, 'date' | 'time' | 'minutes'> {
  return { date, time, minutes };
}
