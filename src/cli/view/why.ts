import type { JudgedMeeting } from '../../app/triage.ts';
import type { Judgement } from '../../core/gate/judge.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import type { Reason } from '../../core/need/need.ts';
import type { Evidence, Signals } from '../../core/signals/signal.ts';
import { displayText } from '../../front/plain-text.ts';

const longestReason = 220;
const longestQuote = 60;
const longestName = 40;
const mostQuotes = 2;
/** Fields whose words a person wrote; of the others only numbers could be quoted. */
const quotable: ReadonlySet<string> = new Set(['summary', 'description', 'location']);

/** Rules that read another signal than the purpose. */
const signalOfRule: Readonly<Record<string, keyof Signals>> = {
  'written-emergency': 'urgency',
  'complex-and-urgent': 'urgency',
  'people-must-converge': 'complexity',
  'relationship-at-stake': 'relationship',
  'relationship-being-built': 'relationship',
  'outsider-expects-it': 'relationship',
};

/** The reason that decided, with the words of the invite it rests on. */
export interface Why {
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** The first reason; a protection of somebody else's time names that person. */
export function whyOf({ meeting, judgement }: JudgedMeeting): Why {
  const { reasons, verdict } = judgement;
  // What the gate suspects says more than that it does not know.
  const suspected =
    verdict === 'ask' ? reasons.find(({ says }) => says === 'live' || says === 'async') : undefined;
  const first = suspected ?? reasons[0];
  if (!first) return { because: '', evidence: [] };
  const whose = first.says === 'block' ? otherPerson(first, judgement, meeting) : null;
  const hedge = suspected ? 'Perhaps: ' : '';
  const isNamed = whose === null || first.because.includes(whose);
  const because = isNamed ? `${hedge}${first.because}` : `For ${whose}, ${first.because}`;
  return { because, evidence: evidenceOf(first, judgement).slice(0, mostQuotes) };
}

/** The same as one line: the sentence, the quoted words, and the first change that is proposed. */
export function whyText(judged: JudgedMeeting): string {
  const { because, evidence } = whyOf(judged);
  const quotes = evidence.map(({ text }) => `“${displayText(text, longestQuote)}”`);
  const instead = judged.judgement.changes
    .slice(0, 1)
    .map((change) => `→ ${displayText(change, longestReason)}`);
  return [displayText(because, longestReason), ...quotes, ...instead].join(' ').trim();
}

function evidenceOf({ says, rule }: Reason, { signals }: Judgement): Evidence[] {
  if (says !== 'live' && says !== 'async') return [];
  return signals[signalOfRule[rule] ?? 'purpose'].evidence.filter(({ field }) => quotable.has(field));
}

/** Name or address of the person whose time it is, where that is not the organizer; null otherwise. */
function otherPerson({ rule }: Reason, { role, time }: Judgement, meeting: Meeting): string | null {
  const person = time.protections.find((protection) => protection.rule === rule)?.person;
  if (role !== 'organizer' || person === undefined || person === meeting.organizer?.email) return null;
  const attendee = meeting.attendees.find(({ email }) => email === person);
  return displayText(attendee?.name ?? person, longestName);
}
