import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCalendar } from '../../src/providers/files/read-calendar.ts';
import type { LabelledMeeting } from './judged-invite.ts';

/** What several readers said of one event. */
export interface EventLabel {
  readonly id: string;
  readonly need: 'live' | 'async' | 'unclear';
  /** How many of three readers said so. */
  readonly agree: number;
  readonly kind: string;
}

export interface LabelledEvent extends LabelledMeeting {
  readonly label: EventLabel;
}

const day = 86_400_000;

/**
 * The meetings of a calendar file with their labels, by id; events without a label are left out.
 * Throws where an event was refused or a label has no event: a figure over a part of a set is no figure.
 */
export async function labelledEvents(invitesFile: string, labelsFile: string): Promise<LabelledEvent[]> {
  const labels = await readLabels(labelsFile);
  const found: LabelledEvent[] = [];
  const window = ({ startMs }: { startMs: number }) => ({ fromMs: startMs - day, toMs: startMs + 60 * day });
  for await (const item of readCalendar(createReadStream(invitesFile), {
    name: path.basename(invitesFile),
    window,
  })) {
    if (item.kind === 'refused') throw new Error(`${item.problem.place}: ${item.problem.what}`);
    if (item.kind !== 'meeting') continue;
    const label = labels.get(item.meeting.id);
    if (label) found.push({ meeting: item.meeting, label });
  }
  if (found.length !== labels.size) {
    throw new Error(
      `${labels.size - found.length} labels of ${path.basename(labelsFile)} have no event: check the ids`,
    );
  }
  return found;
}

async function readLabels(file: string): Promise<Map<string, EventLabel>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => JSON.parse(line) as EventLabel).map((label) => [label.id, label]));
}
