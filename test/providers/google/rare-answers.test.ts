import { afterEach, describe, expect, it } from '@jest/globals';
import {
  googleError,
  type ScriptedAnswer,
  type SeenRequest,
  startScriptedGoogle,
} from './scripted-google.ts';

let google: Awaited<ReturnType<typeof startScriptedGoogle>> | null = null;
afterEach(async () => {
  await google?.close();
  google = null;
});

async function start(
  answer: (request: SeenRequest, count: number) => ScriptedAnswer,
  tokenRefusals: readonly ScriptedAnswer[] = [],
) {
  let count = 0;
  google = await startScriptedGoogle((request) => {
    count += 1;
    return answer(request, count);
  }, tokenRefusals);
  return google;
}

const window = { fromMs: Date.UTC(2026, 10, 24, 8), toMs: Date.UTC(2026, 10, 24, 18) };
const slot = { startMs: window.fromMs, endMs: window.fromMs + 3_600_000, zone: 'Europe/Paris' };

describe('free/busy at Google', () => {
  async function availability(calendar: object | null) {
    const { mailbox } = await start(() => ({ json: { calendars: { 'Ben@acme.example': calendar } } }));
    const read = await mailbox.calendar.freeBusy(['ben@acme.example'], window);
    return read.ok ? read.value[0] : read.problem.code;
  }

  it('joins what overlaps, whatever the order and the offsets', async () => {
    const busy = [
      { start: '2026-11-24T12:00:00Z', end: '2026-11-24T13:00:00Z' },
      { start: '2026-11-24T10:00:00+01:00', end: '2026-11-24T11:00:00+01:00' },
      { start: '2026-11-24T09:30:00Z', end: '2026-11-24T10:30:00Z' },
    ];
    expect(await availability({ busy })).toEqual({
      email: 'ben@acme.example',
      known: true,
      taken: [
        { fromMs: Date.UTC(2026, 10, 24, 9), toMs: Date.UTC(2026, 10, 24, 10, 30), as: 'busy' },
        { fromMs: Date.UTC(2026, 10, 24, 12), toMs: Date.UTC(2026, 10, 24, 13), as: 'busy' },
      ],
    });
  });

  it.each([
    ['an error beside times', { errors: [{ reason: 'internalError' }], busy: [] }],
    ['a time that cannot be read', { busy: [{ start: 'soon', end: 'later' }] }],
    ['no times at all', {}],
    ['no calendar', null],
    ['an error that is not written as documented', { errors: ['notFound'], busy: [] }],
    ['errors that are no list', { errors: 'notFound', busy: [] }],
    ['an end before its start', { busy: [{ start: '2026-11-24T12:00:00Z', end: '2026-11-24T11:00:00Z' }] }],
  ])('never takes %s for free', async (_case, calendar) => {
    expect(await availability(calendar)).toMatchObject({ known: false });
  });

  it('knows nothing of an address that the answer leaves out', async () => {
    const { mailbox } = await start(() => ({ json: { calendars: {} } }));
    expect(await mailbox.calendar.freeBusy(['ben@acme.example'], window)).toMatchObject({
      value: [{ email: 'ben@acme.example', known: false }],
    });
  });

  it('loses only the calendar that cannot be read', async () => {
    const calendars = { 'ben@acme.example': null, 'carol@acme.example': { busy: [] } };
    const { mailbox } = await start(() => ({ json: { calendars } }));
    expect(await mailbox.calendar.freeBusy(['ben@acme.example', 'carol@acme.example'], window)).toMatchObject(
      {
        value: [{ known: false }, { known: true, taken: [] }],
      },
    );
  });

  it('refuses a window that is too long', async () => {
    const { mailbox } = await start(() => ({}));
    await expect(
      mailbox.calendar.freeBusy([], { ...window, toMs: window.fromMs + 32 * 86_400_000 }),
    ).rejects.toThrow(RangeError);
  });
});

describe('subscriptions at Google', () => {
  const request = {
    id: 'channel',
    address: 'https://gate.example/hook',
    secret: 'secret',
    lifetimeMs: 3_600_000,
  };
  const idOf = ({ body }: SeenRequest) => JSON.parse(body).id;
  const opened = (seen: SeenRequest) => ({
    json: { id: idOf(seen), resourceId: 'resource', expiration: '1793000000000' },
  });

  it('takes another id after a lost answer, because the first one may be in use', async () => {
    const { mailbox, seen } = await start((request_, count) =>
      count === 1 ? { json: null } : opened(request_),
    );
    expect(await mailbox.calendar.subscribe(request)).toEqual({
      ok: true,
      value: { id: 'channel-2', resourceId: 'resource', expiresMs: 1_793_000_000_000 },
    });
    expect(seen.map(idOf)).toEqual(['channel', 'channel-2']);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      id: 'channel',
      type: 'web_hook',
      address: 'https://gate.example/hook',
      token: 'secret',
      params: { ttl: '3600' },
    });
  });

  it('opens the new channel before it stops the old one, and takes one that is gone as stopped', async () => {
    const { mailbox, seen } = await start((request_) =>
      request_.path.endsWith('/stop') ? googleError(404, 'notFound') : opened(request_),
    );
    const old = { id: 'old', resourceId: 'r', expiresMs: 0 };
    expect(await mailbox.calendar.renewSubscription(old, request)).toMatchObject({
      ok: true,
      value: { replaced: true, subscription: { id: 'channel' } },
    });
    expect(seen.map(({ path }) => path.split('/').at(-1))).toEqual(['watch', 'stop']);
    expect(await mailbox.calendar.unsubscribe(old)).toEqual({ ok: true, value: null });
  });
});

