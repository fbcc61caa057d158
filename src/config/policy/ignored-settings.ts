import type { NoMeetingDay, WeeklyWindow } from '../../core/meeting/policy.ts';
import { shown, withoutControls } from './policy-problem.ts';
import type { BindingKey, Setting } from './policy-schema.ts';
import { noMeetingDayText, responseWindowText, windowText } from './setting-text.ts';

/** A part of what a level asked for that does not hold, and why, for people. */
export interface IgnoredSetting {
  /** `organization`, `teams.<name>` or `people.<address>`. */
  readonly level: string;
  /** The key within the level, for example `enforcement.focus-block`. */
  readonly key: string;
  /** What was asked, and what holds instead. */
  readonly because: string;
}

const rule = 'a lower level may protect more, not less, unless the one above allows it';

/**
 * What a level stated that is not in the value that came out of the join.
 *
 * @param level name of the level for messages
 */
export function ignoredParts<Key extends BindingKey>(
  level: string,
  key: Key,
  stated: Setting<Key>,
  result: Setting<Key>,
): readonly IgnoredSetting[] {
  const ignored = (part: string, lost: string) => ({ level, key: part, because: `${lost}: ${rule}` });
  if (Array.isArray(stated) || typeof stated !== 'object') {
    return lostValues(stated, result).map((lost) => ignored(key, lost));
  }
  return Object.entries(stated).flatMap(([part, asked]) => {
    const held: unknown = Reflect.get(Object(result), part);
    if (part === 'weeklyGoal') return ignoredOfGoal(asked, held).map(([name, lost]) => ignored(name, lost));
    return lostValues(asked, held).map((lost) => ignored(`${key}.${part}`, lost));
  });
}

/** A goal is held part by part: its hours by one level, its firmness by another. */
function ignoredOfGoal(asked: unknown, held: unknown): readonly (readonly [string, string])[] {
  return Object.entries(Object(asked)).flatMap(([part, value]) =>
    lostValues(value, Reflect.get(Object(held), part)).map(
      (lost) => [`focus.weeklyGoal.${part}`, lost] as const,
    ),
  );
}

function lostValues(asked: unknown, result: unknown): readonly string[] {
  if (asked === undefined) return [];
  if (!Array.isArray(asked)) {
    return same(asked, result) ? [] : [`${valueText(asked)} was asked for, and ${valueText(result)} holds`];
  }
  const held: readonly unknown[] = Array.isArray(result) ? result : [];
  if (asked.length === 0) return held.length > 0 ? ['an empty list takes nothing away'] : [];
  return asked
    .filter((item) => !held.some((other) => same(item, other)))
    .map(
      (item) =>
        `${valueText(item)} was asked for, and ${held.length > 0 ? held.map(valueText).join(', ') : 'nothing'} holds`,
    );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function valueText(value: unknown): string {
  if (value === null) return 'no limit';
  if (typeof value === 'string') return withoutControls(value);
  if (typeof value !== 'object' || value === undefined) return String(value);
  if (isNoMeetingDay(value)) return noMeetingDayText(value);
  if (isWindow(value)) return windowText(value);
  if ('hours' in value && typeof value.hours === 'number') return responseWindowText({ hours: value.hours });
  if ('workingDays' in value && typeof value.workingDays === 'number') {
    return responseWindowText({ workingDays: value.workingDays });
  }
  return 'name' in value ? shown(value.name) : 'it';
}

function isNoMeetingDay(value: object): value is NoMeetingDay {
  return 'weekday' in value;
}

function isWindow(value: object): value is WeeklyWindow {
  return 'weekdays' in value;
}
