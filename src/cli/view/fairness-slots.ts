import type { SlotsAnswer } from '../../app/fairness.ts';
import { localText } from '../../app/fairness-json.ts';
import type { FairSlot, Refusal, SlotPerson, SlotQuery, SlotShare } from '../../core/fairness/find-slots.ts';
import { displayText } from '../../front/plain-text.ts';
import { wrapCells } from './cells.ts';
import { bandLegend, dayBand } from './day-band.ts';
import { bullet, indented, joinSections, titleLines, warningLines } from './fairness-lines.ts';
import { hoursWord, pointsText } from './fairness-words.ts';
import type { Frame } from './frame.ts';
import { createPalette, type Palette } from './palette.ts';

const widest = 100;
const longestName = 40;
/** More rows than this are no picture any more; who fits is then counted and not listed. */
const mostRows = 40;
const mostListed = 12;
const dayMs = 86_400_000;

/** The best slots in a terminal: the day of the first as a band, the slots, the warnings, and what was left out. */
export function fairnessSlotsText(answer: SlotsAnswer, query: SlotQuery, frame: Frame): string {
  const palette = createPalette(frame.colors);
  const columns = Math.min(frame.columns ?? widest, widest);
  const sections = [
    headLines(answer, query, columns, palette),
    bandLines(answer, query, frame, columns, palette),
    slotLines(answer.search.slots, query, columns, palette),
    currentLines(answer, query, columns, palette),
    warningLines(answer.warnings, columns, palette),
    refusalLines(answer, query, columns, palette),
  ];
  return joinSections(sections);
}

function headLines({ search }: SlotsAnswer, query: SlotQuery, columns: number, palette: Palette): string[] {
  const people = query.people.length === 1 ? '1 person' : `${query.people.length} people`;
  const range = `${utcDayTime(query.window.fromMs)} to ${utcDayTime(query.window.toMs)} UTC`;
  const title = `${query.durationMinutes} minutes for ${people}, ${range}`;
  const none =
    search.considered === 0
      ? 'No start lies in this range: it is shorter than the meeting.'
      : 'No time is possible for everyone who is needed.';
  return [
    ...titleLines(title, columns, palette),
    ...(search.slots.length === 0 ? wrapCells(none, columns) : []),
  ];
}

function bandLines(
  { search, current }: SlotsAnswer,
  query: SlotQuery,
  frame: Frame,
  columns: number,
  palette: Palette,
): string[] {
  const best = search.slots[0] ?? current;
  if (!best) return [];
  const dayStartMs = Math.floor(best.startMs / dayMs) * dayMs;
  const isToday = ({ startMs }: FairSlot): boolean => startMs >= dayStartMs && startMs < dayStartMs + dayMs;
  const numbered = search.slots.map((slot, index) => ({ slot, text: String(index + 1) }));
  const marked = numbered.filter(({ slot }) => isToday(slot));
  const marks = [
    { label: 'best', marks: marked.map(({ slot, text }) => ({ atMs: slot.startMs, text })) },
    { label: 'now', marks: current && isToday(current) ? [{ atMs: current.startMs, text: '^' }] : [] },
  ];
  const day = new Date(dayStartMs).toISOString().slice(0, 10);
  const count = `${marked.length} of ${search.slots.length} slots lie on it`;
  const title =
    search.slots.length === 0
      ? `${day}, the day of the current time`
      : `${day}, the day of slot 1${marked.length < search.slots.length ? `; ${count}` : ''}`;
  const shown = query.people.slice(0, mostRows);
  const hidden = query.people.length - shown.length;
  return [
    ...titleLines(title, columns, palette),
    ...dayBand(shown, dayStartMs, marks, frame),
    ...(hidden > 0 ? [palette.quiet(`and ${hidden} more`)] : []),
    ...bandLegend(shown, frame),
  ];
}

function slotLines(
  slots: readonly FairSlot[],
  query: SlotQuery,
  columns: number,
  palette: Palette,
): string[] {
  if (slots.length === 0) return [];
  const head = slots.length === 1 ? 'The fairest time' : 'The fairest times, the best first';
  const numberCells = String(slots.length).length + 2;
  return [
    ...titleLines(head, columns, palette),
    ...slots.flatMap((slot, index) => {
      const lead = `${index + 1}.`.padEnd(numberCells);
      return oneSlot(lead, slot, query, columns, palette);
    }),
    ...uncertainLines(slots, query, columns),
    ...wrapCells(
      'Numbers are point-minutes: 0 in working hours, 1 near them, 2 awake, 6 asleep, 2 more on a day off.',
      columns,
    ).map(palette.quiet),
  ];
}

