/**
 * How often the judgement of need is right, how well its confidence is calibrated, and what titles do to it.
 *
 * Without arguments on the held-out invites of this folder; `--invites FILE --labels FILE` takes Google events as JSON
 * Lines and their labels (id, need, agree, kind), read as the product reads them. Exit status 1 on a forbidden mistake.
 */
import { parseArgs } from 'node:util';
import { labelledEvents } from './calendar-labels.ts';
import { judgeAll, type LabelledMeeting, labelledMeetings } from './judged-invite.ts';
import { outcomesOf } from './outcomes.ts';
import { contradictionLines, reportOf } from './reliability.ts';

/** Labels on which all three readers agree are facts; the others are opinions. */
const unanimous = 3;

const { values } = parseArgs({ options: { invites: { type: 'string' }, labels: { type: 'string' } } });

/** The sets to report, by what to call them. */
async function sets(): Promise<Readonly<Record<string, readonly LabelledMeeting[]>>> {
  if (values.invites === undefined) return { 'held-out invites': labelledMeetings('heldout.jsonl') };
  if (values.labels === undefined)
    throw new Error('--invites needs --labels FILE: id, need, agree, kind, one a line');
  const events = await labelledEvents(values.invites, values.labels);
  return {
    'all labels': events,
    'labels that all readers gave': events.filter(({ label }) => label.agree >= unanimous),
  };
}

for (const [name, meetings] of Object.entries(await sets())) {
  console.log([`# ${name}: ${meetings.length}`, '', ...reportOf(meetings), ''].join('\n'));
  if (outcomesOf(judgeAll(meetings)).forbidden.length > 0) process.exitCode = 1;
}
console.log(contradictionLines().join('\n'));
