import { mainAddress, providerOf } from './google-cast.ts';
import {
  type Answer,
  copyOf,
  entryOf,
  exceptionAt,
  type GuestCopy,
  invitedTo,
  type Meeting,
  namesAt,
  occurrenceTime,
  open,
  ownAnswer,
  type Time,
  type Words,
} from './google-meeting.ts';

/** Something that others see, as the sandbox has to record it. */
export interface Act {
  readonly kind: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly originalStart: string | null;
}

/** What the organizer writes; absent fields stay. */
export interface Change {
  readonly words?: Partial<Words>;
  readonly time?: Time;
  readonly rules?: readonly string[];
  readonly guests?: readonly string[];
}

export function newMeeting(
  given: Pick<Meeting, 'uid' | 'id' | 'organizer' | 'engineKey' | 'words' | 'time' | 'rules' | 'guests'>,
): Meeting {
  const meeting: Meeting = {
    ...given,
    answers: new Map(given.guests.map((name) => [name, firstAnswer(name, given.organizer)])),
    exceptions: new Map(),
    cancelled: false,
    copies: new Map(),
  };
  spread(meeting, new Set());
  return meeting;
}

/** The organizer changes the whole. @returns the acts, where guests are told */
export function changeWhole(meeting: Meeting, change: Change, told: boolean): Act[] {
  const before = invitedTo(meeting);
  const words = { ...meeting.words, ...change.words };
  const time = change.time ?? meeting.time;
  const rules = change.rules ?? meeting.rules;
  const guests = change.guests ?? meeting.guests;
  const isMoved = !same(time, meeting.time) || !same(ruleLines(rules), ruleLines(meeting.rules));
  const dropsExceptions =
    time.startMs !== meeting.time.startMs ||
    time.wholeDay !== meeting.time.wholeDay ||
    !same(ruleLines(rules), ruleLines(meeting.rules));
  const isFull = isMoved || !same(words, meeting.words) || !same(rules, meeting.rules);
  if (!isFull && same(guests, meeting.guests)) return [];
  const excluded = rules.flatMap((line) => (line.startsWith('EXDATE:') ? [line.slice(7)] : []));
  for (const key of excluded) meeting.exceptions.delete(key);
  setGuests(meeting, guests);
  Object.assign(meeting, { words, time, rules });
  if (isMoved) reopen(meeting, null);
  if (isFull) for (const mailbox of awayAtMicrosoft(meeting)) reopenOne(meeting, mailbox);
  if (dropsExceptions) {
    meeting.exceptions.clear();
    for (const copy of meeting.copies.values()) copy.gone.clear();
  }
  spread(meeting, before);
  return told ? tell(meeting, before, invitedTo(meeting), isFull, null) : [];
}

/** The organizer changes one occurrence. */
export function changeOccurrence(
  meeting: Meeting,
  key: string,
  change: Pick<Change, 'words' | 'time'>,
  told: boolean,
): Act[] {
  const exception = exceptionAt(meeting, key);
  const words = { ...meeting.words, ...exception.words };
  const isMoved = change.time !== undefined && !same(change.time, occurrenceTime(meeting, key));
  const isWorded = !same({ ...words, ...change.words }, words);
  if (!isMoved && !isWorded) return [];
  for (const [name, word] of Object.entries(change.words ?? {})) {
    if (words[name as keyof Words] !== word) exception.words = { ...exception.words, [name]: word };
  }
  if (isMoved && change.time) {
    exception.time = change.time;
    reopen(meeting, key);
  }
  spread(meeting, invitedTo(meeting));
  return told ? tell(meeting, invitedTo(meeting), invitedTo(meeting), true, key) : [];
}

/** The organizer calls off the whole, or one occurrence. */
export function cancel(meeting: Meeting, key: string | null, told: boolean): Act[] {
  const before = invitedTo(meeting);
  if (key === null) meeting.cancelled = true;
  else exceptionAt(meeting, key).cancelled = true;
  if (key === null) for (const copy of meeting.copies.values()) copy.deleted = true;
  else spread(meeting, before);
  return told ? tell(meeting, before, new Set(), true, key) : [];
}

/** A guest answers. @param sent whether it reaches the organizer */
export function answer(
  meeting: Meeting,
  mailbox: string,
  key: string | null,
  given: Answer,
  sent: boolean,
): Act[] {
  const copy = copyOf(meeting, mailbox);
  copy.hidden = copy.hidden && given.status === 'needsAction';
  writeAnswer(copy.answersAt, key, copy.gone, given);
  if (key === null) copy.answer = given;
  if (!sent) return [];
  const name = entryOf(meeting, mailbox) ?? mailbox;
  if (key === null) {
    if (!meeting.guests.includes(name)) meeting.guests = [...meeting.guests, name];
    meeting.answers.set(name, given);
    for (const [at, exception] of meeting.exceptions) if (!copy.gone.has(at)) exception.answers.delete(name);
  } else exceptionAt(meeting, key).answers.set(name, given);
  return [{ kind: 'answer', from: mailbox, to: [meeting.organizer], originalStart: key }];
}

