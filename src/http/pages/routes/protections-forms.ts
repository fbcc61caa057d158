import type { PersonSettings, WrittenFreeDay, WrittenHours } from '../../../app/ports/policy-desk.ts';
import type { ProtectionsView } from '../../../app/protections/protections-view.ts';
import { type Enforcement, protectionRules } from '../../../core/meeting/policy.ts';
import { isKnownZone } from '../../../core/meeting/wall-time.ts';
import { fieldOf } from '../form-fields.ts';
import type { Form } from '../page-router.ts';

/** A stretch of the week as it is typed. */
interface TypedHours {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** The form as it stands on the page, whether or not it can be saved. */
export interface TypedProtections {
  readonly days: readonly string[];
  readonly calendarEvents: boolean;
  /** Separated by commas. */
  readonly categories: string;
  readonly blocks: readonly TypedHours[];
  readonly goalHours: string;
  readonly goalFirmness: string;
  readonly goalLeast: string;
  readonly budgetDay: string;
  readonly budgetWeek: string;
  readonly timeZone: string;
  readonly work: readonly TypedHours[];
  readonly noOffHours: boolean;
  readonly holds: boolean;
  /** By rule; empty for "as it is". */
  readonly enforcement: Readonly<Record<string, string>>;
}

type ProblemCode = 'number' | 'hours' | 'zone' | 'categories';

/** Fields that cannot be saved as they are. */
export type ProtectionsProblems = Readonly<Partial<Record<keyof TypedProtections, ProblemCode>>>;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** More stretches than anybody's week has. */
const mostRows = 10;

/** What somebody stated, as the form shows it. */
export function typedFrom({ stated, inForce, enforcementAbove }: ProtectionsView): TypedProtections {
  const numberText = (value: number | null | undefined) => (value == null ? '' : String(value));
  const enforcement = protectionRules.map((rule) => {
    const own = stated.enforcement?.[rule];
    return [rule, own === undefined || own === enforcementAbove[rule] ? '' : own] as const;
  });
  return {
    days: (stated.noMeetingDays ?? []).map(({ day }) => day),
    calendarEvents: inForce.focus.calendarEvents,
    categories: (stated.focusCategories ?? []).join(', '),
    blocks: (stated.focusBlocks ?? []).map(typedHours),
    goalHours: numberText(stated.weeklyGoal?.hours),
    goalFirmness: stated.weeklyGoal?.firmness ?? 'soft',
    goalLeast: numberText(stated.weeklyGoal?.leastMinutes ?? 90),
    budgetDay: numberText(stated.budgetHoursPerDay),
    budgetWeek: numberText(stated.budgetHoursPerWeek),
    timeZone: stated.timeZone ?? '',
    work: (stated.workingHours ?? []).map(typedHours),
    noOffHours: stated.takesOffHours === false,
    holds: inForce.holds.inCalendar,
    enforcement: Object.fromEntries(enforcement),
  };
}

function typedHours({ days, hours }: WrittenHours): TypedHours {
  const [from = '', to = ''] = hours.split('-');
  return { days, from, to };
}

/** The form as it was sent. */
export function typedProtections(form: Form): TypedProtections {
  const text = (name: string) => fieldOf(form, name).trim();
  return {
    days: weekdaysOf(form, 'day'),
    calendarEvents: text('calendarEvents') === 'yes',
    categories: text('categories'),
    blocks: rowsOf(form, 'block'),
    goalHours: text('goalHours'),
    goalFirmness: text('goalFirmness') === 'hard' ? 'hard' : 'soft',
    goalLeast: text('goalLeast'),
    budgetDay: text('budgetDay'),
    budgetWeek: text('budgetWeek'),
    timeZone: text('timeZone'),
    work: rowsOf(form, 'work'),
    noOffHours: text('noOffHours') === 'yes',
    holds: text('holds') === 'yes',
    enforcement: Object.fromEntries(protectionRules.map((rule) => [rule, text(`enforce.${rule}`)])),
  };
}

/** The form with one more empty row under `block` or `work`. */
export function withRow(typed: TypedProtections, name: string): TypedProtections {
  const more = (rows: readonly TypedHours[]) =>
    rows.length < mostRows ? [...rows, { days: [], from: '', to: '' }] : rows;
  if (name === 'block') return { ...typed, blocks: more(typed.blocks) };
  return name === 'work' ? { ...typed, work: more(typed.work) } : typed;
}

function weekdaysOf(form: Form, name: string): readonly string[] {
  const sent = Object.hasOwn(form, name) ? form[name] : undefined;
  const list = typeof sent === 'string' ? [sent] : (sent ?? []);
  return weekdays.filter((day) => list.includes(day));
}

function rowsOf(form: Form, name: string): readonly TypedHours[] {
  return Array.from({ length: mostRows }, (_none, index) => ({
    days: weekdaysOf(form, `${name}.${index}.day`),
    from: fieldOf(form, `${name}.${index}.from`).trim(),
    to: fieldOf(form, `${name}.${index}.to`).trim(),
  })).filter(({ days, from, to }) => days.length > 0 || from !== '' || to !== '');
}

/** What a form asks for, or the fields that say nothing that can be. */
export function changeOf(
  typed: TypedProtections,
  view: ProtectionsView,
):
  | { readonly ok: true; readonly change: Partial<PersonSettings> }
  | { readonly ok: false; readonly problems: ProtectionsProblems } {
  const problems: { -readonly [Field in keyof TypedProtections]?: ProblemCode } = {};
  const numberIn = (field: 'goalHours' | 'goalLeast' | 'budgetDay' | 'budgetWeek', range: Range) => {
    const value = numberOf(typed[field], range);
    if (value === 'wrong') problems[field] = 'number';
    return value === 'wrong' ? null : value;
  };
  const hoursIn = (field: 'blocks' | 'work') => {
    const rows = typed[field].map(writtenHours);
    if (rows.includes(null)) problems[field] = 'hours';
    return rows.length === 0 ? null : rows.filter((row) => row !== null);
  };
  if (typed.timeZone !== '' && !isKnownZone(typed.timeZone)) problems.timeZone = 'zone';
  const categories = categoriesOf(typed.categories);
  if (categories?.some((category) => category.length > 200)) problems.categories = 'categories';
  const goalHours = numberIn('goalHours', { above: 0, most: 60 });
  const leastMinutes = numberIn('goalLeast', { least: 30, most: 480 }) ?? 90;
  const firmness = typed.goalFirmness === 'hard' ? 'hard' : 'soft';
  const change: Partial<PersonSettings> = {
    noMeetingDays: freeDaysOf(typed.days, view),
    focusCalendarEvents: switched(
      typed.calendarEvents,
      view.inForce.focus.calendarEvents,
      view.stated.focusCalendarEvents,
    ),
    focusCategories: categories,
    focusBlocks: hoursIn('blocks'),
    weeklyGoal: goalHours === null ? null : { hours: goalHours, firmness, leastMinutes },
    budgetHoursPerDay: numberIn('budgetDay', { above: 0, most: 24 }),
    budgetHoursPerWeek: numberIn('budgetWeek', { above: 0, most: 168 }),
    timeZone: typed.timeZone === '' ? null : typed.timeZone,
    workingHours: hoursIn('work'),
    takesOffHours: typed.noOffHours ? false : null,
    holdsInCalendar: switched(typed.holds, view.inForce.holds.inCalendar, view.stated.holdsInCalendar),
    enforcement: enforcementOf(typed, view),
  };
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, change };
}

