import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import type { JudgedPlan } from './plan-view.ts';

const longestName = 80;

/** What somebody is called in the planner's calendar; their address where nobody knows. One line, not escaped. */
export function nameIn({ names }: Pick<JudgedPlan['hours'], 'names'>, address: string): string {
  const name = displayText(names.get(address) ?? '', longestName);
  return name === '' ? displayText(address, 120) : name;
}

/** `Ann, Ben and Cai`, in the reader's language. */
export function listed(words: readonly string[], { locale }: PageFrame): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

/** Weekday and hour on the clock of a zone, in the reader's writing. */
export function clockIn(ms: number, zone: string, { locale }: PageFrame): string {
  const parts = { weekday: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone }).format(ms);
}

/** The hour on the clock of a zone; with the weekday where that is another than the reader's. */
export function hourIn(ms: number, zone: string, frame: PageFrame): string {
  const dayIn = (timeZone: string) =>
    new Intl.DateTimeFormat(frame.locale, { weekday: 'short', timeZone }).format(ms);
  if (dayIn(zone) !== dayIn(frame.zone)) return clockIn(ms, zone, frame);
  const parts = { hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(frame.locale, { ...parts, timeZone: zone }).format(ms);
}