function currentLines(
  { current }: SlotsAnswer,
  query: SlotQuery,
  columns: number,
  palette: Palette,
): string[] {
  if (!current) return [];
  return [
    ...titleLines('The current time', columns, palette),
    ...oneSlot('   ', current, query, columns, palette),
  ];
}

function oneSlot(
  lead: string,
  slot: FairSlot,
  query: SlotQuery,
  columns: number,
  palette: Palette,
): string[] {
  const span = `${utcDayTime(slot.startMs)}–${utcTime(slot.endMs)} UTC`;
  const cost = `worst ${pointsText(slot.worst)}, together ${pointsText(slot.total)}`;
  const indent = ' '.repeat(lead.length);
  const shares = slot.people.map((share, index) => ({
    share,
    word: wordOf(share, query.people[index], slot),
  }));
  const isBrief = shares.length > mostListed;
  const listed = isBrief ? shares.filter(({ word }) => word !== 'fits') : shares;
  const others = shares.length - listed.length;
  return [
    ...indented(lead, `${span}: ${cost}`, columns).map((line, index) =>
      index === 0 ? palette.bold(line) : line,
    ),
    ...listed.flatMap(({ share, word }) =>
      indented(indent, shareText(share, word, slot.startMs), columns, indent.length + 2),
    ),
    ...(others > 0 ? indented(indent, `fits ${others === 1 ? '1 other' : `${others} others`}`, columns) : []),
  ];
}

function wordOf(share: SlotShare, person: SlotPerson | undefined, slot: FairSlot): string {
  if (!person || share.burden === null) return 'zone unknown';
  return share.burden === 0 ? 'fits' : hoursWord(person, slot.startMs, slot.endMs);
}

/** `Ben Thu 2026-11-26 01:30: night, 180 (carries 240)`. */
function shareText(share: SlotShare, word: string, startMs: number): string {
  const name = displayText(share.name, longestName) || '?';
  const local = localText(startMs, share.zone);
  const burden = share.burden ? ` ${pointsText(share.burden)}` : '';
  const carried = share.carried > 0 ? ` (carries ${pointsText(share.carried)})` : '';
  const absent = share.attends === 'no' ? ', cannot come' : '';
  const optional = share.attendance === 'optional' ? ' (optional)' : '';
  return `${name}${optional}${local === null ? '' : `, ${local}`}: ${word}${burden}${carried}${absent}`;
}

/** Who is not known to be free, said once and not for each slot. */
function uncertainLines(slots: readonly FairSlot[], query: SlotQuery, columns: number): string[] {
  const unread = query.people.filter(({ availability }) => availability === null);
  if (unread.length === query.people.length)
    return wrapCells(
      'Nobody’s calendar was read, so it is unknown who is free. Give calendars with --busy.',
      columns,
    );
  const uncertain = new Set(
    slots.flatMap(({ people }) =>
      people.filter(({ attends }) => attends === 'unknown').map(({ name }) => name),
    ),
  );
  if (uncertain.size === 0) return [];
  return wrapCells(`Not known to be free in all of them: ${namesText([...uncertain])}.`, columns);
}

function refusalLines(
  { search }: SlotsAnswer,
  query: SlotQuery,
  columns: number,
  palette: Palette,
): string[] {
  if (search.slots.length >= query.limit || search.refusals.length === 0) return [];
  const sorted = search.refusals.toSorted((a, b) => b.slots - a.slots);
  return [
    ...titleLines(`Left out of ${pointsText(search.considered)} possible starts`, columns, palette),
    ...sorted.slice(0, mostListed).flatMap((refusal) => bullet(refusalText(refusal), columns)),
  ];
}

const refusalWords: Readonly<Record<Refusal['because'], string>> = {
  busy: 'is busy',
  protected: 'has protected time',
  'opted-out': 'takes no off-hours',
  quorum: 'too few can come',
};

function refusalText({ name, because, slots }: Refusal): string {
  const count = `${pointsText(slots)} ${slots === 1 ? 'start' : 'starts'}`;
  if (name === null) return `${count}: ${refusalWords[because]}.`;
  return `${count}: ${displayText(name, longestName)} ${refusalWords[because]}.`;
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, mostListed).map((name) => displayText(name, longestName));
  const hidden = names.length - shown.length;
  return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ');
}

function utcDayTime(ms: number): string {
  return localText(ms, 'UTC') ?? '';
}

function utcTime(ms: number): string {
  return utcDayTime(ms).slice(-5);
}
