import { describe, expect, it } from '@jest/globals';
import { event, idsOf, november } from './listed-event.ts';
import { pullingForEachTest } from './pulling.ts';
import { googleError, type ScriptedAnswer, type SeenRequest } from './scripted-google.ts';

const { google, start, pulled } = pullingForEachTest();

describe('changes of series in a Google calendar', () => {
  const rule = { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TU'] };
  const master = event('s', '2026-11-03', rule);
  const instance = (day: string, more: object = {}) =>
    event(`s_${day}`, day, {
      recurringEventId: 's',
      summary: 'Meeting s',
      originalStartTime: { dateTime: `${day}T10:00:00+01:00`, timeZone: 'Europe/Paris' },
      ...more,
    });
  const moved = instance('2026-11-17', {
    start: { dateTime: '2026-11-18T15:00:00+01:00', timeZone: 'Europe/Paris' },
    end: { dateTime: '2026-11-18T16:00:00+01:00', timeZone: 'Europe/Paris' },
  });
  const declined = instance('2026-11-10', {
    attendees: [{ email: 'ana@acme.example', self: true, responseStatus: 'declined' }],
  });
  const stub = {
    id: 's_2026-11-24',
    status: 'cancelled',
    recurringEventId: 's',
    originalStartTime: { dateTime: '2026-11-24T10:00:00+01:00', timeZone: 'Europe/Paris' },
  };
  const series = [instance('2026-11-03'), declined, moved, stub];

  function answerFor({ path }: SeenRequest, items: unknown[]): ScriptedAnswer {
    if (path.endsWith('/events/s/instances')) return { json: { items: series } };
    if (path.endsWith('/events/s')) return { json: master };
    return { json: { items, nextSyncToken: 't' } };
  }

  it('brings the whole series once, however many of its occurrences changed', async () => {
    await start((request) => answerFor(request, [moved, stub, declined]));
    const { changes } = await pulled(null);
    expect(changes).toHaveLength(1);
    const [change] = changes;
    const entry = change?.kind === 'entry' ? change.entry : null;
    const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
    expect(entry?.meeting.occurrences).toMatchObject([
      { start: { ms: at(3, 9) }, counts: true },
      { start: { ms: at(10, 9) }, counts: false },
      { start: { ms: at(18, 14) }, originalStart: { ms: at(17, 9) }, counts: true },
      { start: { ms: at(24, 9) }, end: { ms: at(24, 10) }, counts: false },
    ]);
    expect(entry?.exceptions).toMatchObject([
      { id: 's_2026-11-10', answer: 'declined', cancelled: false },
      { id: 's_2026-11-17', answer: 'needs-action', cancelled: false },
      { id: 's_2026-11-24', cancelled: true },
    ]);
    expect(entry?.meeting.recurrence).toMatchObject({ frequency: 'weekly', interval: 1 });
    expect(google()?.seen.map(({ path }) => path.replace(/.*\/events/, ''))).toEqual([
      '',
      '/s',
      '/s/instances',
    ]);
  });

  it('does not ask for a series that stands in the list', async () => {
    await start((request) => answerFor(request, [master, moved]));
    expect(idsOf(await pulled(null))).toEqual(['s']);
    expect(google()?.seen.some(({ path }) => path.endsWith('/events/s'))).toBe(false);
  });

  it('takes an invite to one date as a meeting of its own', async () => {
    await start(({ path }) =>
      path.endsWith('/events/s')
        ? googleError(404, 'notFound')
        : { json: { items: [moved], nextSyncToken: 't' } },
    );
    const read = await pulled(null);
    expect(idsOf(read)).toEqual(['s_2026-11-17']);
  });

  it('forgets a series that was cancelled, with all its occurrences', async () => {
    await start((request) => answerFor(request, [{ id: 's', status: 'cancelled' }, stub]));
    expect(idsOf(await pulled(null))).toEqual(['removed s', 'removed s_2026-11-24']);
    expect(google()?.seen).toHaveLength(1);
  });

  it.each(['in the list', 'asked for'])(
    'keeps an invite to one date whose series is cancelled, %s',
    async (place) => {
      const tombstone = { id: 's', status: 'cancelled' };
      await start((request) =>
        request.path.endsWith('/events/s')
          ? { json: tombstone }
          : answerFor(request, place === 'in the list' ? [tombstone, moved] : [moved]),
      );
      expect(idsOf(await pulled(null))).toEqual(['removed s', 's_2026-11-17']);
    },
  );

  it('answers and reads an invite to one date under its own id', async () => {
    await start(({ path, body }) => {
      if (path.endsWith('/events/s')) return googleError(404, 'notFound');
      if (path.endsWith('/instances')) return googleError(400, 'invalid');
      return { json: body === '' ? moved : { ...moved, ...JSON.parse(body) } };
    });
    const id = 's_2026-11-17';
    const read = await google()?.mailbox.calendar.readEntry(id, november);
    expect(read).toMatchObject({ ok: true, value: { meeting: { id } } });
    const originalStart = { kind: 'instant', ms: Date.UTC(2026, 10, 17, 9), zone: null } as const;
    const answered = await google()?.mailbox.calendar.answer({
      target: { meetingId: id, originalStart },
      answer: 'accepted',
      comment: null,
      proposal: null,
      version: null,
    });
    expect(answered).toMatchObject({ ok: true, value: { before: { entryId: id } } });
  });

  it.each([
    ['the request is refused', googleError(400, 'invalid')],
    ['the answer is nonsense', { json: { items: 'none' } }],
  ])('costs only itself where %s each time', async (_case, broken) => {
    const items = [master, event('b', '2026-11-11')];
    await start((request) => (request.path.endsWith('/instances') ? broken : answerFor(request, items)));
    expect(idsOf(await pulled(null))).toEqual(['b', 'unreadable s']);
  });

  it('is read later where Google is out of order', async () => {
    await start((request) =>
      request.path.endsWith('/instances') ? googleError(503, 'backendError') : answerFor(request, [master]),
    );
    const read = await google()?.mailbox.calendar.pullChanges(null, november);
    expect(read).toMatchObject({ ok: false, problem: { code: 'unavailable' } });
  });

  it('says that occurrences are missing that could not be read', async () => {
    await start((request) =>
      request.path.endsWith('/instances')
        ? { json: { items: [instance('2026-11-03'), { id: 7 }] } }
        : answerFor(request, [master]),
    );
    const { changes } = await pulled(null);
    expect(changes).toMatchObject([{ entry: { meeting: { occurrencesTruncated: true } } }]);
  });

  it('shows no title of an occurrence whose series is private', async () => {
    const secret = { ...master, visibility: 'private', summary: 'SECRET' };
    await start((request) =>
      request.path.endsWith('/instances')
        ? { json: { items: [instance('2026-11-03', { summary: 'SECRET pay talk' })] } }
        : answerFor(request, [secret]),
    );
    const read = await pulled(null);
    expect(idsOf(read)).toEqual(['s']);
    expect(JSON.stringify(read)).not.toContain('SECRET');
  });

  it('that ended while it was read is gone', async () => {
    await start((request) =>
      request.path.endsWith('/instances') ? googleError(404, 'notFound') : answerFor(request, [master]),
    );
    expect(idsOf(await pulled(null))).toEqual(['removed s']);
    expect(await google()?.mailbox.calendar.readEntry('s', november)).toEqual({ ok: true, value: null });
  });
});
