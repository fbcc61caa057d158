import { addDays } from '../../core/meeting/wall-time.ts';

/** A day off for everybody in a region. */
export interface PublicHoliday {
  /** `YYYY-MM-DD`, the date in that region. */
  readonly date: string;
  /** In English where the data has it, else in a language of the region. */
  readonly name: string;
}

/** Calendar years, both included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** What the data says of a region. One that it does not know is no region without holidays. */
export type RegionAnswer =
  | { readonly known: true; readonly holidaysIn: (years: YearRange) => readonly PublicHoliday[] }
  | {
      readonly known: false;
      /** The longest part of the code that is known: `FR` of `FR-IDF`; null where the country is not. */
      readonly knownPart: string | null;
      /** Codes that are known one step below the known part, or of all countries. */
      readonly codes: readonly string[];
    };

/** @param region ISO 3166 code, parts after a dash: `FR`, `US-NY`, `US-LA-NO` */
export type HolidayData = (region: string) => RegionAnswer;

type HolidayCalendar = typeof import('date-holidays').default;

/** Loads the rules of all regions (date-holidays; about 130 ms), so only where a region is really asked for. */
export async function loadHolidayData(): Promise<HolidayData> {
  const { default: Calendar } = await import('date-holidays');
  return (region) => {
    const [country = '', state, district] = region.split('-');
    const gap = gapIn(new Calendar(), country, state, district);
    if (gap) return { known: false, ...gap };
    const place = { country, ...(state && { state }), ...(district && { region: district }) };
    // Fewer types are also less work: a year of Taiwan takes 90 ms with all of them, 35 ms without.
    const calendar = new Calendar(place, { types: ['public'], languages: ['en'] });
    return { known: true, holidaysIn: (years) => holidaysIn(calendar, years) };
  };
}

/** Where a code leaves what is known; null where it does not. The library itself falls back to the country. */
function gapIn(
  data: InstanceType<HolidayCalendar>,
  country: string,
  state: string | undefined,
  district: string | undefined,
): { knownPart: string | null; codes: readonly string[] } | null {
  const countries = codesOf(data.getCountries());
  if (!countries.includes(country)) return { knownPart: null, codes: countries };
  if (state === undefined) return null;
  const states = codesOf(data.getStates(country));
  if (!states.includes(state))
    return { knownPart: country, codes: states.map((code) => `${country}-${code}`) };
  if (district === undefined) return null;
  const parent = `${country}-${state}`;
  const districts = codesOf(data.getRegions(country, state));
  if (districts.includes(district)) return null;
  return { knownPart: parent, codes: districts.map((code) => `${parent}-${code}`) };
}

/** Contrary to its types the library gives nothing where there are no subdivisions. */
function codesOf(names: Readonly<Record<string, string>> | undefined): readonly string[] {
  return Object.keys(names ?? {});
}

function holidaysIn(
  calendar: InstanceType<HolidayCalendar>,
  { from, to }: YearRange,
): readonly PublicHoliday[] {
  const names = new Map<string, string>();
  for (let year = from; year <= to; year += 1) {
    for (const { date, start, end, name, type } of calendar.getHolidays(year)) {
      if (type !== 'public') continue;
      // The date is that of the region even where the holiday began at sunset of the day before.
      for (const day of daysFrom(date.slice(0, 10), end.getTime() - start.getTime())) {
        if (!names.has(day)) names.set(day, name);
      }
    }
  }
  return [...names].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const dayMs = 86_400_000;
/** A day on which clocks go forward lacks at most this. */
const mostMissingMs = 2 * 3_600_000;

/** Each whole day of a holiday; half a day off, as on some Christmas Eves, is none. */
function daysFrom(firstDate: string, lengthMs: number): readonly string[] {
  const days = Math.floor((lengthMs + mostMissingMs) / dayMs);
  return Array.from({ length: days }, (_, index) => addDays(firstDate, index));
}
