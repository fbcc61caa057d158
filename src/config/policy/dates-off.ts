import type { Setting, StatedStay } from './policy-schema.ts';

/** Public holidays (`YYYY-MM-DD`) by region code. */
export type HolidayLookup = (region: string) => readonly string[];

/**
 * The dates (`YYYY-MM-DD`, in order) on which a person is off, each where they are on that date: at home the public
 * holidays of their region, during a stay those of the region of the stay. A stay without a region has none: home's
 * are no days off there, and those of the place nobody stated.
 * Days that a policy adds are off everywhere, even where another level works on that public holiday.
 *
 * @param region home's; null where nobody knows
 * @param travel stays that share no date
 */
export function datesOff(
  { extra = [], except = [] }: Setting<'publicHolidays'>,
  region: string | null,
  travel: readonly StatedStay[],
  holidays: HolidayLookup = () => [],
): readonly string[] {
  const atHome = region === null ? [] : holidays(region);
  const dates = [
    ...atHome.filter((date) => !travel.some((stay) => isWithin(date, stay))),
    ...travel.flatMap((stay) =>
      stay.region === undefined ? [] : holidays(stay.region).filter((date) => isWithin(date, stay)),
    ),
  ];
  return [...new Set([...dates.filter((date) => !except.includes(date)), ...extra])].toSorted();
}

function isWithin(date: string, { from, to }: StatedStay): boolean {
  return from <= date && date <= to;
}
