import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * What hostile or absurd calendars cost: each goes through the real command in a process of its own.
 * Prints time, largest memory, exit status and the first line of what was said. Run after a build:
 * `node bench/hostile.ts`; `node bench/hostile.ts title` runs only the inputs whose name contains `title`.
 */
const main = path.join(import.meta.dirname, '..', 'dist', 'main.js');
const megabyte = 1_000_000;

interface Input {
  readonly name: string;
  readonly file: string;
  readonly parts: () => Iterable<string>;
}

function event(lines: readonly string[]): string {
  const fixed = ['UID:1', 'DTSTAMP:20261001T080000Z', 'DTSTART:20261005T080000Z', 'DTEND:20261005T083000Z'];
  return ['BEGIN:VEVENT', ...fixed, ...lines, 'END:VEVENT', ''].join('\r\n');
}

function calendar(...events: readonly string[]): () => readonly string[] {
  return () => ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\n', ...events, 'END:VCALENDAR\r\n'];
}

function graph(resource: Record<string, unknown>): () => readonly string[] {
  const time = { dateTime: '2026-10-05T08:00:00', timeZone: 'UTC' };
  return () => [
    JSON.stringify({ id: '1', iCalUId: '1', subject: 'Sync', start: time, end: time, ...resource }),
  ];
}

function* repeated(
  head: string,
  part: (index: number) => string,
  tail: string,
  bytes: number,
): Generator<string> {
  yield head;
  for (let written = 0, index = 0; written < bytes; index += 1) {
    const text = part(index);
    written += text.length;
    yield text;
  }
  yield tail;
}

function html(text: string) {
  return graph({ body: { contentType: 'html', content: text } });
}

const attendees = Array.from(
  { length: 10_000 },
  (_, n) => `ATTENDEE;CN=Person ${n};PARTSTAT=ACCEPTED:mailto:p${n}@acme.example`,
);
const people = ['ana', 'ben', 'cy', 'di'].map(
  (name) => `ATTENDEE;CN=${name};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:${name}@acme.example`,
);
const agenda =
  'DESCRIPTION:What is done\\, what is next\\, what blocks us. Notes are in the document of the team\\, as always.';
/** About 600 bytes; one in ten repeats every week. */
const ordinaryEvent = (n: number) =>
  event([
    `SUMMARY:Team meeting ${n}`,
    agenda,
    ...people,
    ...(n % 10 === 0 ? ['RRULE:FREQ=WEEKLY'] : []),
  ]).replace('UID:1', `UID:${n}`);
const smallGoogle = (n: number) =>
  `${n > 0 ? ',' : ''}${JSON.stringify({ kind: 'calendar#event', id: `e${n}`, iCalUID: `e${n}@x`, summary: 'Status', start: { dateTime: '2026-10-05T10:00:00Z' }, end: { dateTime: '2026-10-05T11:00:00Z' } })}`;

