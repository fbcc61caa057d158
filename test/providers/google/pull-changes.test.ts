import { describe, expect, it } from '@jest/globals';
import { event, idsOf, november } from './listed-event.ts';
import { pullingForEachTest } from './pulling.ts';
import { googleError } from './scripted-google.ts';

const { google, start, pulled } = pullingForEachTest();

describe('changes of a Google calendar', () => {
  it('reads every page, short and empty ones too, and only then has a token', async () => {
    const pages: Record<string, object> = {
      first: { items: [event('a', '2026-11-10')], nextPageToken: 'second' },
      second: { nextPageToken: 'third' },
      third: { items: [event('b', '2026-11-11'), event('a', '2026-11-12')], nextSyncToken: 'token-1' },
    };
    await start(({ query }) => ({ json: pages[query.get('pageToken') ?? 'first'] }));
    const full = await pulled(null);
    expect(full).toMatchObject({ full: true, pages: 3 });
    expect(idsOf(full)).toEqual(['a', 'b']);
    const [first, second] = google()?.seen ?? [];
    expect(first?.query.get('timeMin')).toBe('2026-11-01T00:00:00.000Z');
    expect(first?.query.get('timeMax')).toBe('2026-12-01T00:00:00.000Z');
    expect(first?.query.get('singleEvents')).toBe('false');
    expect(first?.query.getAll('eventTypes')).toEqual(['default', 'focusTime', 'outOfOffice']);
    expect(second?.query.get('timeMin')).toBe('2026-11-01T00:00:00.000Z');
    // The later item of one id is the newer one.
    expect(JSON.stringify(full.changes)).toContain(String(Date.UTC(2026, 10, 12, 9)));
  });

  it('goes on from the token with the same parameters, but without the window', async () => {
    await start(() => ({ json: { items: [], nextSyncToken: 'token-2' } }));
    const full = await pulled(null);
    const later = await pulled(full.cursor);
    expect(later).toMatchObject({ full: false, changes: [] });
    const [first, second] = google()?.seen ?? [];
    expect(second?.query.get('syncToken')).toBe('token-2');
    expect(second?.query.has('timeMin')).toBe(false);
    for (const name of ['singleEvents', 'showHiddenInvitations', 'eventTypes'])
      expect(second?.query.getAll(name)).toEqual(first?.query.getAll(name));
  });

  it('reads in full again where the window leaves the one of the cursor, and not where it lies inside', async () => {
    await start(() => ({ json: { items: [], nextSyncToken: 'token' } }));
    const { cursor } = await pulled(null);
    const inner = { fromMs: november.fromMs + 1, toMs: november.toMs - 1 };
    expect((await pulled(cursor, inner)).full).toBe(false);
    expect((await pulled(cursor, { ...november, toMs: november.toMs + 1 })).full).toBe(true);
    // The narrower question did not narrow what the cursor covers.
    expect((await pulled((await pulled(cursor, inner)).cursor, november)).full).toBe(false);
  });

  it('reports what was cancelled or has left the window as removed', async () => {
    let items: object[] = [];
    await start(() => ({ json: { items, nextSyncToken: 'token' } }));
    const { cursor } = await pulled(null);
    items = [{ id: 'gone', status: 'cancelled' }, event('moved', '2027-03-01'), event('stays', '2026-11-30')];
    expect(idsOf(await pulled(cursor))).toEqual(['removed gone', 'removed moved', 'stays']);
    expect(idsOf(await pulled(null))).toEqual(['removed gone', 'stays']);
  });

  it.each(['fullSyncRequired', 'updatedMinTooLongAgo', 'deleted'])(
    'says that a cursor expired: 410 %s',
    async (reason) => {
      let expired = false;
      await start(() =>
        expired ? googleError(410, reason) : { json: { items: [], nextSyncToken: 'token' } },
      );
      const { cursor } = await pulled(null);
      expired = true;
      const read = await google()?.mailbox.calendar.pullChanges(cursor, november);
      expect(read).toMatchObject({ ok: false, problem: { code: 'cursor-expired', status: 410 } });
      expect(google()?.seen).toHaveLength(2);
    },
  );

  it.each([
    ['no JSON', 'x'],
    ['another version', '{"v":2,"token":"t"}'],
    ['another mailbox', '{"v":1,"mailbox":"ben@acme.example","token":"t","fromMs":0,"toMs":9e15}'],
  ])('does not send a cursor that is not its own: %s', async (_case, cursor) => {
    await start(() => ({ json: { items: [], nextSyncToken: 'token' } }));
    const read = await google()?.mailbox.calendar.pullChanges(cursor, november);
    expect(read).toMatchObject({ ok: false, problem: { code: 'cursor-expired' } });
    expect(google()?.seen).toEqual([]);
  });

  it('does not send a reader in circles who has no cursor', async () => {
    await start(() => googleError(410, 'fullSyncRequired'));
    const read = await google()?.mailbox.calendar.pullChanges(null, november);
    expect(read).toMatchObject({ ok: false, problem: { code: 'unavailable', status: 410 } });
  });

  it('loses one broken item only', async () => {
    await start(() => ({
      json: {
        items: [null, { id: 7 }, { id: 'x', attendees: 'none' }, event('b', '2026-11-11')],
        nextSyncToken: 't',
      },
    }));
    const { changes } = await pulled(null);
    expect(changes.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable', 'entry', 'entry']);
  });

  it('does not go round in circles', async () => {
    await start(() => ({ json: { items: [], nextPageToken: 'same' } }));
    const read = await google()?.mailbox.calendar.pullChanges(null, november);
    expect(read).toMatchObject({ ok: false, problem: { code: 'unreadable-answer' } });
    expect(google()?.seen).toHaveLength(2);
  });

  it.each(['private', 'confidential', 'a word of tomorrow'])(
    'keeps the text of a %s event to itself',
    async (visibility) => {
      const attendees = [
        { email: 'ana@acme.example', self: true, responseStatus: 'declined', comment: 'SECRET' },
      ];
      const secret = {
        visibility,
        summary: 'SECRET',
        description: 'SECRET',
        location: 'SECRET',
        attendees,
      };
      await start(() => ({ json: { items: [event('p', '2026-11-11', secret)], nextSyncToken: 't' } }));
      const read = await pulled(null);
      expect(idsOf(read)).toEqual(['p']);
      expect(JSON.stringify(read)).not.toContain('SECRET');
    },
  );
});
