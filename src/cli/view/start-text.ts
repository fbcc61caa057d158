import { DateTime } from 'luxon';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import type { TextOutput } from '../cli-deps.ts';
import { createPalette } from './palette.ts';

/** What a newcomer reads: where everything is, and how to see an invite being declined within a minute. */
export function startText(
  { google, microsoft, control, parts }: Sandbox,
  url: string,
  readyMs: number,
  { colors }: Pick<TextOutput, 'colors'>,
): string {
  const { bold, quiet } = createPalette(colors);
  const wednesday = nextWednesday(parts.clock.nowMs());
  const order = JSON.stringify({
    organizer: 'ines.belkacem@halden.example',
    attendees: ['claire.marchetti@halden.example', 'mathieu.roche@halden.example'],
    summary: 'Weekly status',
    description: 'Everybody says what they did.\n- bookings\n- label printing',
    start: `${wednesday}T10:00`,
    end: `${wednesday}T10:30`,
  });
  return [
    bold(
      `Meeting Gatekeeper is ready after ${(readyMs / 1000).toFixed(1)} s, on invented calendars. Ctrl-C ends it.`,
    ),
    '',
    `The gate          ${url}`,
    `The sandbox       ${control.origin} ${quiet('open it: who there is, and what happened')}`,
    `Google, Microsoft ${google.origin}  ${microsoft.origin}`,
    '',
    'The company keeps Wednesdays free of meetings. Invite two people to one:',
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

/** The first Wednesday that begins after now, in Paris. */
function nextWednesday(nowMs: number): string {
  const today = DateTime.fromMillis(nowMs, { zone: 'Europe/Paris' });
  return today.plus({ days: ((3 - today.weekday + 6) % 7) + 1 }).toFormat('yyyy-MM-dd');
}