const inputs: readonly Input[] = [
  {
    name: 'title of 1 MB',
    file: 'a.ics',
    parts: calendar(event([`SUMMARY:${'status '.repeat(megabyte / 7)}`])),
  },
  {
    name: 'title of 1 MB, one word',
    file: 'a.ics',
    parts: calendar(event([`SUMMARY:${'a'.repeat(megabyte)}`])),
  },
  {
    name: 'description of 1 MB',
    file: 'a.ics',
    parts: calendar(event([`DESCRIPTION:${'we decide, then we review. '.repeat(megabyte / 27)}`])),
  },
  { name: 'HTML, 1 MB of open tags', file: 'a.json', parts: html('<div>'.repeat(megabyte / 5)) },
  { name: 'HTML, 1 MB of "<"', file: 'a.json', parts: html('<'.repeat(megabyte)) },
  { name: 'HTML, 1 MB of entities', file: 'a.json', parts: html('&amp;lt;'.repeat(megabyte / 8)) },
  { name: 'HTML, 1 MB of comments', file: 'a.json', parts: html('<!--'.repeat(megabyte / 4)) },
  {
    name: 'quantifier bait: blanks',
    file: 'a.ics',
    parts: calendar(event([`DESCRIPTION:${' '.repeat(megabyte)}x`])),
  },
  {
    name: 'quantifier bait: a@a@a@',
    file: 'a.ics',
    parts: calendar(
      event([`DESCRIPTION:${'a@'.repeat(megabyte / 2)}`, `ORGANIZER:mailto:${'a@'.repeat(50_000)}`]),
    ),
  },
  {
    name: 'quantifier bait: line ends',
    file: 'a.ics',
    parts: calendar(event([`DESCRIPTION:${'\\n- '.repeat(megabyte / 4)}`])),
  },
  {
    name: 'quantifier bait: parameters',
    file: 'a.ics',
    parts: calendar(event([`ATTENDEE;${'X="a;'.repeat(200_000)}:mailto:a@b.example`])),
  },
  {
    name: 'quantifier bait: rule',
    file: 'a.ics',
    parts: calendar(
      event(['SUMMARY:x', `RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=${'1,'.repeat(50_000)}1`]),
    ),
  },
  { name: '10,000 attendees', file: 'a.ics', parts: calendar(event(['SUMMARY:All hands', ...attendees])) },
  {
    name: '__proto__ and constructor keys',
    file: 'a.json',
    parts: () => [
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"id":"1","summary":"Sync","kind":"calendar#event","start":{"__proto__":null,"dateTime":"2026-10-05T10:00:00Z"},"end":{"dateTime":"2026-10-05T11:00:00Z"}}',
    ],
  },
  { name: 'nested 100,000 deep', file: 'a.json', parts: () => ['['.repeat(100_000) + ']'.repeat(100_000)] },
  {
    name: 'direction marks and escapes',
    file: 'a.ics',
    parts: calendar(
      event([`SUMMARY:\u202eevil\u0007\u001b[2J\u001b]0;owned\u0007 ${'e\u0301\u0301\u0301'.repeat(1000)}`]),
    ),
  },
  {
    name: '200 MB .ics, many events',
    file: 'a.ics',
    parts: () => repeated('BEGIN:VCALENDAR\r\n', ordinaryEvent, 'END:VCALENDAR\r\n', 200 * megabyte),
  },
  {
    name: '200 MB .ics, one line',
    file: 'a.ics',
    parts: () =>
      repeated(
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261005T080000Z\r\nSUMMARY:',
        () => 'x'.repeat(megabyte),
        '\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        200 * megabyte,
      ),
  },
  {
    name: '200 MB JSON, one array',
    file: 'a.json',
    parts: () => repeated('[', smallGoogle, ']', 200 * megabyte),
  },
  {
    name: '200 MB JSON, one string',
    file: 'a.json',
    parts: () => repeated('{"summary":"', () => 'x'.repeat(megabyte), '"}', 200 * megabyte),
  },
];

interface Outcome {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly status: string;
  readonly said: string;
}

/** The child measures its own peak: the operating system keeps it for a process, not for its parent to read. */
const measuring =
  "data:text/javascript,process.on('exit',()=>{process.channel?.unref();process.send?.(process.resourceUsage().maxRSS)})";

function run(file: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', measuring, main, 'triage', '--json', file], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let peakKilobytes = 0;
    const said = { out: '', err: '' };
    child.on('message', (kilobytes) => {
      peakKilobytes = Number(kilobytes);
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (said.out.length < 200) said.out += text.slice(0, 200);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (said.err.length < 200) said.err += text.slice(0, 200);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const seconds = (performance.now() - started) / 1000;
      const peakMegabytes = Math.round(peakKilobytes / 1024);
      resolve({ seconds, peakMegabytes, status: String(code ?? signal), said: said.err || said.out });
    });
  });
}

const wanted = process.argv[2] ?? '';
const folder = await mkdtemp(path.join(tmpdir(), 'hostile-'));
try {
  console.log(`${'input'.padEnd(32)} ${'s'.padStart(7)} ${'MB'.padStart(6)} exit  said`);
  for (const { name, file, parts } of inputs.filter((input) => input.name.includes(wanted))) {
    const target = path.join(folder, file);
    await pipeline(Readable.from(parts()), createWriteStream(target));
    const { seconds, peakMegabytes, status, said } = await run(target);
    const line = JSON.stringify(said.replaceAll(folder, '').split('\n')[0]).slice(1, 70);
    console.log(
      `${name.padEnd(32)} ${seconds.toFixed(2).padStart(7)} ${String(peakMegabytes).padStart(6)} ${status.padEnd(4)}  ${line}`,
    );
    await writeFile(target, '');
  }
} finally {
  await rm(folder, { recursive: true });
}
