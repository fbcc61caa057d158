import { actors, invitable, mainAddress } from './google-cast.ts';
import type { Meeting, Words } from './google-meeting.ts';
import {
  type Change,
  cancel,
  changeOccurrence,
  changeWhole,
  invitationActs,
  newMeeting,
} from './google-model.ts';
import {
  type Expected,
  expectStatus,
  guestsBody,
  liveMeetings,
  movedOccurrence,
  occurrencesOf,
  quiet,
  type Run,
  shifted,
  someSending,
  someTime,
  timeBody,
  write,
} from './google-run.ts';

const rules = [
  'RRULE:FREQ=DAILY;COUNT=5',
  'RRULE:FREQ=WEEKLY;COUNT=6',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=9',
  'RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20261231T000000Z',
  'RRULE:FREQ=MONTHLY;COUNT=4',
];
const mostMeetings = 40;

/** Somebody on Google makes a meeting, now and then the same request twice. */
export async function createMeeting(run: Run): Promise<Expected> {
  const live = liveMeetings(run, 'google');
  if (live.length >= mostMeetings) return cancelWhole(run, live[0] as Meeting);
  const { dice, office } = run;
  const organizer = dice.pick(actors);
  const { told, query } = someSending(run);
  const time = someTime(run, dice.percent(20));
  const words = { summary: `Meeting ${run.made}`, location: '' };
  const lines = dice.percent(45) ? [dice.pick(rules)] : [];
  const guests = someGuests(run, organizer);
  run.made += 1;
  const id = `event${String(run.made).padStart(6, '0')}`;
  const body = {
    id,
    ...words,
    ...timeBody(time),
    ...(lines.length > 0 && { recurrence: lines }),
    ...guestsBody(guests, organizer),
  };
  const about = `${organizer} creates ${JSON.stringify({ query, body })}`;
  const request = () => office.call(organizer, 'POST', '/calendars/primary/events', { query, body });
  const uid = String(expectStatus(await request(), [200], about).body.iCalUID);
  run.note(uid, about);
  if (dice.percent(30)) expectStatus(await request(), [409], `${about} again`);
  const meeting = newMeeting({ uid, id, organizer, engineKey: null, words, time, rules: lines, guests });
  run.meetings.push(meeting);
  return { acts: told ? invitationActs(meeting) : [] };
}

/** The organizer changes something of the whole, or writes what is there already. */
export async function updateMeeting(run: Run): Promise<Expected> {
  const meeting = someOf(run);
  if (meeting === null) return quiet;
  const { told, query } = someSending(run);
  const change = someChange(run, meeting);
  const isPut = run.dice.percent(25);
  const after = { ...meeting, ...change, words: { ...meeting.words, ...change.words } };
  const whole = {
    ...after.words,
    ...timeBody(after.time),
    recurrence: after.rules,
    ...guestsBody(after.guests, meeting.organizer),
  };
  const part = {
    ...change.words,
    ...(change.time && timeBody(change.time)),
    ...(change.rules && { recurrence: change.rules }),
    ...(change.guests && guestsBody(change.guests, meeting.organizer)),
  };
  const body = isPut ? whole : part;
  await write(run, meeting.organizer, isPut ? 'PUT' : 'PATCH', [meeting, null], { query, body });
  return { acts: changeWhole(meeting, change, told) };
}

/** The organizer changes or calls off one occurrence of a series. */
export async function updateInstance(run: Run): Promise<Expected> {
  const meeting = someOf(run, ({ rules: lines }) => lines.length > 0);
  if (meeting === null) return quiet;
  const keys = await occurrencesOf(run, meeting.organizer, meeting);
  if (keys.length === 0) return quiet;
  const key = run.dice.pick(keys);
  const { told, query } = someSending(run);
  if (run.dice.percent(25)) {
    await write(run, meeting.organizer, 'DELETE', [meeting, key], { query });
    return { acts: cancel(meeting, key, told) };
  }
  const change = run.dice.percent(50)
    ? { words: someWords(run) }
    : { time: movedOccurrence(run, meeting, key) };
  const body = { ...change.words, ...(change.time && timeBody(change.time)) };
  await write(run, meeting.organizer, 'PATCH', [meeting, key], { query, body });
  return { acts: changeOccurrence(meeting, key, change, told) };
}

/** The organizer calls off the whole. */
export async function cancelWhole(run: Run, chosen: Meeting | null = null): Promise<Expected> {
  const meeting = chosen ?? someOf(run);
  if (meeting === null) return quiet;
  const { told, query } = someSending(run);
  if (run.dice.percent(70)) await write(run, meeting.organizer, 'DELETE', [meeting, null], { query });
  else {
    const body = { status: 'cancelled' };
    await write(run, meeting.organizer, 'PATCH', [meeting, null], { query, body });
  }
  return { acts: cancel(meeting, null, told) };
}

function someOf(run: Run, fits: (meeting: Meeting) => boolean = () => true): Meeting | null {
  const live = liveMeetings(run, 'google').filter(fits);
  return live.length === 0 ? null : run.dice.pick(live);
}

function someChange(run: Run, meeting: Meeting): Change {
  const { dice } = run;
  const kind = dice.below(9);
  if (kind < 2) return { words: someWords(run) };
  if (kind < 4) return { guests: otherGuests(run, meeting) };
  if (kind === 4) return { words: someWords(run), guests: otherGuests(run, meeting) };
  if (kind === 5) return { time: shifted(meeting.time, dice.below(40) - 20 || 1) };
  if (kind === 6 && !meeting.time.wholeDay) {
    return { time: { ...meeting.time, endMs: meeting.time.endMs + 900_000 } };
  }
  if (kind === 7) return { rules: dice.percent(70) ? [dice.pick(rules)] : [] };
  return { words: meeting.words };
}

function someWords(run: Run): Partial<Words> {
  const { dice } = run;
  return dice.percent(50) ? { summary: `Word ${dice.below(30)}` } : { location: `Place ${dice.below(30)}` };
}

/** Now and then with the organizer among them, as calendars write it. */
function someGuests(run: Run, organizer: string): string[] {
  const others = run.dice
    .some(invitable, 40)
    .filter((name) => mainAddress(name) !== organizer && !(name.startsWith('team@') && isMember(organizer)));
  return others.length > 0 && run.dice.percent(50) ? [organizer, ...others] : others;
}

function otherGuests(run: Run, meeting: Meeting): readonly string[] {
  const { dice } = run;
  const kept = meeting.guests.filter((name) => name === meeting.organizer || dice.percent(75));
  const added = someGuests(run, meeting.organizer).filter((name) => name !== meeting.organizer);
  return dice.percent(50) ? kept : [...new Set([...kept, ...added.slice(0, 2)])];
}

const isMember = (organizer: string) => organizer.startsWith('gus@');
