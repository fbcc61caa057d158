import { describe, expect, it } from '@jest/globals';
import { connectMailbox } from '../../../src/app/mailboxes/connect-mailbox.ts';
import { keepHolds } from '../../../src/app/mailboxes/keep-holds.ts';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { EventCopy } from '../../../src/sandbox/calendar/event-copy.ts';
import { worldsOf } from '../../contract/open-world.ts';
import { type ContractWorld, dayMs, entriesOf, nowMs, owner, pull } from '../../contract/world.ts';
import { dyingStore, gatesOnOneStore, ProcessEnded, providerNames, type TestGate } from './gate-world.ts';

const gateIn = gatesOnOneStore();
const wednesdays = `organization:
  timeZone: Europe/Paris
  noMeetingDays: [wednesday]
  holds: { inCalendar: true }`;

interface Kept {
  readonly world: ContractWorld;
  readonly gate: TestGate;
  readonly mailboxId: string;
}

async function activeMailbox(world: ContractWorld, policyText: string = wednesdays): Promise<Kept> {
  const gate = gateIn(world);
  await gate.inside((tx) => tx.organizations.change({ observeDays: 0, policyText }));
  const connection = { provider: world.provider.name, address: owner };
  const result = await connectMailbox(gate.deps, gate.organizationId, connection);
  if (!result.ok) throw new Error(result.code);
  return { world, gate, mailboxId: result.mailboxId };
}

const keep = ({ gate, mailboxId }: Kept) => keepHolds(gate.deps, gate.organizationId, mailboxId);
const rowsOf = ({ gate, mailboxId }: Kept) => gate.inside((tx) => tx.holds.ofMailbox(mailboxId));
const policyIs = ({ gate }: Kept, policyText: string) =>
  gate.inside((tx) => tx.organizations.change({ policyText }));

/** Holds as they stand in the calendar, by their start. */
async function inCalendar({ world }: Kept): Promise<readonly string[]> {
  return entriesOf(await pull(world))
    .filter(({ gateKey }) => gateKey !== null)
    .map(
      ({ meeting }) =>
        `${meeting.summary} ${meeting.start.kind === 'instant' && new Date(meeting.start.ms).toISOString().slice(0, 16)}`,
    )
    .toSorted();
}

const fourWednesdays = [
  'No-meeting day 2026-11-25T08:00',
  'No-meeting day 2026-12-02T08:00',
  'No-meeting day 2026-12-09T08:00',
  'No-meeting day 2026-12-16T08:00',
];

describe.each(providerNames)('holds in a calendar of %s', (provider) => {
  const open = worldsOf(provider);

  it('stand there for four weeks, once, however often one looks', async () => {
    const kept = await activeMailbox(await open());
    expect(await keep(kept)).toEqual({ added: 4, released: 0 });
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
    await kept.gate.act();
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
    expect(await inCalendar(kept)).toEqual(fourWednesdays);
    expect((await rowsOf(kept)).every(({ entryId }) => entryId !== null)).toBe(true);
  });

  it('move on with the weeks, and what is over stays', async () => {
    const kept = await activeMailbox(await open());
    await keep(kept);
    await kept.gate.act();
    kept.world.sandbox.parts.clock.advance(7 * dayMs);
    expect(await keep(kept)).toEqual({ added: 1, released: 0 });
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual(fourWednesdays);
    expect((await rowsOf(kept)).map(({ key }) => key)).toContain(
      'no-meeting-day 2026-12-23 09:00-17:00 Europe/Paris',
    );
  });

  it('go where the policy no longer asks for them, and only those', async () => {
    const kept = await activeMailbox(await open());
    await keep(kept);
    await kept.gate.act();
    const excepted = wednesdays.replace('[wednesday]', '[{ day: wednesday, except: [2026-12-09] }]');
    await policyIs(kept, `${excepted}\n  publicHolidays: { extra: [2026-12-16] }`);
    expect(await keep(kept)).toEqual({ added: 0, released: 2 });
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual(fourWednesdays.slice(0, 2));
    await policyIs(kept, wednesdays);
    expect(await keep(kept)).toEqual({ added: 2, released: 0 });
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual(fourWednesdays);
  });

  it('that are on their way when the policy changes never appear', async () => {
    const kept = await activeMailbox(await open());
    await keep(kept);
    await policyIs(kept, wednesdays.replace('true', 'false'));
    expect(await keep(kept)).toEqual({ added: 0, released: 4 });
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual([]);
    expect(await rowsOf(kept)).toEqual([]);
  });

  it('that the owner deletes are not made again', async () => {
    const kept = await activeMailbox(await open());
    await keep(kept);
    await kept.gate.act();
    const [first] = await rowsOf(kept);
    await kept.world.mailbox.calendar.releaseHold(first?.entryId ?? '');
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual(fourWednesdays.slice(1));
  });

  it('are written down whole or not at all', async () => {
    const kept = await activeMailbox(await open());
    const { deps, organizationId } = kept.gate;
    for (const when of ['before', 'after'] as const)
      await expect(
        keepHolds({ ...deps, store: dyingStore(deps.store, 1, when) }, organizationId, kept.mailboxId),
      ).rejects.toThrow(ProcessEnded);
    await keep(kept);
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual(fourWednesdays);
    expect((await kept.gate.jobs()).filter((kind) => kind === 'act')).toHaveLength(4);
  });
});