/** A guest takes the whole, or one occurrence, off the own calendar, which says no unless that was said before. */
export function leave(meeting: Meeting, mailbox: string, key: string | null): Act[] {
  const copy = copyOf(meeting, mailbox);
  const isSaid = ownAnswer(meeting, mailbox, key)?.status === 'declined';
  const acts = isSaid ? [] : answer(meeting, mailbox, key, { status: 'declined', comment: null }, true);
  if (key === null) copy.deleted = true;
  else copy.gone.add(key);
  return acts;
}

function firstAnswer(name: string, organizer: string): Answer {
  return mainAddress(name) === organizer ? { status: 'accepted', comment: null } : open;
}

function setGuests(meeting: Meeting, guests: readonly string[]): void {
  for (const name of meeting.guests) {
    if (guests.includes(name)) continue;
    meeting.answers.delete(name);
    for (const exception of meeting.exceptions.values()) exception.answers.delete(name);
  }
  for (const name of guests) {
    if (!meeting.guests.includes(name)) meeting.answers.set(name, firstAnswer(name, meeting.organizer));
  }
  meeting.guests = guests;
}

/** The news of the organizer reach everybody: what guests wrote over is gone, who is new gets a fresh copy. */
function spread(meeting: Meeting, before: ReadonlySet<string>): void {
  const now = invitedTo(meeting);
  for (const mailbox of before) {
    const copy = meeting.copies.get(mailbox);
    if (copy && !now.has(mailbox)) copy.deleted = true;
  }
  for (const mailbox of now) {
    if (providerOf(mailbox) === 'outside') continue;
    const known = meeting.copies.get(mailbox);
    if (!before.has(mailbox) || known === undefined) {
      const hidden = known?.hidden ?? mailbox.startsWith('shy@');
      meeting.copies.set(mailbox, { ...freshCopy(), hidden });
    } else if (!known.deleted) Object.assign(known, { local: {}, localAt: new Map() });
  }
}

function freshCopy(): GuestCopy {
  return {
    deleted: false,
    hidden: false,
    local: {},
    localAt: new Map(),
    gone: new Set(),
    answer: null,
    answersAt: new Map(),
  };
}

/** A new time opens the answers of everybody but the organizer; null for the whole. */
function reopen(meeting: Meeting, key: string | null): void {
  for (const name of namesAt(meeting, key)) {
    if (mainAddress(name) === meeting.organizer) continue;
    if (key !== null) exceptionAt(meeting, key).answers.set(name, open);
    else meeting.answers.set(name, open);
  }
  // In an occurrence also those who are in the list of no other: they came through a group and answered there.
  for (const { answers } of key === null ? meeting.exceptions.values() : []) {
    for (const name of answers.keys()) if (mainAddress(name) !== meeting.organizer) answers.set(name, open);
  }
  for (const [mailbox, copy] of meeting.copies) {
    if (key !== null) {
      copy.gone.delete(key);
      const hasEntry = namesAt(meeting, key).some((name) => mainAddress(name) === mailbox);
      if (hasEntry) copy.answersAt.set(key, open);
    } else {
      copy.answer = null;
      copy.answersAt.clear();
    }
  }
}

function reopenOne(meeting: Meeting, mailbox: string): void {
  const name = entryOf(meeting, mailbox);
  const copy = copyOf(meeting, mailbox);
  copy.answer = null;
  if (name !== null) meeting.answers.set(name, open);
}

/** Exchange moves a declined meeting to Deleted Items; the next full update brings it back, unanswered. */
function awayAtMicrosoft(meeting: Meeting): string[] {
  return [...meeting.copies]
    .filter(([mailbox, copy]) => providerOf(mailbox) === 'microsoft' && copy.answer?.status === 'declined')
    .map(([mailbox]) => mailbox);
}

function writeAnswer(
  answersAt: Map<string, Answer>,
  key: string | null,
  gone: ReadonlySet<string>,
  given: Answer,
): void {
  if (key !== null) answersAt.set(key, given);
  else for (const at of [...answersAt.keys()]) if (!gone.has(at)) answersAt.delete(at);
}

function tell(
  { organizer }: Meeting,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  isUpdate: boolean,
  originalStart: string | null,
): Act[] {
  const act = (kind: string, to: readonly string[]): Act[] =>
    to.length === 0 ? [] : [{ kind, from: organizer, to, originalStart }];
  return [
    ...act(
      'invitation',
      [...after].filter((one) => !before.has(one)),
    ),
    ...(isUpdate
      ? act(
          'update',
          [...after].filter((one) => before.has(one)),
        )
      : []),
    ...act(
      'cancellation',
      [...before].filter((one) => !after.has(one)),
    ),
  ];
}

const ruleLines = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('EXDATE'));

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Acts of a creation. */
export function invitationActs(meeting: Meeting): Act[] {
  return tell(meeting, new Set(), invitedTo(meeting), false, null);
}
