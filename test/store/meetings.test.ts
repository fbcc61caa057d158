import { expect, it } from '@jest/globals';
import type { Meeting } from '../../src/core/meeting/meeting.ts';
import { onEachEngine } from './on-each-engine.ts';
import { calendarEntry, caseRecord, hourMs, noonMs } from './records.ts';

const mailboxId = 'mailbox';
const attendee = (email: string) =>
  ({ email, name: null, kind: 'individual', role: 'required', answer: 'accepted', self: false }) as const;

onEachEngine('meetings', (engine) => {
  it('are saved as they are, many at once, and wait to be judged', async () => {
    const { store, organizationId } = await engine.organization();
    const entries = Array.from({ length: 2_500 }, (_, index) => calendarEntry({ id: `entry ${index}` }));
    await store.inOrganization(organizationId, async (tx) => {
      await tx.meetings.save(mailboxId, entries, noonMs);
      expect(await tx.meetings.find(mailboxId, 'entry 2499')).toEqual({
        mailboxId,
        entryId: 'entry 2499',
        uid: 'entry 2499@google.com',
        entry: entries[2499],
        seenMs: noonMs,
        removedMs: null,
      });
      expect(await tx.meetings.takeUnjudged(mailboxId, 5_000)).toHaveLength(2_500);
      await tx.meetings.save(mailboxId, [], noonMs);
      expect(await tx.meetings.mailboxesUnjudged()).toEqual([mailboxId]);
    });
  });

  it('keep that they were judged where nothing changed, and lose it where anything did', async () => {
    const { store, organizationId } = await engine.organization();
    const series = calendarEntry({ id: 'series' });
    const single = calendarEntry({ id: 'single' });
    await store.inOrganization(organizationId, async (tx) => {
      const unjudged = async () =>
        (await tx.meetings.takeUnjudged(mailboxId, 10)).map(({ entryId }) => entryId);
      await tx.meetings.save(mailboxId, [series, single], noonMs);
      await tx.meetings.markJudged(mailboxId, ['series', 'single'], null);
      await tx.meetings.save(mailboxId, [series, single], noonMs + 1);
      expect(await unjudged()).toEqual([]);
      expect((await tx.meetings.find(mailboxId, 'single'))?.seenMs).toBe(noonMs);

      await tx.meetings.save(mailboxId, [{ ...single, version: '"2"' }], noonMs + 2);
      expect(await unjudged()).toEqual(['single']);
      // The version of a series stays when one of its occurrences is answered.
      const originalStart = { kind: 'instant', ms: noonMs, zone: 'UTC' } as const;
      const exceptions = [{ originalStart, id: null, answer: 'declined', cancelled: false } as const];
      await tx.meetings.save(mailboxId, [{ ...series, exceptions }], noonMs + 3);
      expect(await unjudged()).toEqual(['single', 'series']);
      expect(await tx.meetings.find(mailboxId, 'series')).toMatchObject({ entry: { exceptions } });
    });
  });

  it('are taken oldest change first; one that changes again keeps its place', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'second' })], noonMs + 1);
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'first' })], noonMs);
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'first' }, '"2"')], noonMs + 2);
      await tx.meetings.save('elsewhere', [calendarEntry({ id: 'other' })], noonMs);
      const taken = await tx.meetings.takeUnjudged(mailboxId, 1);
      expect(taken.map(({ entryId }) => entryId)).toEqual(['first']);
    });
  });

  it('that one transaction took are left alone by another', async () => {
    if (engine.name === 'embedded') return;
    const { store, organizationId } = await engine.organization();
    const take = (most: number, then: () => Promise<void> = async () => {}) =>
      store.inOrganization(organizationId, async (tx) => {
        const taken = (await tx.meetings.takeUnjudged(mailboxId, most)).map(({ entryId }) => entryId);
        await then();
        return taken;
      });
    await store.inOrganization(organizationId, (tx) =>
      tx.meetings.save(
        mailboxId,
        ['a', 'b', 'c'].map((id) => calendarEntry({ id })),
        noonMs,
      ),
    );
    const signal = signals();
    const first = take(2, async () => {
      signal.raise('taken');
      await signal.raised('looked');
    });
    await signal.raised('taken');
    const second = await take(5);
    signal.raise('looked');
    expect([...(await first), ...second].sort()).toEqual(['a', 'b', 'c']);
    expect(second).toHaveLength(1);
  });

  it('that are gone are judged once more, and come back when they are seen again', async () => {
    const { store, organizationId } = await engine.organization();
    const entries = ['a', 'b', 'c'].map((id) => calendarEntry({ id, uid: 'uid' }));
    await store.inOrganization(organizationId, async (tx) => {
      const unjudged = async () =>
        (await tx.meetings.takeUnjudged(mailboxId, 10)).map(({ entryId, removedMs }) => [entryId, removedMs]);
      const judgeAll = () => tx.meetings.markJudged(mailboxId, ['a', 'b', 'c'], null);
      await tx.meetings.save(mailboxId, entries, noonMs);
      await judgeAll();
      await tx.meetings.markRemoved(mailboxId, ['a', 'unknown'], noonMs + 1);
      expect(await unjudged()).toEqual([['a', noonMs + 1]]);
      await judgeAll();
      await tx.meetings.markRemoved(mailboxId, ['a'], noonMs + 2);
      expect(await unjudged()).toEqual([]);
      await tx.meetings.markOthersRemoved(mailboxId, ['b'], noonMs + 3);
      expect(await unjudged()).toEqual([['c', noonMs + 3]]);
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'a', uid: 'uid' })], noonMs + 4);
      expect((await unjudged()).toSorted()).toEqual([
        ['a', null],
        ['c', noonMs + 3],
      ]);
      await judgeAll();
      await tx.meetings.markOthersRemoved(mailboxId, [], noonMs + 5);
      await tx.meetings.markUnjudged(mailboxId, ['c']);
      expect(await unjudged()).toHaveLength(3);
    });
  });

  it('are found by UID: the newest that is there, else the newest that is gone', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async (tx) => {
      const found = async () => (await tx.meetings.findByUid(mailboxId, 'uid'))?.entryId;
      expect(await found()).toBeUndefined();
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'old', uid: 'uid' })], noonMs);
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'new', uid: 'uid' })], noonMs + 1);
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'other', uid: 'uid2' })], noonMs + 2);
      expect(await found()).toBe('new');
      await tx.meetings.markRemoved(mailboxId, ['new'], noonMs + 3);
      expect(await found()).toBe('old');
      await tx.meetings.markRemoved(mailboxId, ['old'], noonMs + 4);
      expect(await found()).toBe('old');
    });
  });

  it('are found in a window that they touch, days as wide as any zone makes them', async () => {
    const { store, organizationId } = await engine.organization();
    const at = (ms: number) => ({ kind: 'instant', ms, zone: null }) as const;
    const occurrence = (ms: number) => ({
      start: at(ms),
      end: at(ms + hourMs),
      originalStart: at(ms),
      counts: true,
      summary: null,
    });
    const entries: readonly (Partial<Meeting> & { readonly id: string })[] = [
      { id: 'before', start: at(noonMs - hourMs), end: at(noonMs) },
      { id: 'within', start: at(noonMs), end: at(noonMs + 1) },
      { id: 'after', start: at(noonMs + hourMs), end: at(noonMs + 2 * hourMs) },
      { id: 'series', start: at(0), end: at(1), occurrences: [occurrence(noonMs + 2 * hourMs)] },
      { id: 'day', start: { kind: 'date', date: '2026-11-25' }, end: { kind: 'date', date: '2026-11-26' } },
      { id: 'unknown', start: { kind: 'unknown', text: '?' }, end: { kind: 'unknown', text: '?' } },
    ];
    await store.inOrganization(organizationId, async (tx) => {
      await tx.meetings.save(
        mailboxId,
        entries.map((meeting) => calendarEntry(meeting)),
        noonMs,
      );
      const found = await tx.meetings.inWindow(mailboxId, { fromMs: noonMs, toMs: noonMs + hourMs });
      expect(found.map(({ entryId }) => entryId)).toEqual(['series', 'day', 'within']);
    });
  });

  it('are counted by the people that they name', async () => {
    const { store, organizationId } = await engine.organization();
    const at = (id: string, ms: number, attendees: readonly string[]) =>
      calendarEntry({
        id,
        start: { kind: 'instant', ms, zone: null },
        attendees: attendees.map(attendee),
      });
    await store.inOrganization(organizationId, async (tx) => {
      const count = (address: string) => tx.meetings.countWith(mailboxId, address, noonMs);
      await tx.meetings.save(
        mailboxId,
        [at('1', 1, ['eva@example.com', 'eva@example.com', `${'x'.repeat(9_999)}@y`])],
        noonMs,
      );
      await tx.meetings.save(
        mailboxId,
        [at('2', noonMs, ['eva@example.com']), at('3', 2, ['kim@example.com'])],
        noonMs,
      );
      expect([await count('eva@example.com'), await count('ben@example.com')]).toEqual([1, 2]);
      await tx.meetings.save(mailboxId, [at('3', 2, ['eva@example.com'])], noonMs + 1);
      expect([await count('eva@example.com'), await count('kim@example.com')]).toEqual([2, 0]);
    });
  });

  it('of hostile text are kept: NUL, half a character, a UID of a megabyte, a key __proto__', async () => {
    const { store, organizationId } = await engine.organization();
    const uid = `${'u'.repeat(1_000_000)}\0`;
    const summary = 'a\0b \ud800 \u2028 {"__proto__":1}';
    const attendees = ['a\0', 'a\uFFFD', '', '\ud800'].map(attendee);
    const entry = calendarEntry({ id: 'e', uid, summary, attendees, categories: ['__proto__', '\0'] });
    await store.inOrganization(organizationId, async (tx) => {
      await tx.meetings.save(mailboxId, [entry], noonMs);
      expect((await tx.meetings.find(mailboxId, 'e'))?.entry).toEqual(entry);
      expect((await tx.meetings.findByUid(mailboxId, uid))?.entryId).toBe('e');
      await tx.meetings.markJudged(mailboxId, ['e', '\0'], 'cannot be read: \0');
      expect(await tx.meetings.takeUnjudged(mailboxId, 1)).toEqual([]);
    });
  });
});

