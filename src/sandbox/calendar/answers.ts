import type { CalendarEngine } from './calendar-engine.ts';
import type { Copies } from './copies.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, GuestAnswer } from './event-copy.ts';
import { withException } from './exception.ts';
import { answered, type WrittenAnswer } from './guest-list.ts';
import { invited, ownerOf, providerOf } from './invited.ts';
import type { Occurrences } from './occurrences.ts';
import type { Propagation } from './propagation.ts';
import { showAsFor } from './show-as.ts';

/** Answers of guests, in their own copies and at the organizer's. */
export function createAnswers(
  deps: EngineDeps,
  copies: Copies,
  occurrences: Occurrences,
  propagation: Propagation,
): CalendarEngine['answer'] {
  const { people, clock } = deps;

  /** @param left occurrences that the answer of a series passes by, because the guest took them off the calendar */
  function withAnswer(
    copy: EventCopy,
    guest: string,
    key: string | null,
    written: WrittenAnswer,
    left: ReadonlySet<string>,
  ): EventCopy {
    const person = { address: guest, name: people.find(guest)?.name ?? null };
    const write = (guests: EventCopy['fields']['guests']) =>
      answered(guests, ownerOf(guest, people), written, person, clock.nowMs());
    if (key !== null) {
      const known = copy.exceptions[key];
      const list = known?.fields.guests ?? copy.fields.guests;
      const guests = write(list);
      // The same answer again makes no exception.
      if (guests.every((entry, index) => entry === list[index])) return copy;
      return withException(copy, key, { fields: { ...known?.fields, guests } });
    }
    const exceptions = Object.entries(copy.exceptions).map(([start, exception]) => {
      const list = exception.fields.guests;
      const isAsked = list && invited(list, copy.organizer, people).has(guest);
      if (!isAsked || left.has(start)) return [start, exception] as const;
      return [start, { ...exception, fields: { ...exception.fields, guests: write(list) } }] as const;
    });
    const fields = { ...copy.fields, guests: write(copy.fields.guests) };
    return { ...copy, fields, exceptions: Object.fromEntries(exceptions) };
  }

  /** Where Exchange puts the copy, or the occurrence, after an answer. */
  function placed(copy: EventCopy, key: string | null, answer: GuestAnswer): EventCopy {
    if (providerOf(copy.mailbox, people) !== 'microsoft' || answer === 'needsAction') return copy;
    const isDeclined = answer === 'declined';
    const intended = organizersCopy(copy)?.own.showAs ?? 'busy';
    const showAs = isDeclined ? copy.own.showAs : showAsFor('microsoft', answer, intended);
    if (key === null) {
      return { ...copy, own: { ...copy.own, showAs }, folder: isDeclined ? 'deleted' : 'calendar' };
    }
    const known = copy.exceptions[key];
    if (isDeclined) return withException(copy, key, { gone: true });
    if (!known && showAs === copy.own.showAs) return copy;
    return withException(copy, key, { gone: false, own: { ...known?.own, showAs } });
  }

  const organizersCopy = ({ organizer, uid }: EventCopy): EventCopy | null =>
    copies.findByUid(organizer, uid);

  function send(
    copy: EventCopy,
    key: string | null,
    written: WrittenAnswer,
    left: ReadonlySet<string>,
  ): void {
    const { mailbox, organizer, uid } = copy;
    const { answer: detail, comment } = written;
    const act = { from: mailbox, to: [organizer], uid, originalStart: key, detail, comment };
    deps.acts.record({ kind: 'answer', ...act, atMs: clock.nowMs() });
    const theirs = organizersCopy(copy);
    if (!theirs || theirs.fields.cancelled) return;
    const list = (key === null ? null : theirs.exceptions[key]?.fields.guests) ?? theirs.fields.guests;
    if (!invited(list, organizer, people).has(mailbox)) return;
    if (key !== null && !occurrences.instance(theirs, key)) return;
    propagation.showAnswers(copies.write(withAnswer(theirs, mailbox, key, written, left)), mailbox);
  }

  return ({ key, originalStart }, { send: isSent, ...written }) => {
    const copy = copies.need(key);
    if (copy.mailbox === copy.organizer)
      throw new Error(`${copy.mailbox} organizes ${key} and cannot answer it`);
    if (originalStart !== null) occurrences.need(copy, originalStart);
    const left = new Set(
      Object.values(copy.exceptions).flatMap((one) => (one.gone ? [one.originalStart] : [])),
    );
    const next = placed(
      withAnswer(copy, copy.mailbox, originalStart, written, left),
      originalStart,
      written.answer,
    );
    const hidden = copy.hidden && written.answer === 'needsAction';
    copies.write({ ...next, hidden });
    if (isSent) send(copy, originalStart, written, left);
    return copies.need(key);
  };
}
