import { type ContentLine, contentLines } from '../formats/content-lines.ts';
import { maxComponentChars } from '../formats/limits.ts';

/** A VCALENDAR: what its components share. Filled while the file is read. */
export interface IcsCalendar {
  /** Values by upper-case name of the properties in `calendarProperties`. */
  readonly properties: Map<string, string>;
  /** Lines of each VTIMEZONE, BEGIN and END included. */
  readonly timeZones: (readonly ContentLine[])[];
}

/** A VEVENT with its own content lines; those of alarms inside it are left out. */
export interface IcsComponent {
  readonly calendar: IcsCalendar;
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** True where the bound on a component cut it. */
  readonly tooLarge: boolean;
  /** False where END:VEVENT is missing. */
  readonly closed: boolean;
}

const calendarProperties: ReadonlySet<string> = new Set(['X-WR-TIMEZONE', 'METHOD']);

interface OpenComponent {
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly nested: string[];
  chars: number;
}

/**
 * Splits an .ics stream into its VEVENTs. Holds one component at a time, whatever the size of the file.
 *
 * @param onCalendar called for each calendar when it begins (a VEVENT outside any calendar begins one)
 */
export async function* icsComponents(
  chunks: AsyncIterable<Buffer>,
  onCalendar: () => void,
): AsyncGenerator<readonly IcsComponent[]> {
  const splitter = createSplitter(onCalendar);
  for await (const lines of contentLines(chunks)) {
    for (const line of lines) splitter.push(line);
    yield splitter.take();
  }
  splitter.end();
  yield splitter.take();
}

interface Splitter {
  readonly push: (line: ContentLine) => void;
  readonly end: () => void;
  readonly take: () => readonly IcsComponent[];
}

function createSplitter(onCalendar: () => void): Splitter {
  let calendar: IcsCalendar | null = null;
  let open: OpenComponent | null = null;
  let done: IcsComponent[] = [];

  const beginCalendar = (): IcsCalendar => {
    onCalendar();
    return { properties: new Map(), timeZones: [] };
  };
  const close = (closed: boolean): void => {
    if (open === null) return;
    calendar ??= beginCalendar();
    const tooLarge = open.chars > maxComponentChars;
    if (open.name === 'VEVENT') done.push({ calendar, line: open.line, lines: open.lines, tooLarge, closed });
    else if (open.name === 'VTIMEZONE' && closed && !tooLarge) calendar.timeZones.push(open.lines);
    open = null;
  };
  const begin = (name: string, line: ContentLine): void => {
    if (name === 'VCALENDAR') {
      close(false);
      calendar = beginCalendar();
      return;
    }
    if (open !== null && (name === 'VEVENT' || name === 'VTIMEZONE')) close(false);
    if (open === null) open = { name, line: line.line, lines: [], nested: [], chars: 0 };
    else open.nested.push(name);
    keepOfZone(open, line);
  };
  const end = (name: string, line: ContentLine): void => {
    if (name === 'VCALENDAR') {
      close(false);
      return;
    }
    if (open === null) return;
    keepOfZone(open, line);
    if (name === open.name) close(true);
    else if (open.nested.at(-1) === name) open.nested.pop();
  };
  return {
    push: (line) => {
      const boundary = boundaryOf(line.text);
      if (boundary?.kind === 'begin') begin(boundary.name, line);
      else if (boundary?.kind === 'end') end(boundary.name, line);
      else if (open !== null) keep(open, line);
      else if (calendar !== null) keepCalendarProperty(calendar, line.text);
    },
    end: () => close(false),
    take: () => {
      const taken = done;
      done = [];
      return taken;
    },
  };
}

function keep(open: OpenComponent, line: ContentLine): void {
  const kept = open.name === 'VTIMEZONE' || (open.name === 'VEVENT' && open.nested.length === 0);
  if (!kept) return;
  open.chars += line.text.length;
  if (open.chars <= maxComponentChars) open.lines.push(line);
}

/** BEGIN and END lines: only a VTIMEZONE keeps its inner structure, because ical.js reads its rules from it. */
function keepOfZone(open: OpenComponent, line: ContentLine): void {
  if (open.name === 'VTIMEZONE') keep(open, line);
}

function boundaryOf(text: string): { readonly kind: 'begin' | 'end'; readonly name: string } | null {
  const letter = text.charCodeAt(0) | 0x20;
  // 'b' or 'e': most lines are told apart without a regular expression.
  if ((letter !== 0x62 && letter !== 0x65) || text.length > 100) return null;
  const [, kind, name] = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i.exec(text) ?? [];
  if (kind === undefined || name === undefined) return null;
  return { kind: kind.toLowerCase() === 'begin' ? 'begin' : 'end', name: name.toUpperCase() };
}

function keepCalendarProperty(calendar: IcsCalendar, text: string): void {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.min(colon, 100)).split(';')[0]?.toUpperCase() ?? '';
  if (calendarProperties.has(name)) calendar.properties.set(name, text.slice(colon + 1, colon + 500).trim());
}
