import type { ReadItem } from '../../core/meeting/reading.ts';
import { maxIcsBytes } from '../formats/limits.ts';
import { note, type ReadOptions, refused } from '../formats/read-options.ts';
import { boundedNotes } from './bounded-notes.ts';
import { type IcsComponent, icsComponents } from './ics-components.ts';
import { type IcsEvent, readIcsEvent } from './ics-event.ts';
import { toMeeting } from './ics-meeting.ts';

type OneUid = [IcsEvent, ...IcsEvent[]];

/**
 * Reads an iCalendar stream. An override may stand before its master and a VTIMEZONE behind its events, so the
 * fields of all events are kept until the end; the text of the file is not.
 */
export async function* readIcs(
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  if ((options.sizeBytes ?? 0) > maxIcsBytes) {
    yield tooLarge(options.name);
    return;
  }
  const entries: (OneUid | ReadItem)[] = [];
  const byUid = new Map<string, OneUid>();
  let calendars = 0;
  const bounded = upTo(maxIcsBytes, chunks, () => entries.push(tooLarge(options.name)));
  const components = icsComponents(bounded, () => {
    calendars += 1;
  });
  for await (const batch of components) {
    for (const component of batch) {
      const read = readComponent(component, options);
      entries.push(...read.items);
      if (read.event !== null) addEvent(read.event, byUid, entries);
    }
  }
  if (calendars === 0) {
    yield refused(
      options.name,
      'not a calendar',
      'give an iCalendar file (BEGIN:VCALENDAR), or events of Google or Microsoft Graph as JSON',
    );
  }
  yield* boundedNotes(itemsOf(entries, options), options.name);
}

function* itemsOf(entries: readonly (OneUid | ReadItem)[], options: ReadOptions): Generator<ReadItem> {
  for (const entry of entries) {
    if (Array.isArray(entry)) yield* toMeeting(entry, options);
    else yield entry;
  }
}

/** Passes chunks on until there are too many bytes; what was read until then is answered. */
async function* upTo(
  limit: number,
  chunks: AsyncIterable<Buffer>,
  onLimit: () => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) {
      onLimit();
      return;
    }
    yield chunk;
  }
}

function tooLarge(name: string): ReadItem {
  return refused(
    name,
    'the calendar is larger than 128 MB',
    'export it year by year, or one calendar at a time',
  );
}

function addEvent(event: IcsEvent, byUid: Map<string, OneUid>, entries: (OneUid | ReadItem)[]): void {
  const known = event.uid === null ? undefined : byUid.get(event.uid);
  if (known !== undefined) {
    known.push(event);
    return;
  }
  const first: OneUid = [event];
  if (event.uid !== null) byUid.set(event.uid, first);
  entries.push(first);
}

function readComponent(
  component: IcsComponent,
  options: ReadOptions,
): { event: IcsEvent | null; items: ReadItem[] } {
  const place = `${options.name}:${component.line}`;
  if (component.tooLarge) {
    return {
      event: null,
      items: [
        refused(place, 'event is larger than 16 MB', 'remove its inlined attachments and export it again'),
      ],
    };
  }
  const event = readIcsEvent(component);
  if (event === null) {
    return {
      event,
      items: [refused(place, 'event has no DTSTART that can be read', 'export it again with its start')],
    };
  }
  const open = note(place, 'END:VEVENT is missing', 'the file may be cut off; export it again');
  return { event, items: component.closed ? [] : [open] };
}
