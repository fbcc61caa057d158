import { describe, expect, it } from '@jest/globals';
import type { CalendarEntry, PulledChanges } from '../../../src/app/ports/calendar.ts';
import type { Mailbox } from '../../../src/app/ports/provider.ts';
import type { TestSandbox } from '../../support/sandbox.ts';
import {
  ana,
  dayMs,
  hourMs,
  makeWeekly,
  openGoogleSandbox,
  slotAt,
  tuesdayMs,
  value,
  weeks,
} from './open-sandbox.ts';

/** Changes laid over what was known, as a store would do it. */
function applied(known: ReadonlyMap<string, CalendarEntry>, { changes, full }: PulledChanges) {
  const entries = new Map(full ? [] : known);
  for (const change of changes) {
    if (change.kind === 'entry') entries.set(change.entry.meeting.id, change.entry);
    if (change.kind === 'removed') entries.delete(change.id);
    if (change.kind === 'unreadable') throw new Error(change.problem.what);
  }
  return entries;
}

async function createSeries(sandbox: TestSandbox, b: Mailbox): Promise<string> {
  const attendees = [{ email: ana, optional: false }];
  const meeting = { key: 'series', summary: 'Weekly', description: '', slot: slotAt(tuesdayMs), attendees };
  const { id } = value(await b.calendar.createMeeting(meeting));
  await makeWeekly(sandbox, id, 'RRULE:FREQ=WEEKLY;BYDAY=TU');
  return id;
}

describe('changes from a cursor at Google', () => {
  it.each([false, true])('equal a full reading after every step (short pages: %s)', async (shortPages) => {
    const { sandbox, a, b } = await openGoogleSandbox({ shortPages });
    const nth = (index: number) =>
      ({ kind: 'instant', ms: tuesdayMs + index * 7 * dayMs, zone: null }) as const;
    const single = { summary: 'One', description: '', attendees: [{ email: ana, optional: false }] };
    const ids: string[] = [];
    const occurrence = (index: number) => ({ meetingId: ids[0] ?? '', originalStart: nth(index) });
    const whole = () => ({ meetingId: ids[1] ?? '', originalStart: null });
    const steps: (() => Promise<unknown>)[] = [
      async () => ids.push(await createSeries(sandbox, b)),
      async () =>
        ids.push(
          value(await b.calendar.createMeeting({ ...single, key: 'one', slot: slotAt(tuesdayMs) })).id,
        ),
      async () =>
        value(
          await a.calendar.answer({
            target: occurrence(1),
            answer: 'declined',
            comment: 'no',
            proposal: null,
            version: null,
          }),
        ),
      async () => value(await b.calendar.moveMeeting(occurrence(2), slotAt(tuesdayMs + 15 * dayMs), null)),
      async () => value(await b.calendar.cancelMeeting(occurrence(3), null, null)),
      async () => value(await b.calendar.moveMeeting(occurrence(0), slotAt(weeks.toMs + dayMs), null)),
      async () => value(await b.calendar.moveMeeting(whole(), slotAt(weeks.toMs + dayMs), null)),
      async () => value(await b.calendar.moveMeeting(whole(), slotAt(tuesdayMs + dayMs), null)),
      async () => value(await b.calendar.cancelMeeting(whole(), null, null)),
      async () =>
        value(await b.calendar.cancelMeeting({ ...occurrence(0), originalStart: null }, null, null)),
    ];
    const first = value(await a.calendar.pullChanges(null, weeks));
    let cursor = first.cursor;
    let known = applied(new Map(), first);
    const sizes: number[] = [];
    for (const [index, step] of steps.entries()) {
      await step();
      const pulled = value(await a.calendar.pullChanges(cursor, weeks));
      cursor = pulled.cursor;
      expect({ index, full: pulled.full }).toEqual({ index, full: false });
      known = applied(known, pulled);
      const full = applied(new Map(), value(await a.calendar.pullChanges(null, weeks)));
      expect({ index, known: byId(known) }).toEqual({ index, known: byId(full) });
      sizes.push(known.size);
    }
    expect(sizes).toEqual([1, 2, 2, 2, 2, 2, 1, 2, 1, 0]);
    expect(sandbox.faultsOfOurs).toEqual([]);
  });

  it('gets a new token when the old one ran out', async () => {
    const { sandbox, a } = await openGoogleSandbox();
    value(await a.calendar.ownerHours());
    sandbox.parts.clock.advance(2 * hourMs);
    expect(value(await a.calendar.ownerHours()).zone).toBe('Europe/Paris');
    const statuses = sandbox.exchanges
      .filter(({ path }) => path.includes('/settings/'))
      .map(({ status }) => status);
    expect(statuses).toEqual([200, 401, 200]);
  });
});

function byId(entries: ReadonlyMap<string, CalendarEntry>): readonly (readonly [string, CalendarEntry])[] {
  return [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
}
