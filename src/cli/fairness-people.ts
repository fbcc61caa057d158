import { usualWorkingHours } from '../core/fairness/fairness-person.ts';
import type { SlotPerson } from '../core/fairness/find-slots.ts';
import type { Window } from '../core/meeting/event-time.ts';
import type { Meeting } from '../core/meeting/meeting.ts';
import type { Policy } from '../core/meeting/policy.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import { zoneStays } from '../core/meeting/zone-at.ts';
import { focusEventsOf } from '../core/time/focus-events.ts';
import { protectedWindows } from '../core/time/protected-windows.ts';
import type { CliDeps } from './cli-deps.ts';
import { addressOf, type PersonalCalendar, readPersonalCalendar } from './fairness-calendars.ts';
import { type Entry, quoted } from './fairness-entries.ts';
import type { FairnessRequest } from './fairness-options.ts';
import { zoneOfText, zoneRemedy } from './fairness-zones.ts';

/** The people of a request with all that was read about them; what was refused leaves them in, as unknown. */
export interface PreparedPeople {
  readonly people: readonly SlotPerson[];
  readonly refused: readonly ReadProblem[];
  readonly notes: readonly ReadProblem[];
}

/** Where the facts about people come from. */
export interface PeopleSources {
  /** The policy of somebody by address; null where no policy was given. */
  readonly policyOf: ((email: string) => Policy) | null;
  /** Public holidays (`YYYY-MM-DD`) of a region; null where nobody knows the region. */
  readonly holidaysOf: (region: string) => readonly string[] | null;
  readonly carried: ReadonlyMap<string, number>;
}

/** Puts together what command line, policy, holidays, ledger and calendar files say of each person. */
export async function preparePeople(
  deps: CliDeps,
  request: FairnessRequest,
  sources: PeopleSources,
): Promise<PreparedPeople> {
  const people: SlotPerson[] = [];
  const refused: ReadProblem[] = [];
  const notes: ReadProblem[] = [];
  for (const entry of request.people) {
    const address = addressOf(entry.name);
    const policy = address === null ? null : (sources.policyOf?.(address) ?? null);
    const zone = homeZone(entry, policy, refused);
    const calendar = await calendarOf(deps, entry.name, request, zone);
    refused.push(...(calendar?.refused ?? []));
    notes.push(...(calendar?.notes ?? []));
    people.push({
      name: entry.name,
      stays: zoneStays({ zone, travel: policy?.travel ?? [] }),
      workingHours: policy?.workingHours ?? usualWorkingHours,
      daysOff: daysOffOf(entry.name, policy, request, sources, refused),
      attendance: request.optional.has(entry.name) ? 'optional' : 'required',
      takesOffHours: !request.takesNoOffHours.has(entry.name) && (policy?.takesOffHours ?? true),
      carried: sources.carried.get(entry.name) ?? 0,
      availability: calendar?.availability ?? null,
      blocked: policy ? protectedTime({ ...policy, zone }, calendar?.meetings ?? [], request.window) : [],
    });
  }
  return { people, refused, notes };
}

/** True where the clock of nobody is known, so that no time is better than another. */
export function isNobodyPlaced(people: readonly SlotPerson[]): boolean {
  return people.every(({ stays }) => stays.every(({ zone }) => zone === null));
}

/** The stated zone, else that of the policy; what is unknown is refused and stays unknown. */
function homeZone({ name, value }: Entry, policy: Policy | null, refused: ReadProblem[]): string | null {
  const stated = value === null || value === '' ? null : value;
  const zone = stated === null ? (policy?.zone ?? null) : zoneOfText(stated);
  if (zone !== null) return zone;
  const place = `--people ${quoted(name)}`;
  if (stated !== null)
    refused.push({ place, what: `${quoted(stated)} is not a time zone`, remedy: zoneRemedy(stated) });
  else
    refused.push({
      place,
      what: 'no time zone is stated',
      remedy: `write NAME=ZONE, for example ${name.slice(0, 40)}=Europe/Paris, or state it in --policy for this address`,
    });
  return null;
}

function protectedTime(policy: Policy, calendar: readonly Meeting[], window: Window): readonly Window[] {
  return protectedWindows(policy, focusEventsOf(calendar, policy), window);
}

function daysOffOf(
  name: string,
  policy: Policy | null,
  request: FairnessRequest,
  sources: PeopleSources,
  refused: ReadProblem[],
): readonly string[] {
  const days = new Set(policy?.publicHolidays ?? []);
  for (const { value: region } of request.regions.filter((entry) => entry.name === name)) {
    const holidays = region === null ? null : sources.holidaysOf(region);
    for (const date of holidays ?? []) days.add(date);
    if (holidays !== null) continue;
    refused.push({
      place: `--holidays ${quoted(name)}`,
      what: `no public holidays are known of ${quoted(region ?? '')}`,
      remedy: 'give an ISO 3166 code, for example FR, US-NY or DE-BE',
    });
  }
  return [...days].sort();
}

async function calendarOf(
  deps: CliDeps,
  name: string,
  { calendars, window, bufferMinutes }: FairnessRequest,
  zone: string | null,
): Promise<PersonalCalendar | null> {
  const paths = calendars.flatMap((entry) => (entry.name === name && entry.value ? [entry.value] : []));
  if (paths.length === 0) return null;
  return readPersonalCalendar(deps, name, paths, buffered(window, bufferMinutes), zone);
}

function buffered({ fromMs, toMs }: Window, minutes: number): Window {
  return { fromMs: fromMs - minutes * 60_000, toMs: toMs + minutes * 60_000 };
}
