import { DateTime } from 'luxon';
import type { SandboxInvite } from '../../app/ports/sandbox-desk.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import type { TextOutput } from '../cli-deps.ts';
import { sandboxExamples } from '../service/sandbox/examples.ts';
import { createPalette } from './palette.ts';

/** What it says of the sandbox. */
type Shown = Pick<Sandbox, 'google' | 'microsoft' | 'control'> & {
  readonly parts: Pick<Sandbox['parts'], 'clock'>;
};

/** What a newcomer reads: where to look, and how to see an invite being declined within a minute without a browser. */
export function startText(
  { google, microsoft, control, parts }: Shown,
  url: string,
  readyMs: number,
  { colors }: Pick<TextOutput, 'colors'>,
): string {
  const { bold, quiet } = createPalette(colors);
  const order = JSON.stringify(orderOf(sandboxExamples(parts.clock.nowMs()).status));
  return [
    '',
    bold(`  Open ${url} and press "Send this invite".`),
    '',
    `Meeting Gatekeeper is ready after ${(readyMs / 1000).toFixed(1)} s, on invented calendars. Ctrl-C ends it.`,
    '',
    `The gate          ${url}`,
    `The sandbox       ${control.origin} ${quiet('for programs: who there is, and what happened')}`,
    `Google, Microsoft ${google.origin}  ${microsoft.origin}`,
    '',
    'The same without a browser: the company keeps Wednesdays free of meetings. Invite two people to one:',
    '',
    `  curl -s ${control.origin}/events -H 'content-type: application/json' -d '${order}'`,
    '',
    'Seconds later both have declined, with a reason, an offer and an undo. See it:',
    '',
    '  npx meeting-gatekeeper cases claire.marchetti@halden.example',
    `  curl -s '${control.origin}/acts?kind=answer'`,
    '',
    'Take it back with "npx meeting-gatekeeper undo" and the id that "cases" shows.',
    '',
  ].join('\n');
}

/** As the control of the sandbox takes it. */
function orderOf({ organizer, attendees, title, text, date, time, minutes }: SandboxInvite) {
  const start = `${date}T${time}`;
  // The same wall clock begins and ends it, so any zone will do to count.
  const end = DateTime.fromISO(start, { zone: 'utc' }).plus({ minutes }).toFormat("yyyy-MM-dd'T'HH:mm");
  return { organizer, attendees, summary: title, description: text, start, end };
}
