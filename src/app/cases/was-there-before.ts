import type { CalendarEntry } from '../ports/calendar.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * True for a meeting that stood in the calendar when the mailbox was connected, as long as it is as it was: the gate
 * answers new invites, and nobody who connects a calendar expects what is in it to be declined. Once it changes it is
 * news. Where the calendar does not say when an entry was created, nobody knows that it is new. Calendars write that
 * time in whole seconds, so a meeting of the second of connecting is new.
 */
export function wasThereBefore(
  { connectedMs }: Pick<MailboxRecord, 'connectedMs'>,
  entry: CalendarEntry,
  whole: Pick<CaseRecord, 'revision' | 'fingerprint' | 'occurrence'> | null,
): boolean {
  const { createdMs } = entry.meeting;
  if (createdMs !== null && createdMs >= wholeSecond(connectedMs)) return false;
  return (
    whole === null || (whole.revision === 0 && whole.fingerprint === fingerprintOf(entry, whole.occurrence))
  );
}

function wholeSecond(ms: number): number {
  return ms - (ms % 1000);
}
