import type { AuditPageData } from './audit-page-data.ts';
import { countPhrase, hoursPhrase, hoursText, monthName } from './figures-text.ts';

/** The sentences at the top: what the month holds, and how much of it did not have to be live. */
export interface Headline {
  readonly month: string;
  readonly load: string;
  readonly finding: string;
  /** What the invites do not tell; null where there is nothing to add. */
  readonly unclear: string | null;
}

export function headlineOf({ load, minutesByNeed }: AuditPageData): Headline {
  const month = monthName(load.month);
  const count = load.occurrences.length;
  if (count === 0) {
    return {
      month,
      load: 'no meetings',
      finding: 'Nothing in these calendars counts as one.',
      unclear: null,
    };
  }
  const { async, unclear } = minutesByNeed.month;
  const hours = hoursText(async);
  const finding =
    hours === '0'
      ? 'Nothing in the invites says that any of it could have been read, watched or answered in writing.'
      : `${hours} of those hours could have been read, watched or answered in writing.`;
  return {
    month,
    load: `${hoursPhrase(load.minutes.meeting)} in ${countPhrase(count, 'meeting', 'meetings')}`,
    finding,
    unclear:
      hoursText(unclear) === '0'
        ? null
        : `For another ${hoursPhrase(unclear)} the invites do not say enough to tell.`,
  };
}