describe('no hold is made', () => {
  const open = worldsOf('google');

  it.each(['observing', 'leaving', 'left'] as const)('in a mailbox that is %s', async (state) => {
    const kept = await activeMailbox(await open());
    await kept.gate.inside((tx) => tx.mailboxes.change(kept.mailboxId, { state }));
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
  });

  it('in a mailbox that is paused or in trouble; those that stand there stay', async () => {
    const kept = await activeMailbox(await open());
    await keep(kept);
    await policyIs(kept, `${wednesdays.replace('true', 'false')}\npeople: {${owner}: {pause: true}}`);
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
    await policyIs(kept, wednesdays.replace('wednesday', 'monday'));
    const problem = { code: 'sign-in-required', sinceMs: nowMs } as const;
    await kept.gate.inside((tx) => tx.mailboxes.change(kept.mailboxId, { problem }));
    expect(await keep(kept)).toEqual({ added: 0, released: 0 });
    expect(await rowsOf(kept)).toHaveLength(4);
  });

  it('where the owner holds the time already, but where they hold only a part of it', async () => {
    const kept = await activeMailbox(await open());
    const focus = (id: string, from: string, to: string): CalendarEntry => {
      const start = { kind: 'instant', ms: Date.parse(from), zone: null } as const;
      const end = { kind: 'instant', ms: Date.parse(to), zone: null } as const;
      return {
        meeting: {
          id,
          uid: `${id}@kiln.example`,
          summary: 'Thinking',
          description: null,
          location: null,
          categories: [],
          start,
          end,
          recurrence: null,
          status: 'confirmed',
          busy: true,
          entryType: 'focus-time',
          isPrivate: false,
          organizer: null,
          attendees: [],
          attendeesOmitted: false,
          conferenceUrl: null,
          hasAttachments: false,
          createdMs: null,
          calendarZone: null,
          method: null,
          occurrences: [{ start, end, originalStart: start, counts: true, summary: null }],
          occurrencesTruncated: false,
        },
        version: '1',
        owner: { role: 'alone', answer: 'unknown', comment: null },
        answerRequested: false,
        proposalAllowed: null,
        exceptions: [],
        gateKey: null,
      };
    };
    const entries = [
      focus('a', '2026-11-25T08:00:00Z', '2026-11-25T12:00:00Z'),
      focus('b', '2026-11-25T11:00:00Z', '2026-11-25T16:00:00Z'),
      focus('c', '2026-12-02T08:00:00Z', '2026-12-02T15:59:00Z'),
      // The gate's own hold covers nothing by itself: it may be on its way out.
      { ...focus('d', '2026-12-09T08:00:00Z', '2026-12-09T16:00:00Z'), gateKey: 'a hold' },
    ];
    await kept.gate.inside((tx) => tx.meetings.save(kept.mailboxId, entries, nowMs));
    expect(await keep(kept)).toEqual({ added: 3, released: 0 });
    expect((await rowsOf(kept)).map(({ key }) => key.slice(15, 25))).toEqual([
      '2026-12-02',
      '2026-12-09',
      '2026-12-16',
    ]);
  });

  it('for a time that has begun', async () => {
    const kept = await activeMailbox(await open());
    kept.world.sandbox.parts.clock.advance(2 * dayMs + 3_600_000);
    expect(await keep(kept)).toEqual({ added: 4, released: 0 });
    expect((await rowsOf(kept))[0]?.key).toContain('2026-12-02');
  });
});

describe('what the calendar declines by itself', () => {
  const open = worldsOf('google');

  it('is nothing unless the policy says so, and changes with it', async () => {
    const kept = await activeMailbox(await open());
    await keep(kept);
    await kept.gate.act();
    await policyIs(kept, wednesdays.replace('true', 'true, autoDecline: new-conflicts'));
    expect(await keep(kept)).toEqual({ added: 4, released: 4 });
    const open4 = await kept.gate.inside((tx) => tx.effects.forgotten(Number.MAX_SAFE_INTEGER, 100));
    const asked = open4.flatMap(({ kind, params }) =>
      kind === 'holdTime' && 'autoDecline' in params ? [params.autoDecline] : [],
    );
    expect(asked).toEqual(Array(4).fill('new-conflicts'));
    await kept.gate.act();
    expect(await inCalendar(kept)).toEqual(fourWednesdays);
    const copies = [...kept.world.sandbox.parts.tables.table<EventCopy>('copies').values()];
    const modes = copies
      .filter(({ folder, fields }) => folder === 'calendar' && !fields.cancelled)
      .map(({ own }) => own.special?.properties);
    expect(modes).toEqual(
      Array(4).fill(expect.objectContaining({ autoDeclineMode: 'declineOnlyNewConflictingInvitations' })),
    );
  });
});
