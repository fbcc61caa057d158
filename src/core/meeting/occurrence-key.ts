import type { EventTime } from './event-time.ts';

/**
 * A stable name for one occurrence of a series, made of the start that the series' rule gives it (RFC 5545
 * RECURRENCE-ID): the instant in UTC, the date, or the floating time. The same in every mailbox and at every provider.
 * Empty where the start could not be understood.
 */
export function occurrenceKey(originalStart: EventTime): string {
  switch (originalStart.kind) {
    case 'instant':
      return new Date(originalStart.ms).toISOString();
    case 'date':
      return originalStart.date;
    case 'floating':
      return originalStart.local;
    case 'unknown':
      return '';
  }
}
