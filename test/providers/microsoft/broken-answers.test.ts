import { describe, expect, it } from '@jest/globals';
import { type Asked, standIn } from './graph-stand-in.ts';
import { codeOf, unwrap, window } from './outlook-world.ts';

const page = '<html><title>Service unavailable</title></html>';
const isToken = ({ path }: Asked) => path.includes('/oauth2/v2.0/token');
const settings = { timeZone: 'UTC', workingHours: null };

describe('sign-in service', () => {
  it('that answers with the page of a gateway is asked again, and its page is never a token', async () => {
    let pages = 2;
    const { mailbox, asked } = await standIn((one) => {
      if (!isToken(one)) return { body: settings };
      pages -= 1;
      return pages >= 0 ? { status: pages === 1 ? 503 : 200, body: page } : null;
    });
    expect(unwrap(await mailbox.calendar.ownerHours()).zone).toBe('UTC');
    expect(asked.map((one) => isToken(one))).toEqual([true, true, true, false]);
  });

  it.each([page, '', 'null', '[]{'])(
    'that says only %j is unavailable; nobody has to sign in again',
    async (body) => {
      const { mailbox, asked } = await standIn((one) => (isToken(one) ? { body } : { body: settings }));
      expect(codeOf(await mailbox.calendar.ownerHours())).toBe('unavailable');
      expect(asked.every(isToken)).toBe(true);
    },
  );

  it('that gives no token is not asked for ever', async () => {
    const { mailbox, asked } = await standIn((one) =>
      isToken(one) ? { body: { token_type: 'Bearer', expires_in: 3_600 } } : { body: settings },
    );
    expect(codeOf(await mailbox.calendar.ownerHours())).toBe('request-refused');
    expect(asked).toHaveLength(1);
  });
});

describe('answer of Graph', () => {
  it('with the page of a gateway says nothing of an entry: it is neither gone nor called off', async () => {
    const { mailbox } = await standIn((one) => (isToken(one) ? null : { status: 404, body: page }));
    const { calendar } = mailbox;
    expect(codeOf(await calendar.readEntry('AAk', window))).toBe('unreadable-answer');
    expect(codeOf(await calendar.releaseHold('AAk'))).toBe('unreadable-answer');
    expect(codeOf(await calendar.cancelMeeting({ meetingId: 'AAk', originalStart: null }, null, null))).toBe(
      'unreadable-answer',
    );
    expect(codeOf(await calendar.unsubscribe({ id: 's', resourceId: null, expiresMs: 0 }))).toBe(
      'unreadable-answer',
    );
  });

  it.each([200, 202])('that is a page or nothing (%i) is never an entry', async (status) => {
    for (const body of [page, '', '[]', '7']) {
      const { mailbox } = await standIn((one) => (isToken(one) ? null : { status, body }));
      expect(codeOf(await mailbox.calendar.readEntry('AAk', window))).toMatch(
        /^un(readable-answer|available)$/,
      );
      expect(codeOf(await mailbox.calendar.pullChanges(null, window))).toMatch(
        /^un(readable-answer|available)$/,
      );
    }
  });

  it.each([7, { href: 'x' }, ['x']])('whose next page is %j is not the whole list', async (nextLink) => {
    const { mailbox } = await standIn((one) =>
      isToken(one) ? null : { body: { value: [], '@odata.nextLink': nextLink, '@odata.deltaLink': null } },
    );
    expect(codeOf(await mailbox.calendar.pullChanges(null, window))).toBe('unreadable-answer');
  });
});

describe('path of a request', () => {
  it.each(['..', '.', ''])('with the id %j leads nowhere else', async (id) => {
    const { mailbox, asked } = await standIn(() => null);
    const target = { meetingId: id, originalStart: null };
    const { calendar } = mailbox;
    expect(unwrap(await calendar.readEntry(id, window))).toBeNull();
    expect(unwrap(await calendar.cancelMeeting(target, null, null))).toBeNull();
    expect(unwrap(await calendar.unsubscribe({ id, resourceId: null, expiresMs: 0 }))).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each(['../..', 'a/b', 'a?b=c', 'a#b', "a' or 1", 'a%2Fb'])(
    'keeps the id %j in one segment',
    async (id) => {
      const urls: string[] = [];
      const { mailbox } = await standIn((one) => {
        if (!isToken(one)) urls.push(one.path);
        return null;
      });
      unwrap(await mailbox.calendar.readEntry(id, window));
      expect(urls).toEqual([expect.stringContaining(`/v1.0/users/ana@kiln.example/events/${id}?$expand=`)]);
    },
  );
});
