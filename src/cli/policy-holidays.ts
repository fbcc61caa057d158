import { namedRegions } from '../config/policy/named-regions.ts';
import type { PolicyDocument } from '../config/policy/policy-schema.ts';
import { listText } from '../config/policy/setting-text.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import {
  type HolidayData,
  loadHolidayData,
  type PublicHoliday,
  type RegionAnswer,
  type YearRange,
} from '../providers/holidays/public-holidays.ts';

/** The public holidays of the regions that a policy names. */
export interface PolicyHolidays {
  /** In order; none for a region without data, which `notes` tells. */
  readonly holidaysIn: (region: string, years: YearRange) => readonly PublicHoliday[];
  /** Regions that have data, each once, in the order of the file. */
  readonly regions: readonly string[];
  /** Places of the policy that name a region without data. */
  readonly notes: readonly ReadProblem[];
}

/** A calendar holds what was and what is planned; far from today the law of a holiday is not the present one. */
const yearsBefore = 10;
const yearsAfter = 5;
const mostNextNamed = 3;
/** Codes of subdivisions that a message lists; it would be cut after 300 characters. */
const mostCodesListed = 30;
/** What the European Union writes for two countries that ISO 3166 names otherwise. */
const otherCodes: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

/**
 * Loads holiday data as far as a policy needs it; most name no region, and then nothing is loaded.
 *
 * @param name what to call the file in messages
 */
export async function holidaysOfPolicy(document: PolicyDocument, name: string): Promise<PolicyHolidays> {
  const named = namedRegions(document);
  if (named.length === 0) return { holidaysIn: () => [], regions: [], notes: [] };
  const answers = answersBy(await loadHolidayData(), new Set(named.map(({ region }) => region)));
  const notes = named.flatMap(({ region, key }) => {
    const answer = answers.get(region);
    return answer && !answer.known ? [unknownRegion(`${name}: ${key}`, region, answer)] : [];
  });
  return {
    holidaysIn: (region, years) => {
      const answer = answers.get(region);
      return answer?.known ? answer.holidaysIn(years) : [];
    },
    regions: [...answers].flatMap(([region, { known }]) => (known ? [region] : [])),
    notes,
  };
}

function answersBy(data: HolidayData, regions: ReadonlySet<string>): ReadonlyMap<string, RegionAnswer> {
  return new Map([...regions].map((region) => [region, data(region)]));
}

function clampYear(year: number): number {
  return Math.min(9999, Math.max(1900, year));
}

/** The years whose holidays are known around a moment of judgement (epoch milliseconds). */
export function judgedYears(nowMs: number): YearRange {
  const year = new Date(nowMs).getUTCFullYear();
  // Outside of these the data has no meaning, and for years of antiquity some of its calendars never end.
  return { from: clampYear(year - yearsBefore), to: clampYear(year + yearsAfter) };
}

/** Dates (`YYYY-MM-DD`) by region over the judged years, each region worked out when it is first asked for. */
export function holidayDates(
  { holidaysIn }: PolicyHolidays,
  nowMs: number,
): (region: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (region) => {
    const dates = known.get(region) ?? holidaysIn(region, judgedYears(nowMs)).map(({ date }) => date);
    known.set(region, dates);
    return dates;
  };
}

/** A sentence for each region: its next public holidays from today (`YYYY-MM-DD`) on. */
export function nextHolidays({ holidaysIn, regions }: PolicyHolidays, today: string): readonly string[] {
  const year = Number(today.slice(0, 4));
  return regions.flatMap((region) => {
    const next = holidaysIn(region, { from: year, to: year + 1 })
      .filter(({ date }) => date >= today)
      .slice(0, mostNextNamed)
      .map(({ date, name }) => `${date} (${name})`);
    return next.length > 0 ? [`The next public holidays of ${region} are ${listText(next)}.`] : [];
  });
}

/** What to say of a region without data, so that nobody believes in a protection that is not there. */
function unknownRegion(
  place: string,
  region: string,
  { knownPart, codes }: Extract<RegionAnswer, { known: false }>,
): ReadProblem {
  const what = `no public holidays are known of "${region}", so none are judged there`;
  const meant = otherCodes.get(region) ?? codes.find((code) => code.toUpperCase() === region.toUpperCase());
  if (meant !== undefined) return { place, what, remedy: `write ${meant}` };
  if (knownPart === null)
    return {
      place,
      what,
      remedy: 'write an ISO 3166 code, for example FR, US-NY or DE-BE, or list days in `extra`',
    };
  if (codes.length === 0)
    return { place, what, remedy: `write ${knownPart}, whose parts have no holidays of their own` };
  const more = codes.length > mostCodesListed ? ' and others' : '';
  const list = codes.slice(0, mostCodesListed).join(', ');
  return {
    place,
    what,
    remedy: `write ${knownPart}, or one of its parts with holidays of their own: ${list}${more}`,
  };
}
