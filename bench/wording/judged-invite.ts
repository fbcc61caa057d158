import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policyFor } from '../../src/config/policy/join-levels.ts';
import { loadDefaultPolicy } from '../../src/config/policy/load-default.ts';
import { type Judgement, judge } from '../../src/core/gate/judge.ts';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import type { Policy } from '../../src/core/meeting/policy.ts';
import { type LabelledInvite, reader, toMeeting } from './labelled-invite.ts';
import { readInvites } from './rows.ts';

/** The part of a label that the bench compares. What a set did not label is left out. */
export type Label = Pick<LabelledInvite, 'need' | 'kind'> &
  Partial<Pick<LabelledInvite, 'complexity' | 'relationship' | 'urgency' | 'lang'>>;

/** A meeting with what its readers said of it. */
export interface LabelledMeeting {
  readonly meeting: Meeting;
  readonly label: Label;
}

/** A labelled meeting and what the gate made of it. */
export interface JudgedInvite extends LabelledMeeting {
  readonly judgement: Judgement;
}

export const defaultPolicy: Policy = policyFor(loadDefaultPolicy(), { email: reader });

/** Judges each as an invitee, under the default policy unless another is given. */
export function judgeAll(
  meetings: readonly LabelledMeeting[],
  { policy = defaultPolicy, me = reader }: { policy?: Policy; me?: string | null } = {},
): JudgedInvite[] {
  const context = { policy, me, role: null, nowMs: null, surroundings: { namesAttendees: true }, others: [] };
  return meetings.map(({ meeting, label }) => ({ meeting, label, judgement: judge(meeting, context) }));
}

/** The invites of a file of this folder, as the meetings that a calendar would hold. */
export function labelledMeetings(file: string): LabelledMeeting[] {
  return readInvites(path.join(import.meta.dirname, file)).map((label, index) => ({
    meeting: toMeeting(label, `${path.basename(file, '.jsonl')}-${index}`),
    label,
  }));
}

/** A title of one kind over the body of another; the label is the body's. */
export interface Contradiction {
  readonly title: string;
  readonly description: string;
  readonly need: 'live' | 'async';
  readonly kind: string;
  readonly lang: 'en' | 'de';
}

export function contradictions(): LabelledMeeting[] {
  const lines = readFileSync(path.join(import.meta.dirname, 'contradictions.jsonl'), 'utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const { title, description, ...label } = JSON.parse(line) as Contradiction;
      const invite: LabelledInvite = { ...plainInvite, ...label, title, description };
      return { meeting: toMeeting(invite, `contradiction-${index}`), label };
    });
}

/** Circumstances that speak for neither side. */
const plainInvite = {
  people: 5,
  names: [],
  outside: 'none',
  repeats: 'no',
  minutes: 30,
  leadHours: 96,
  complexity: 'low',
  relationship: 'unknown',
  urgency: 'normal',
} as const;