/** A switch that was left as it stands states nothing new. */
function switched(wanted: boolean, inForce: boolean, stated: boolean | null): boolean | null {
  return wanted === inForce ? stated : wanted;
}

/** Exceptions of a day stay, and so does a day that the form does not offer because a level above has it. */
function freeDaysOf(days: readonly string[], { stated, above }: ProtectionsView): WrittenFreeDay[] | null {
  const own = new Map((stated.noMeetingDays ?? []).map((day) => [day.day, day]));
  const fixed = new Set(above.flatMap(({ noMeetingDays }) => noMeetingDays.map(({ day }) => day)));
  const kept = weekdays.filter((day) => days.includes(day) || (own.has(day) && fixed.has(day)));
  return kept.length === 0 ? null : kept.map((day) => own.get(day) ?? { day, allow: [], except: [] });
}

function categoriesOf(text: string): readonly string[] | null {
  const names = text.split(',').map((name) => name.trim());
  const known = [...new Set(names.filter((name) => name !== ''))];
  return known.length === 0 ? null : known;
}

type Range = ({ readonly above: number } | { readonly least: number }) & { readonly most: number };

function numberOf(text: string, range: Range): number | null | 'wrong' {
  if (text === '') return null;
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text)) return 'wrong';
  const value = Number(text.replace(',', '.'));
  const isEnough = 'above' in range ? value > range.above : value >= range.least;
  return isEnough && value <= range.most ? value : 'wrong';
}

function writtenHours({ days, from, to }: TypedHours): WrittenHours | null {
  const [start, end] = [clockOf(from), clockOf(to)];
  if (days.length === 0 || start === null || end === null || start >= end || start === '24:00') return null;
  return { days, hours: `${start}-${end}` };
}

/** `9:00`, `09:00` and `9.00` become `09:00`. */
function clockOf(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d\d)$/.exec(text) ?? [];
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(clock) ? clock : null;
}

const levels: readonly Enforcement[] = ['observe', 'warn', 'grace', 'enforce'];

/** Rules that the form does not show stay as they are. */
function enforcementOf(typed: TypedProtections, { stated }: ProtectionsView): PersonSettings['enforcement'] {
  const wanted: Record<string, Enforcement> = { ...stated.enforcement };
  for (const rule of protectionRules) {
    const level = levels.find((each) => each === typed.enforcement[rule]);
    if (level !== undefined) wanted[rule] = level;
    else delete wanted[rule];
  }
  return Object.keys(wanted).length === 0 ? null : wanted;
}
