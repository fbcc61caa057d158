import { fileURLToPath } from 'node:url';
import { audit } from '../app/audit.ts';
import { lastFullMonth, readingWindow } from '../app/audit-month.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { prepareJudging } from './judging.ts';
import { sayRefused } from './messages.ts';
import { namedInputs, readAll } from './read-inputs.ts';
import { auditText } from './view/audit-text.ts';
import { wrapCells } from './view/cells.ts';
import { type Frame, frameOf } from './view/frame.ts';
import { createPalette } from './view/palette.ts';
import { verdictGroups } from './view/verdict-table.ts';

/** The month that the sample calendar holds, and the person whose calendar it is. */
const sample = {
  month: '2026-10',
  me: 'sam@larkfield.example',
  calendar: fileURLToPath(new URL('./sample/sample-month.ics', import.meta.url)),
  policy: fileURLToPath(new URL('./sample/sample-policy.yaml', import.meta.url)),
} as const;

const widest = 100;

/** `demo`: the judging of it on a bundled calendar, for somebody who has never heard of it. Reads only. */
export async function runDemo(deps: CliDeps): Promise<ExitStatus> {
  const judging = await prepareJudging(deps, { me: sample.me, policy: sample.policy });
  if (!judging.ok) {
    await sayRefused(deps, judging.problems);
    return exitStatus.refused;
  }
  const nowMs = deps.nowMs();
  const items = await readAll(namedInputs(deps, [sample.calendar], readingWindow(sample.month, nowMs)));
  const result = audit(items, { ...judging.options, month: sample.month, nowMs });
  const { currency } = judging.options.policyOf(sample.me).hourlyRate;
  const frame = frameOf(deps.stdout);
  await deps.stdout.write(`${introduction(frame)}\n\n`);
  await deps.stdout.write(`${verdictGroups(result.judged, () => result.load.zone, frame)}\n`);
  await deps.stdout.write(`${auditText(result, currency, frame)}\n`);
  await deps.stdout.write(`${nextSteps(lastFullMonth(nowMs, 'UTC'), frame)}\n`);
  return exitStatus.ok;
}

function introduction(frame: Frame): string {
  const { bold } = createPalette(frame.colors);
  return [
    ...paragraph('Meeting Gatekeeper asks two questions of every invite:', frame).map(bold),
    ...paragraph('does this have to happen live, and if so, may it be at this hour?', frame).map(bold),
    '',
    ...paragraph(
      'Here it reads a sample: October 2026 in the calendar of Sam, who leads a team in Lyon. The colleagues are in ' +
        'Lyon, Warsaw, Singapore and New York, and their company keeps Wednesdays free of meetings. ' +
        'Company and people are invented; nothing is sent or changed.',
      frame,
    ),
  ].join('\n');
}

function nextSteps(month: string, frame: Frame): string {
  const { bold, quiet } = createPalette(frame.colors);
  const command = (text: string) => `   ${bold(text)}`;
  return [
    ...paragraph('Now your own calendar. It is only read, and stays on this machine.', frame).map(bold),
    ...paragraph('1. Export it as an .ics file.', frame),
    ...paragraph(
      '   Google Calendar: Settings, Import & export, Export; unzip what it gives you.',
      frame,
    ).map(quiet),
    ...paragraph(
      '   Outlook: File, Save Calendar; on the web: Settings, Calendar, Shared calendars, Publish, then open the ICS link.',
      frame,
    ).map(quiet),
    ...paragraph('2. See where your hours go, as a page that you can forward:', frame),
    command(
      `npx meeting-gatekeeper audit --me you@company.com --month ${month} --html month.html calendar.ics`,
    ),
    ...paragraph(
      '3. Get a verdict for every invite, by the default policy or with --policy by your own:',
      frame,
    ),
    command('npx meeting-gatekeeper triage --me you@company.com calendar.ics'),
  ].join('\n');
}

/** Keeps the indent of the first line on all of them. */
function paragraph(text: string, { columns }: Frame): string[] {
  const indent = text.length - text.trimStart().length;
  const lines = wrapCells(text.trimStart(), Math.max(20, Math.min(columns ?? widest, widest) - indent));
  return lines.map((line) => ' '.repeat(indent) + line);
}