onEachEngine('a UID that holds what a text cannot', (engine) => {
  it('is found by what was written and by what is read back', async () => {
    const { store, organizationId } = await engine.organization();
    const uid = 'a\0b\ud800';
    await store.inOrganization(organizationId, async (tx) => {
      await tx.meetings.save(mailboxId, [calendarEntry({ id: 'e', uid })], 1);
      await tx.cases.add(caseRecord({ id: 'c', mailboxId, uid }));
      const [written] = await tx.cases.lockOfMeeting(mailboxId, uid);
      expect(written?.id).toBe('c');
      const readBack = written?.uid ?? '';
      expect(readBack).not.toBe(uid);
      expect((await tx.meetings.findByUid(mailboxId, readBack))?.entryId).toBe('e');
      expect(await tx.cases.lockOfMeeting(mailboxId, readBack)).toHaveLength(1);
    });
  });
});

onEachEngine('the inbox', (engine) => {
  it('keeps what came after a pull began', async () => {
    const { store, organizationId } = await engine.organization();
    const row = (id: string, receivedMs: number, mailbox = mailboxId) =>
      ({ id, mailboxId: mailbox, subscriptionId: 's', kind: 'changed', receivedMs }) as const;
    await store.inOrganization(organizationId, async (tx) => {
      await tx.inbox.add([]);
      await tx.inbox.add([row('early', 1), row('same', 5), row('late', 6), row('elsewhere', 2, 'other')]);
      await tx.inbox.markHandled(mailboxId, 5, 7);
      expect(await tx.inbox.find('early')).toEqual({ ...row('early', 1), handledMs: 7 });
      expect(await tx.inbox.find('same')).toMatchObject({ handledMs: null });
      expect(await tx.inbox.mailboxesWaiting(6)).toEqual([mailboxId, 'other']);
      expect(await tx.inbox.mailboxesWaiting(5)).toEqual(['other']);
      // Handled at 7; the others count from when they came.
      expect(await tx.inbox.clear(2, 9)).toBe(0);
      expect(await tx.inbox.clear(5, 9)).toBe(1);
      expect(await tx.inbox.find('elsewhere')).toBeNull();
      expect(await tx.inbox.clear(8, 2)).toBe(2);
      expect(await tx.inbox.clear(8, 9)).toBe(1);
      expect(await tx.inbox.find('early')).toBeNull();
    });
  });
});

/** Lets two transactions take turns. */
function signals() {
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  const of = (name: string) => {
    const known = waiting.get(name) ?? Promise.withResolvers<void>();
    waiting.set(name, known);
    return known;
  };
  return { raise: (name: string) => of(name).resolve(), raised: (name: string) => of(name).promise };
}
