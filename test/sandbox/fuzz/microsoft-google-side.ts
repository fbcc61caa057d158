import { isDeepStrictEqual } from 'node:util';
import { blankFields, blankOwn, newGuest } from '../../../src/sandbox/calendar/blank-event.ts';
import type { EventCopy, EventFields } from '../../../src/sandbox/calendar/event-copy.ts';
import type { Written } from './microsoft-model.ts';
import { type Outcome, type Run, silent } from './microsoft-run.ts';
import { googlePerson, graphPeople, startMs } from './microsoft-stand.ts';

const hourMs = 3_600_000;

function someFields({ chance }: Run): EventFields {
  const ms = startMs + chance.below(600) * hourMs;
  return {
    ...blankFields,
    summary: `From Google ${chance.below(100)}`,
    body: { kind: 'text', content: '' },
    start: { kind: 'instant', ms, zone: 'Europe/Paris' },
    end: { kind: 'instant', ms: ms + hourMs, zone: 'Europe/Paris' },
    recurrence: chance.inPercent(40) ? [`RRULE:FREQ=WEEKLY;COUNT=${2 + chance.below(4)}`] : [],
    guests: chance.some(graphPeople).map((address) => newGuest(address)),
  };
}

/** Somebody on Google invites, changes, cancels, answers and deletes; the engine stands for the other calendar. */
export function actOnGoogle(run: Run): Outcome {
  const { stand, chance, model } = run;
  const { engine } = stand.sandbox().parts;
  const there = engine
    .copies(googlePerson)
    .filter(({ folder, fields }) => folder === 'calendar' && !fields.cancelled);
  const copy = chance.oneOf(there);
  if (copy === undefined || chance.inPercent(25)) {
    const created = engine.create({
      organizer: googlePerson,
      fields: someFields(run),
      own: blankOwn,
      providerId: null,
      uid: null,
      transactionId: null,
      notify: true,
    });
    return wrote(run, null, created, 'creates');
  }
  if (copy.organizer !== googlePerson) return asGuest(run, copy);
  if (chance.inPercent(20)) {
    engine.remove({ key: copy.key, originalStart: null }, true, null);
    return wrote(run, copy, engine.get(copy.key) ?? copy, 'cancels');
  }
  const { start, end, guests, summary } = someFields(run);
  const change = chance.pick<Partial<EventFields>>([{ summary }, { start, end }, { guests }, {}]);
  const after = engine.update({ key: copy.key, originalStart: null }, change, true);
  return wrote(run, copy, after, `changes ${Object.keys(change).join()} of`);

  function asGuest(_run: Run, theirs: EventCopy): Outcome {
    const meeting = model.meeting(theirs.uid, theirs.organizer);
    const ref = { key: theirs.key, originalStart: null };
    const answer = engine.ownGuest(theirs, null)?.answer ?? 'needsAction';
    if (chance.inPercent(20)) {
      if (answer !== 'declined') model.expect({ kind: 'answer', from: googlePerson, to: [theirs.organizer] });
      engine.remove(ref, true, null);
      model.seat(meeting, googlePerson).purged = true;
      return { text: `${googlePerson} deletes`, meeting, isSilent: false };
    }
    const given = chance.pick(['accepted', 'tentative', 'declined'] as const);
    engine.answer(ref, { answer: given, comment: null, proposal: null, send: true });
    model.expect({ kind: 'answer', from: googlePerson, to: [theirs.organizer] });
    model.guestAnswered(meeting, googlePerson, '', { isDecline: false, isSent: true });
    return { text: `${googlePerson} answers ${given}`, meeting, isSilent: false };
  }
}

function wrote({ model }: Run, before: EventCopy | null, after: EventCopy, verb: string): Outcome {
  const meeting = model.meeting(after.uid, after.organizer);
  const listOf = (copy: EventCopy | null) =>
    copy === null || copy.fields.cancelled
      ? new Set<string>()
      : model.invited(
          copy.fields.guests.map(({ address }) => address),
          after.organizer,
        );
  const isOther = (name: keyof EventFields) => !isDeepStrictEqual(before?.fields[name], after.fields[name]);
  const isFull = before !== null && !after.fields.cancelled && (isOther('summary') || isOther('start'));
  const isChanged = isFull || isOther('guests') || isOther('end') || after.fields.cancelled;
  const written: Written = {
    originalStart: '',
    was: listOf(before),
    is: listOf(after),
    isChanged,
    isFull,
    isNewEnd: before !== null && isOther('end'),
    isNewStartOrRule: before !== null && (isOther('start') || isOther('recurrence')),
  };
  model.organizerWrote(meeting, written);
  const text = `${after.organizer} ${verb} ${after.uid}`;
  return isChanged ? { text, meeting, isSilent: false } : silent(text, meeting);
}
