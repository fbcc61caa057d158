import { createReadStream } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import ICAL from 'ical.js';
import { readCalendar } from '../../src/providers/files/read-calendar.ts';

/**
 * Reads every .ics file below the given folders and counts what came of it, beside what ical.js alone parses.
 * Usage: node bench/reading/corpora.ts FOLDER...
 */
const window = { fromMs: Date.parse('2026-10-01T00:00:00Z'), toMs: Date.parse('2027-10-01T00:00:00Z') };

interface FileResult {
  readonly file: string;
  /** ical.js parses the file and it holds a VEVENT with DTSTART. */
  readonly readable: boolean;
  readonly meetings: number;
  readonly messages: number;
  readonly ms: number;
  readonly crash: unknown;
}

async function readFileResult(file: string): Promise<FileResult> {
  const readable = parsesToEvent(await readFile(file, 'utf8'));
  const started = performance.now();
  let [meetings, messages] = [0, 0];
  let crash: unknown = null;
  try {
    for await (const item of readCalendar(createReadStream(file), { name: path.basename(file), window })) {
      if (item.kind === 'meeting') meetings += 1;
      else messages += 1;
    }
  } catch (error) {
    crash = error;
  }
  return { file, readable, meetings, messages, ms: performance.now() - started, crash };
}

function parsesToEvent(text: string): boolean {
  try {
    const parsed: unknown = ICAL.parse(text);
    // One calendar is an array that begins with its name; several are an array of those.
    const calendars =
      Array.isArray(parsed) && typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[]);
    const components = calendars.map((calendar) => new ICAL.Component(calendar as string));
    const events = components.flatMap((root) =>
      root.name === 'vevent' ? [root] : root.getAllSubcomponents('vevent'),
    );
    return events.some((event) => event.hasProperty('dtstart'));
  } catch {
    return false;
  }
}

const results: FileResult[] = [];
for (const folder of process.argv.slice(2)) {
  for await (const file of glob('**/*.ics', { cwd: folder }))
    results.push(await readFileResult(path.join(folder, file)));
}
const readable = results.filter((result) => result.readable);
const others = results.filter((result) => !result.readable);
const missed = readable.filter((result) => result.meetings === 0);
const slowest = results.toSorted((a, b) => b.ms - a.ms)[0];
const share = readable.length === 0 ? 0 : (100 * (readable.length - missed.length)) / readable.length;

console.log(`files                                          ${results.length}`);
console.log(`ical.js parses, with an event that has DTSTART ${readable.length}`);
console.log(
  `  of these at least one meeting                ${readable.length - missed.length} (${share.toFixed(2)} %)`,
);
console.log(`others                                         ${others.length}`);
console.log(
  `  of these at least one meeting                ${others.filter((result) => result.meetings > 0).length}`,
);
console.log(
  `  of these a message                           ${others.filter((result) => result.messages > 0).length}`,
);
console.log(
  `meetings                                       ${results.reduce((sum, result) => sum + result.meetings, 0)}`,
);
console.log(`slowest file                                   ${slowest?.ms.toFixed(0)} ms ${slowest?.file}`);
console.log(
  `over a second                                  ${results.filter((result) => result.ms > 1000).length}`,
);
console.log(
  `crashes                                        ${results.filter((result) => result.crash !== null).length}`,
);
for (const result of missed) console.log(`no meeting: ${result.file}`);
for (const result of results) if (result.crash !== null) console.log(`crash: ${result.file}`, result.crash);
