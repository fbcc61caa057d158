import type { Document, YAMLMap } from 'yaml';
import type { LevelAbove, PersonSettings, WrittenFreeDay } from '../../../app/ports/policy-desk.ts';
import { teamsOf } from '../levels.ts';
import type { PersonLevel, PolicyDocument } from '../policy-schema.ts';
import { completeGoal } from '../weekly-goal.ts';
import { changeEnforcement, statedEnforcement } from './enforcement.ts';
import { shortFreeDay, writtenFreeDay, writtenHours } from './written-values.ts';
import { madeMapUnder, putUnder, removeEmptyGroup, removeUnder } from './yaml-map.ts';

/** Where each setting stands below the person's own key. */
const paths: Readonly<Record<ValueKey, readonly string[]>> = {
  timeZone: ['timeZone'],
  workingHours: ['workingHours'],
  noMeetingDays: ['noMeetingDays'],
  focusCalendarEvents: ['focus', 'calendarEvents'],
  focusCategories: ['focus', 'categories'],
  focusBlocks: ['focus', 'blocks'],
  weeklyGoal: ['focus', 'weeklyGoal'],
  holdsInCalendar: ['holds', 'inCalendar'],
  budgetHoursPerDay: ['budget', 'hoursPerDay'],
  budgetHoursPerWeek: ['budget', 'hoursPerWeek'],
  takesOffHours: ['takesOffHours'],
  pause: ['pause'],
};

type ValueKey = Exclude<keyof PersonSettings, 'enforcement'>;

/** What a level of a person states, in the words of a policy. Parts that are not stated are null. */
export function personSettings(level: PersonLevel): PersonSettings {
  const { focus, holds, budget } = level;
  return {
    timeZone: level.timeZone ?? null,
    workingHours: level.workingHours?.map(writtenHours) ?? null,
    noMeetingDays: level.noMeetingDays?.map(writtenFreeDay) ?? null,
    focusCalendarEvents: focus?.calendarEvents ?? null,
    focusCategories: focus?.categories ?? null,
    focusBlocks: focus?.blocks?.map(writtenHours) ?? null,
    weeklyGoal: focus?.weeklyGoal ? completeGoal(focus.weeklyGoal) : null,
    holdsInCalendar: holds?.inCalendar ?? null,
    budgetHoursPerDay: budget?.hoursPerDay ?? null,
    budgetHoursPerWeek: budget?.hoursPerWeek ?? null,
    takesOffHours: level.takesOffHours ?? null,
    pause: level.pause ?? null,
    enforcement: level.enforcement ? statedEnforcement(level.enforcement) : null,
  };
}

/**
 * What the levels above a person state, as far as the person cannot take it away.
 *
 * @param address lower case
 */
export function levelsAbove(document: PolicyDocument, address: string): readonly LevelAbove[] {
  const teams = teamsOf(document, address).map(({ name, level }) => ({ team: name, level }));
  return [{ team: null, level: document.organization ?? {} }, ...teams].map(({ team, level }) => ({
    team,
    noMeetingDays: (level.noMeetingDays ?? []).map(writtenFreeDay),
    focusCalendarEvents: level.focus?.calendarEvents ?? null,
  }));
}

/**
 * Puts a change into the tree of a text. What is already so is left as it is written, with its comments.
 *
 * @param address lower case
 */
export function changePersonIn(
  document: Document,
  root: YAMLMap,
  address: string,
  now: PersonSettings,
  change: Partial<PersonSettings>,
): void {
  // Made first and taken out again where it stays empty, so that each part needs no care for the levels above.
  const people = madeMapUnder(root, 'people');
  const person = madeMapUnder(people, address, true);
  for (const key of Object.keys(paths) as ValueKey[]) {
    const value = change[key];
    if (value === undefined || same(value, now[key])) continue;
    if (value === null) removeUnder(person, paths[key]);
    else putUnder(document, person, paths[key], written(key, value));
  }
  if (change.enforcement !== undefined)
    changeEnforcement(document, person, now.enforcement ?? {}, change.enforcement ?? {});
  if (person.items.length === 0) removeUnder(people, [address], true);
  removeEmptyGroup(document, root, 'people');
}

function written(key: ValueKey, value: unknown): unknown {
  return key === 'noMeetingDays' ? (value as readonly WrittenFreeDay[]).map(shortFreeDay) : value;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
