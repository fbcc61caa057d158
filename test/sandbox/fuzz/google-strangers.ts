import { blankFields, blankOwn, newGuest } from '../../../src/sandbox/calendar/blank-event.ts';
import type { EventFields, GuestAnswer } from '../../../src/sandbox/calendar/event-copy.ts';
import { actors, invitable, strangers } from './google-cast.ts';
import type { Meeting, Time } from './google-meeting.ts';
import { answer, cancel, changeWhole, invitationActs, newMeeting } from './google-model.ts';
import {
  attendances,
  type Expected,
  liveMeetings,
  quiet,
  type Run,
  shifted,
  someTime,
} from './google-run.ts';

const mostMeetings = 12;

/** Somebody on Microsoft 365 makes, changes or calls off a meeting with guests on Google. */
export function strangersOrganize(run: Run): Expected {
  const live = liveMeetings(run, 'microsoft');
  if (live.length === 0 || (live.length < mostMeetings && run.dice.percent(40))) return create(run);
  const meeting = run.dice.pick(live);
  const told = run.dice.percent(80);
  const { engine } = run.office.parts();
  const ref = { key: meeting.engineKey ?? '', originalStart: null };
  const kind = run.dice.below(4);
  if (kind === 0) {
    run.note(meeting.uid, `${meeting.organizer} cancels`);
    engine.remove(ref, told, null);
    return { acts: cancel(meeting, null, told) };
  }
  const change =
    kind === 1
      ? { time: shifted(meeting.time, 1 + run.dice.below(8)) }
      : { words: { summary: `Theirs ${run.dice.below(30)}` } };
  run.note(meeting.uid, `${meeting.organizer} changes ${JSON.stringify(change)}`);
  engine.update(
    ref,
    {
      ...(change.words && { summary: change.words.summary }),
      ...(change.time && moments(change.time)),
    },
    told,
  );
  return { acts: changeWhole(meeting, change, told) };
}

/** Somebody on Microsoft 365 answers the whole of a meeting, now and then with another time. */
export function strangersAnswer(run: Run): Expected {
  const all = attendances(run, strangers);
  if (all.length === 0) return quiet;
  const { meeting, mailbox } = run.dice.pick(all);
  const { engine } = run.office.parts();
  const copy = engine.findByUid(mailbox, meeting.uid);
  if (copy === null) throw new Error(`${mailbox} should have a copy of ${meeting.uid}`);
  const status = run.dice.pick<GuestAnswer>(['accepted', 'tentative', 'declined']);
  const comment = run.dice.percent(40) ? `word ${run.dice.below(50)}` : null;
  const proposal = status !== 'accepted' && run.dice.percent(30) ? moments(shifted(meeting.time, 4)) : null;
  run.note(meeting.uid, `${mailbox} answers ${status} ${comment}`);
  const given = { answer: status, comment, proposal, send: true };
  engine.answer({ key: copy.key, originalStart: null }, given);
  return { acts: answer(meeting, mailbox, null, { status, comment }, true) };
}

function create(run: Run): Expected {
  const { dice, office } = run;
  const organizer = dice.pick(strangers);
  const { engine } = office.parts();
  const guests = dice.some(invitable, 40).filter((name) => name !== organizer);
  const words = { summary: `Theirs ${run.made}`, location: 'Teams' };
  const time = someTime(run, false);
  const rules = dice.percent(30) ? ['RRULE:FREQ=WEEKLY;COUNT=4'] : [];
  run.made += 1;
  const copy = engine.create({
    organizer,
    fields: {
      ...blankFields,
      body: { kind: 'text', content: '' },
      ...words,
      ...moments(time),
      recurrence: rules,
      guests: guests.map((name) => newGuest(name)),
    },
    own: blankOwn,
    providerId: null,
    uid: null,
    transactionId: null,
    notify: true,
  });
  const seen = actors.map((who) => engine.findByUid(who, copy.uid)).find((one) => one !== null);
  const meeting: Meeting = newMeeting({
    uid: copy.uid,
    id: seen?.providerId ?? 'nobody',
    organizer,
    engineKey: copy.key,
    words,
    time,
    rules,
    guests,
  });
  run.note(copy.uid, `${organizer} creates for ${guests.join(' ')}`);
  run.meetings.push(meeting);
  return { acts: invitationActs(meeting) };
}

function moments({ startMs, endMs }: Time): Pick<EventFields, 'start' | 'end'> {
  const moment = (ms: number) => ({ kind: 'instant', ms, zone: 'Europe/Warsaw' }) as const;
  return { start: moment(startMs), end: moment(endMs) };
}
