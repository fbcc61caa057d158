import { createHash } from 'node:crypto';
import type { CalendarEngine } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { EventCopy, EventException, Guest } from '../../../src/sandbox/calendar/event-copy.ts';

/** One mailbox's copy, as far as the check looks at it. Plain JSON. */
export interface CopyView {
  readonly mailbox: string;
  readonly uid: string;
  readonly title: string;
  /** Epoch milliseconds; null for a whole day. */
  readonly startMs: number | null;
  readonly folder: EventCopy['folder'];
  readonly cancelled: boolean;
  /** The owner's answer; null where they are not on the list. */
  readonly answer: Guest['answer'] | null;
  /** Of a series, the answers that differ from the whole's, and the occurrences that are gone, by key. */
  readonly occurrences: Readonly<
    Record<string, { readonly answer: Guest['answer'] | null; readonly gone: boolean }>
  >;
  /** Digest of everything but answers, stamps and versions: equal exactly where nothing else was touched. */
  readonly rest: string;
}

/** @param engine answers what belongs to the owner of a copy */
export function copyView(engine: CalendarEngine, copy: EventCopy): CopyView {
  const occurrences = Object.keys(copy.exceptions).map((key) => {
    const answer = engine.ownGuest(copy, key)?.answer ?? null;
    return [key, { answer, gone: copy.exceptions[key]?.gone ?? false }] as const;
  });
  return {
    mailbox: copy.mailbox,
    uid: copy.uid,
    title: copy.fields.summary,
    startMs: copy.fields.start.kind === 'instant' ? copy.fields.start.ms : null,
    folder: copy.folder,
    cancelled: copy.fields.cancelled,
    answer: engine.ownGuest(copy, null)?.answer ?? null,
    occurrences: Object.fromEntries(occurrences),
    rest: digest([
      copy.organizer,
      fieldsWithoutAnswers(copy.fields),
      copy.own,
      copy.hidden,
      Object.values(copy.exceptions).flatMap(exceptionWithoutAnswers),
    ]),
  };
}

function fieldsWithoutAnswers<T extends { readonly guests?: readonly Guest[] }>(fields: T): unknown {
  const guests = fields.guests?.map(({ address, optional, resource }) => ({ address, optional, resource }));
  return { ...fields, guests };
}

/** An exception that consists of answers only, or of Graph's moving it away with a decline, is none here. */
function exceptionWithoutAnswers({ originalStart, fields, own }: EventException): unknown[] {
  const { guests: _, ...others } = fields;
  const isOnlyAnswer = Object.keys(others).length === 0 && Object.keys(own).length === 0;
  return isOnlyAnswer ? [] : [{ originalStart, fields: fieldsWithoutAnswers(fields), own }];
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
