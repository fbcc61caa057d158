import { afterEach, describe, expect, it } from '@jest/globals';
import { googleError, type ScriptedAnswer, startScriptedGoogle } from './scripted-google.ts';

let google: Awaited<ReturnType<typeof startScriptedGoogle>> | null = null;
afterEach(async () => {
  await google?.close();
  google = null;
});

/** The problem of a read that always gets the same answer, and how often it was asked. */
async function refusedBy(answer: ScriptedAnswer) {
  google = await startScriptedGoogle(() => answer);
  const read = await google.mailbox.calendar.ownerHours();
  return { problem: read.ok ? null : read.problem, asked: google.seen.length };
}

describe('problems of Google', () => {
  it.each([
    [400, 'timeRangeEmpty', 'request-refused', 1],
    [403, 'userRateLimitExceeded', 'rate-limited', 3],
    [403, 'rateLimitExceeded', 'rate-limited', 3],
    [429, 'rateLimitExceeded', 'rate-limited', 3],
    [403, 'quotaExceeded', 'quota-exhausted', 1],
    [403, 'forbiddenForNonOrganizer', 'not-organizer', 1],
    [403, 'insufficientPermissions', 'permission-missing', 1],
    [403, 'forbidden', 'permission-missing', 1],
    [403, 'notACalendarUser', 'mailbox-missing', 1],
    [409, 'conflict', 'changed-meanwhile', 3],
    [410, 'fullSyncRequired', 'cursor-expired', 1],
    [410, 'updatedMinTooLongAgo', 'cursor-expired', 1],
    [412, 'conditionNotMet', 'changed-meanwhile', 1],
    [500, 'backendError', 'unavailable', 3],
    [503, 'backendError', 'unavailable', 3],
  ])('takes %d %s as %s, asked %d times', async (status, reason, code, asked) => {
    const refused = await refusedBy(googleError(status, reason));
    // A server's own fault may come after its work.
    const lost = status >= 500 ? { mayBeDone: true } : {};
    const problem = { code, status, detail: reason, retryAfterMs: null, ...lost };
    expect(refused).toEqual({ problem, asked });
  });

  it('reads the reasons of the newer APIs', async () => {
    const json = {
      error: {
        code: 403,
        status: 'PERMISSION_DENIED',
        details: [
          { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' },
        ],
      },
    };
    const { problem } = await refusedBy({ status: 403, json });
    expect(problem).toMatchObject({ code: 'permission-missing', detail: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' });
  });

  it('asks for a new token once, then for the person', async () => {
    const { problem, asked } = await refusedBy(googleError(401, 'authError'));
    expect(problem).toMatchObject({ code: 'sign-in-required', status: 401, detail: 'authError' });
    expect(asked).toBe(2);
    expect(google?.tokenRequests).toHaveLength(2);
    expect(google?.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it.each([
    ['a page', { json: '<html>', headers: { 'content-type': 'text/html' } }],
    ['nothing', {}],
    ['no token', { json: { expires_in: 3599 } }],
    ['a token with a line end', { json: { access_token: 'ya29.SECRET\nx', expires_in: 3599 } }],
  ])('takes no answer for a token that is %s, and asks nobody to sign in for it', async (_case, broken) => {
    google = await startScriptedGoogle(() => ({ json: { value: 'Europe/Paris' } }), [broken, broken]);
    expect(await google.mailbox.calendar.ownerHours()).toMatchObject({
      ok: true,
      value: { zone: 'Europe/Paris' },
    });
    expect(google.tokenRequests).toHaveLength(3);
    await google.close();
    google = await startScriptedGoogle(() => ({}), Array(9).fill(broken));
    const read = await google.mailbox.mail.sendMail({
      to: ['ben@acme.example'],
      subject: 's',
      text: 't',
      html: null,
    });
    const detail = 'no access token';
    expect(read).toEqual({
      ok: false,
      problem: { code: 'unreadable-answer', status: null, detail, retryAfterMs: null },
    });
    expect(google.seen).toEqual([]);
  });

  it('waits as long as it is told, in seconds or by the clock of the answer', async () => {
    const seconds = await refusedBy({
      ...googleError(429, 'rateLimitExceeded'),
      headers: { 'retry-after': '40' },
    });
    expect(seconds.problem?.retryAfterMs).toBe(40_000);
    expect(seconds.asked).toBe(1);
    await google?.close();
    const headers = { date: 'Tue, 24 Nov 2026 10:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 10:01:00 GMT' };
    const dated = await refusedBy({ ...googleError(503, 'backendError'), headers });
    expect(dated.problem?.retryAfterMs).toBe(60_000);
  });

  it('lets no words of an answer into the problem', async () => {
    const { problem } = await refusedBy({
      status: 400,
      json: { error: { errors: [{ reason: 'Salary talk with Ana' }], message: 'Salary talk' } },
    });
    expect(problem).toEqual({ code: 'request-refused', status: 400, detail: 'http 400', retryAfterMs: null });
  });

  it('says that a broken connection is worth another try', async () => {
    const { problem, asked } = await refusedBy({ json: null });
    expect(problem).toMatchObject({ code: 'unavailable', status: null });
    expect(asked).toBe(3);
  });

  it('repeats an answer that is not as documented, and then says so', async () => {
    const { problem, asked } = await refusedBy({ json: ['not a setting'] });
    expect(problem?.code).toBe('unreadable-answer');
    expect(asked).toBe(3);
  });

  it.each([404, 410])(
    'does not believe a page of somebody on the way that something is gone: %d',
    async (status) => {
      google = await startScriptedGoogle(() => ({
        status,
        headers: { 'content-type': 'text/html' },
        json: '<html>Not here</html>',
      }));
      const { calendar } = google.mailbox;
      const slot = { fromMs: 0, toMs: 1 };
      const problem = { code: 'unreadable-answer', status, detail: `http ${status}`, retryAfterMs: null };
      expect(await calendar.readEntry('e', slot)).toEqual({ ok: false, problem });
      expect(google.seen).toHaveLength(3);
      const cancelled = await calendar.cancelMeeting({ meetingId: 'e', originalStart: null }, null, null);
      expect(cancelled).toEqual({ ok: false, problem });
    },
  );

  it.each(['', '.', '..'])('asks nothing of the calendar itself for the id "%s"', async (id) => {
    google = await startScriptedGoogle(() => ({ json: { id: 'ana@acme.example', etag: '"1"' } }));
    const { calendar } = google.mailbox;
    expect(await calendar.readEntry(id, { fromMs: 0, toMs: 1 })).toEqual({ ok: true, value: null });
    expect(await calendar.releaseHold(id)).toEqual({ ok: true, value: null });
    expect(google.seen).toEqual([]);
  });

  it.each(['../../acl', 'a/b', 'a%2Fb', 'a?x=1', 'a#b'])('keeps the id "%s" in its place', async (id) => {
    google = await startScriptedGoogle(() => googleError(404, 'notFound'));
    expect(await google.mailbox.calendar.readEntry(id, { fromMs: 0, toMs: 1 })).toEqual({
      ok: true,
      value: null,
    });
    expect(google.seen.map(({ path }) => path)).toEqual([
      `/calendar/v3/calendars/primary/events/${encodeURIComponent(id)}`,
    ]);
  });

  it('is out of reach where nobody listens', async () => {
    google = await startScriptedGoogle(() => ({}));
    await google.close();
    const read = await google.mailbox.calendar.ownerHours();
    google = null;
    expect(read).toEqual({
      ok: false,
      problem: { code: 'unavailable', status: null, detail: 'ECONNREFUSED', retryAfterMs: null },
    });
  });
});
