import { actors, providerOf } from './google-cast.ts';
import { type Answer, entryOf, type Meeting, ownAnswer } from './google-meeting.ts';
import { type Act, answer, leave } from './google-model.ts';
import type { Json } from './google-office.ts';
import {
  attendances,
  type Expected,
  occurrencesOf,
  pathOf,
  quiet,
  type Run,
  someAnswer,
  someSending,
  write,
} from './google-run.ts';

/** Somebody who was invited, and the whole or one occurrence of the meeting. */
async function somePlace(
  run: Run,
): Promise<{ meeting: Meeting; mailbox: string; key: string | null } | null> {
  const all = attendances(run);
  if (all.length === 0) return null;
  const { meeting, mailbox } = run.dice.pick(all);
  const keys = run.dice.percent(50) ? await occurrencesOf(run, mailbox, meeting) : [];
  return { meeting, mailbox, key: keys.length > 0 ? run.dice.pick(keys) : null };
}

/** A guest answers, with `attendeesOmitted` or with the whole list as it was read. */
export async function answerMeeting(run: Run): Promise<Expected> {
  const place = await somePlace(run);
  if (place === null) return quiet;
  const { meeting, mailbox, key } = place;
  const { told, query } = someSending(run);
  const given = someAnswer(run);
  const before = ownAnswer(meeting, mailbox, key);
  const isWhole = run.dice.percent(30);
  const body = isWhole
    ? await wholeList(run, mailbox, [meeting, key], given)
    : {
        attendeesOmitted: true,
        attendees: [{ email: entryOf(meeting, mailbox) ?? mailbox, ...entry(given) }],
      };
  await write(run, mailbox, 'PATCH', [meeting, key], { query, body });
  // Who is in through a group has no entry that could be written.
  if (entryOf(meeting, mailbox) === null && before === null) return quiet;
  const isSame = before !== null && before.status === given.status && before.comment === given.comment;
  if (isWhole && isSame) return quiet;
  const sent = providerOf(meeting.organizer) === 'google' || told;
  const acts = answer(meeting, mailbox, key, given, sent);
  const mails = given.status === 'declined' && before?.status !== 'declined' && sent && told;
  const mail: Act = { kind: 'mail', from: mailbox, to: [meeting.organizer], originalStart: null };
  return { acts: mails ? [...acts, mail] : acts };
}

/** A guest takes a meeting, or one occurrence, off the own calendar. */
export async function leaveMeeting(run: Run): Promise<Expected> {
  const place = await somePlace(run);
  if (place === null) return quiet;
  const { meeting, mailbox, key } = place;
  await write(run, mailbox, 'DELETE', [meeting, key], { query: someSending(run).query });
  return { acts: leave(meeting, mailbox, key) };
}

/** A guest writes over the words of the own copy, or sets what only the own copy has. */
export async function editLocally(run: Run): Promise<Expected> {
  const place = await somePlace(run);
  if (place === null) return quiet;
  const { meeting, mailbox, key } = place;
  const { dice } = run;
  if (dice.percent(40)) {
    const body = dice.pick<Json>([
      { transparency: dice.pick(['transparent', 'opaque']) },
      { extendedProperties: { private: { gate: `v${dice.below(20)}`, gone: null } } },
      { reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: dice.below(30) }] } },
    ]);
    await write(run, mailbox, 'PATCH', [meeting, key], { body });
    return { acts: [] };
  }
  const words = { summary: `Own ${dice.below(20)}` };
  await write(run, mailbox, 'PATCH', [meeting, key], { body: words });
  const copy = meeting.copies.get(mailbox);
  if (copy && key === null) copy.local = { ...copy.local, ...words };
  else if (copy && key !== null) copy.localAt.set(key, { ...copy.localAt.get(key), ...words });
  return { acts: [] };
}

/** Writes by guests that only the organizer may do: refused, and nothing happens. */
export async function overreach(run: Run): Promise<Expected> {
  const all = attendances(run, actors);
  if (all.length === 0) return quiet;
  const { meeting, mailbox } = run.dice.pick(all);
  const body = { summary: 'Mine now', start: { date: '2026-11-05' }, end: { date: '2026-11-06' } };
  run.note(meeting.uid, `${mailbox} PUT`);
  const reply = await run.office.call(mailbox, 'PUT', pathOf(meeting, null), { body });
  if (reply.status !== 403) throw new Error(`PUT by a guest: ${reply.status} ${JSON.stringify(reply.body)}`);
  return quiet;
}

async function wholeList(
  run: Run,
  mailbox: string,
  [meeting, key]: readonly [Meeting, string | null],
  given: Answer,
): Promise<Json> {
  const { body } = await run.office.call(mailbox, 'GET', pathOf(meeting, key));
  const attendees = (body.attendees ?? []) as Json[];
  return {
    attendees: attendees.map(({ comment, ...one }) =>
      one.self === true ? { ...one, ...entry(given) } : { ...one, ...(comment !== undefined && { comment }) },
    ),
  };
}

const entry = ({ status, comment }: Answer): Json => ({
  responseStatus: status,
  ...(comment !== null && { comment }),
});
