import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import type { JudgedPlan } from './plan-view.ts';

const longestName = 80;

type Named = Pick<JudgedPlan['hours'], 'names' | 'people'>;

/**
 * What somebody of a plan is called in the planner's calendar, the planner as they signed in where it does not say;
 * null where nobody knows, or where somebody else of the plan is called the same. One line, not escaped.
 */
export function knownName(
  { names, people }: Named,
  address: string,
  { viewer }: Pick<PageFrame, 'viewer'>,
): string | null {
  const own = (of: string) => (of === viewer?.address ? viewer.name : null);
  const nameOf = (of: string) => displayText(names.get(of) ?? own(of) ?? '', longestName);
  const name = nameOf(address);
  const isShared = people.some((other) => other.address !== address && sameName(nameOf(other.address), name));
  return name === '' || isShared ? null : name;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The known name, else the address. One line, not escaped. */
export function nameIn(hours: Named, address: string, frame: Pick<PageFrame, 'viewer'>): string {
  return knownName(hours, address, frame) ?? displayText(address, 120);
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