describe('creation at Google', () => {
  const hold = { key: 'k', title: 'Focus', slot, autoDecline: 'new-conflicts' } as const;

  it('asks for focus time with the declining that was chosen', async () => {
    const { mailbox, seen } = await start(({ body }) => ({ json: { ...JSON.parse(body), etag: '"1"' } }));
    expect(await mailbox.calendar.holdTime(hold)).toMatchObject({
      value: { as: 'focus-time', existed: false },
    });
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
      eventType: 'focusTime',
      transparency: 'opaque',
      focusTimeProperties: { autoDeclineMode: 'declineOnlyNewConflictingInvitations' },
      start: { dateTime: '2026-11-24T08:00:00.000Z', timeZone: 'Europe/Paris' },
    });
  });

  it('does not take a limit for a missing feature', async () => {
    const { mailbox, seen } = await start(() => googleError(403, 'quotaExceeded', 'usageLimits'));
    expect(await mailbox.calendar.holdTime(hold)).toMatchObject({ problem: { code: 'quota-exhausted' } });
    expect(seen).toHaveLength(1);
  });

  it("does not take somebody else's event for its own", async () => {
    const { mailbox } = await start(({ method }) =>
      method === 'POST' ? googleError(409, 'duplicate') : { json: { id: 'x', status: 'confirmed' } },
    );
    const meeting = { key: 'k', summary: 's', description: '', slot, attendees: [] };
    expect(await mailbox.calendar.createMeeting(meeting)).toMatchObject({
      ok: false,
      problem: { code: 'request-refused', detail: 'duplicate' },
    });
  });
});

describe('mail and documents at Google', () => {
  const mail = { to: ['ben@acme.example'], subject: 's', text: 't', html: null };

  it('never sends a mail again whose fate is unknown', async () => {
    const { mailbox, seen } = await start(() => ({ json: null }));
    expect(await mailbox.mail.sendMail(mail)).toMatchObject({
      ok: false,
      problem: { code: 'outcome-unknown' },
    });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['out of order', { status: 503, json: { error: 'internal_failure' } }],
    ['in a hurry', { status: 429, json: { error: 'rate_limited' } }],
  ])('sends a mail that had to wait for its token, from an endpoint that is %s', async (_case, refused) => {
    const { mailbox, seen } = await start(() => ({ json: { id: 'm' } }), [refused]);
    expect(await mailbox.mail.sendMail(mail)).toEqual({ ok: true, value: null });
    expect(seen).toHaveLength(1);
  });

  it('sends a mail again that was refused for haste', async () => {
    const { mailbox, seen } = await start((_, count) =>
      count === 1 ? googleError(429, 'rateLimitExceeded') : { json: { id: 'm' } },
    );
    expect(await mailbox.mail.sendMail(mail)).toEqual({ ok: true, value: null });
    expect(seen).toHaveLength(2);
  });

  const document = {
    key: 'doc',
    title: 'Plan',
    blocks: [{ kind: 'paragraph', text: 'words' }],
    writers: ['Ana@acme.example', 'ben@acme.example', 'eve@evil.example'],
  } as const;

  /** A drive whose first creation is carried out without an answer. */
  function drive(endIndex: number) {
    let files: object[] = [];
    return ({ method, path, body }: SeenRequest): ScriptedAnswer => {
      if (path.endsWith('/permissions'))
        return body.includes('eve') ? googleError(400, 'invalidSharingRequest') : { json: { id: 'p' } };
      if (path.startsWith('/v1/documents') && method === 'GET')
        return { json: { revisionId: 'r1', body: { content: [{ endIndex: 1 }, { endIndex }] } } };
      if (path.startsWith('/v1/documents')) return { json: { documentId: 'd' } };
      if (method === 'GET') return { json: { files } };
      files = [{ id: 'd', webViewLink: 'https://docs.google.com/d' }];
      return { json: null };
    };
  }

  it('finds a document again whose creation was not answered', async () => {
    const { mailbox, seen } = await start(drive(2));
    expect(await mailbox.documents.createDocument(document)).toEqual({
      ok: true,
      value: { id: 'd', url: 'https://docs.google.com/d', existed: true, notShared: ['eve@evil.example'] },
    });
    expect(seen.filter(({ method, path }) => method === 'POST' && path === '/drive/v3/files')).toHaveLength(
      1,
    );
    const update = seen.find(({ path }) => path.endsWith(':batchUpdate'));
    expect(JSON.parse(update?.body ?? '')).toMatchObject({ writeControl: { requiredRevisionId: 'r1' } });
    const shared = seen.filter(({ path }) => path.endsWith('/permissions'));
    expect(shared).toHaveLength(2);
    for (const { query } of shared) expect(query.get('sendNotificationEmail')).toBe('false');
  });

  it('does not write into a document that has words', async () => {
    const { mailbox, seen } = await start(drive(7));
    expect(await mailbox.documents.createDocument(document)).toMatchObject({ ok: true });
    expect(seen.some(({ path }) => path.endsWith(':batchUpdate'))).toBe(false);
  });
});
