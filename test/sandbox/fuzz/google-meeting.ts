import { everybodyIn, mainAddress } from './google-cast.ts';

/** What the fuzz believes of one meeting. It shares no code with the emulator and reads nothing of its state. */
export interface Meeting {
  readonly uid: string;
  /** Google id, the same in every Google copy. */
  readonly id: string;
  readonly organizer: string;
  /** Key in the engine, for organizers on Microsoft 365; null for Google ones. */
  readonly engineKey: string | null;
  words: Words;
  time: Time;
  rules: readonly string[];
  /** As written: aliases and groups are among them. */
  guests: readonly string[];
  /** At the organizer, by the name in the guest list. */
  answers: Map<string, Answer>;
  exceptions: Map<string, Exception>;
  cancelled: boolean;
  copies: Map<string, GuestCopy>;
}

export interface Words {
  readonly summary: string;
  readonly location: string;
}

export interface Time {
  readonly startMs: number;
  readonly endMs: number;
  readonly wholeDay: boolean;
}

export interface Answer {
  readonly status: string;
  readonly comment: string | null;
}

interface Exception {
  words: Partial<Words>;
  time: Time | null;
  cancelled: boolean;
  answers: Map<string, Answer>;
}

/** What a guest's copy has of its own. */
export interface GuestCopy {
  deleted: boolean;
  hidden: boolean;
  local: Partial<Words>;
  localAt: Map<string, Partial<Words>>;
  gone: Set<string>;
  /** Null follows the organizer's list. */
  answer: Answer | null;
  answersAt: Map<string, Answer>;
}

export const open: Answer = { status: 'needsAction', comment: null };

export const invitedTo = (meeting: Meeting): ReadonlySet<string> =>
  everybodyIn(meeting.guests, meeting.organizer);

/** The name under which somebody stands in the guest list; null for those who are in through a group. */
export function entryOf(meeting: Meeting, mailbox: string): string | null {
  return meeting.guests.find((name) => mainAddress(name) === mailbox) ?? null;
}

/** What a guest said, as the own copy shows it; null for nobody in the list. */
export function ownAnswer(meeting: Meeting, mailbox: string, key: string | null): Answer | null {
  const copy = copyOf(meeting, mailbox);
  const own = (key === null ? undefined : copy.answersAt.get(key)) ?? copy.answer;
  const name = entryOf(meeting, mailbox);
  return own ?? (name === null ? null : answerAt(meeting, name, key));
}

/** What the organizer knows of somebody's answer. */
export function answerAt(meeting: Meeting, name: string, key: string | null): Answer {
  const exception = key === null ? undefined : meeting.exceptions.get(key);
  return exception?.answers.get(name) ?? meeting.answers.get(name) ?? open;
}

/** The guest list of the whole or of one occurrence: a member of a group gets an entry with the first answer. */
export function namesAt(meeting: Meeting, key: string | null): string[] {
  const exception = key === null ? undefined : meeting.exceptions.get(key);
  return [...new Set([...meeting.guests, ...(exception?.answers.keys() ?? [])])];
}

/** When an occurrence is, by the organizer. */
export function occurrenceTime(meeting: Meeting, key: string): Time {
  const startMs = startOfKey(key);
  const { endMs, startMs: firstMs, wholeDay } = meeting.time;
  return meeting.exceptions.get(key)?.time ?? { startMs, endMs: startMs + endMs - firstMs, wholeDay };
}

/** `20261102` or `20261102T090000Z`. */
function startOfKey(key: string): number {
  const day = `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6, 8)}`;
  if (key.length === 8) return Date.parse(`${day}T00:00:00Z`);
  return Date.parse(`${day}T${key.slice(9, 11)}:${key.slice(11, 13)}:${key.slice(13, 15)}Z`);
}

export function copyOf(meeting: Meeting, mailbox: string): GuestCopy {
  const copy = meeting.copies.get(mailbox);
  if (copy === undefined) throw new Error(`${mailbox} has no copy of ${meeting.uid}`);
  return copy;
}

export function exceptionAt(meeting: Meeting, key: string): Exception {
  const known = meeting.exceptions.get(key);
  const exception = known ?? { words: {}, time: null, cancelled: false, answers: new Map() };
  meeting.exceptions.set(key, exception);
  return exception;
}
