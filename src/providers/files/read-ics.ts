import type { ReadItem } from '../../core/meeting/reading.ts';
import { type IcsComponent, icsComponents } from './ics-components.ts';
import { type IcsEvent, readIcsEvent } from './ics-event.ts';
import { toMeeting } from './ics-meeting.ts';
import { note, type ReadOptions, refused } from './read-options.ts';

type OneUid = [IcsEvent, ...IcsEvent[]];

/**
 * Reads an iCalendar stream. An override may stand before its master and a VTIMEZONE behind its events, so the
 * fields of all events are kept until the end; the text of the file is not.
 */
export async function* readIcs(
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  const entries: (OneUid | ReadItem)[] = [];
  const byUid = new Map<string, OneUid>();
  let calendars = 0;
  const components = icsComponents(chunks, () => {
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
  for (const entry of entries) {
    if (Array.isArray(entry)) yield* toMeeting(entry, options);
    else yield entry;
  }
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
