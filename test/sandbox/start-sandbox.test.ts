import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startTestSandbox, type TestSandbox, testStartMs } from '../support/sandbox.ts';
import { somebody } from './somebody.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ada = somebody('ada@acme.example');
const ben = somebody('ben@acme.example', {
  provider: 'microsoft',
  userId: '11111111-1111-4111-8111-111111111111',
});
const people = [ada, ben];
const calendarScope = 'https://www.googleapis.com/auth/calendar';

/** Ada invites Ben through Google's API; gives her token. */
async function invite(sandbox: TestSandbox): Promise<string> {
  const token = sandbox.issueToken(ada.address, [calendarScope]);
  const answer = await fetch(
    `${sandbox.google.origin}/calendar/v3/calendars/primary/events?sendUpdates=all`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        summary: 'Status',
        start: { dateTime: '2026-11-03T10:00:00+01:00' },
        end: { dateTime: '2026-11-03T10:30:00+01:00' },
        attendees: [{ email: ben.address }],
      }),
    },
  );
  expect(answer.status).toBe(200);
  return token;
}

async function subjectsOfBen(sandbox: TestSandbox): Promise<string[]> {
  const token = sandbox.issueToken(ben.address, ['Calendars.Read']);
  const answer = await fetch(`${sandbox.microsoft.origin}/v1.0/me/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { value }: { value: { subject: string }[] } = await answer.json();
  return value.map(({ subject }) => subject);
}

describe('a sandbox', () => {
  it('carries an invitation from one calendar to the other', async () => {
    const sandbox = await startTestSandbox({ people });
    await invite(sandbox);
    expect(await subjectsOfBen(sandbox)).toEqual(['Status']);
    expect(sandbox.parts.acts.all()).toMatchObject([
      { kind: 'invitation', from: ada.address, to: [ben.address] },
    ]);
    expect(sandbox.exchanges.map(({ routeId, status }) => [routeId, status])).toEqual([
      ['calendar.events.insert', 200],
      [expect.any(String), 200],
    ]);
    expect(sandbox.limits()['google user per minute']?.mostSeen).toBe(1);
    expect(sandbox.faultsOfOurs).toEqual([]);
    await sandbox.close();
  });

  it('goes on after a restart: calendars, tokens, clock, ids', async () => {
    const stateFile = path.join(folder, 'restart.jsonl');
    const first = await startTestSandbox({ people, stateFile });
    const token = await invite(first);
    first.parts.clock.advance(600_000);
    await first.close();
    const second = await startTestSandbox({ people, stateFile, startMs: 0 });
    expect(await subjectsOfBen(second)).toEqual(['Status']);
    expect(second.parts.access.find(token)).toMatchObject({ mailbox: ada.address });
    expect(second.parts.clock.nowMs()).toBe(testStartMs + 600_000);
    await invite(second);
    expect(new Set(second.parts.engine.copies(ada.address).map(({ uid }) => uid)).size).toBe(2);
    await second.close();
  });

  it('gives the same ids for the same seed and requests', async () => {
    const uids = async (seed: number) => {
      const sandbox = await startTestSandbox({ people, seed });
      await invite(sandbox);
      await sandbox.close();
      return sandbox.parts.engine.copies(ada.address).map(({ uid }) => uid);
    };
    const first = await uids(1);
    expect(await uids(1)).toEqual(first);
    expect(await uids(2)).not.toEqual(first);
  });

  it('words a quota and the limit on requests at once as the vendors do', async () => {
    const rules = [{ kind: 'quota' as const, probability: 1 }];
    const sandbox = await startTestSandbox({
      people,
      faults: { seed: 1, rules },
      limits: { microsoft: { mailboxAtOnce: 0 } },
    });
    const get = async (origin: string, url: string, token: string) => {
      const answer = await fetch(`${origin}${url}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: answer.status, body: await answer.json() };
    };
    const quota = await get(
      sandbox.google.origin,
      '/calendar/v3/calendars/primary/events',
      sandbox.issueToken(ada.address, [calendarScope]),
    );
    expect(quota).toMatchObject({ status: 403, body: { error: { errors: [{ reason: 'quotaExceeded' }] } } });
    const atOnce = () =>
      get(sandbox.microsoft.origin, '/v1.0/me/events', sandbox.issueToken(ben.address, ['Calendars.Read']));
    expect(await atOnce()).toMatchObject({ status: 429, body: { error: { code: 'ApplicationThrottled' } } });
    sandbox.turn({ 'microsoft.throttle-code': 'TooManyRequests' });
    expect(await atOnce()).toMatchObject({ body: { error: { code: 'TooManyRequests' } } });
    await sandbox.close();
  });
});

describe('the sample company in a sandbox', () => {
  it('is planted once, tells nobody, and its stream goes on', async () => {
    const stateFile = path.join(folder, 'sample.jsonl');
    const copies = ({ parts }: TestSandbox) =>
      parts.people.all().reduce((sum, { address }) => sum + parts.engine.copies(address).length, 0);
    const next = async ({ control }: TestSandbox): Promise<{ uid: string; to: string[] }[]> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ count: 3 });
      return (await fetch(`${control.origin}/invites`, { method: 'POST', headers, body })).json();
    };
    const first = await startTestSandbox({ sample: true, stateFile });
    const planted = copies(first);
    expect(planted).toBeGreaterThan(1000);
    expect(first.parts.acts.all()).toEqual([]);
    const invites = await next(first);
    const after = copies(first);
    expect(after).toBeGreaterThan(planted);
    const [invitation] = first.parts.acts.all();
    expect(invitation).toMatchObject({ kind: 'invitation', uid: invites[0]?.uid });
    for (const address of invitation?.to ?? []) expect(invites[0]?.to).toContain(address);
    await first.close();
    const second = await startTestSandbox({ sample: true, stateFile });
    expect(copies(second)).toBe(after);
    const uids = [...invites, ...(await next(second))].map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(6);
    await second.close();
  });

  it('is planted anew where a kill cut the planting', async () => {
    const stateFile = path.join(folder, 'cut.jsonl');
    const whole = await startTestSandbox({ sample: true, stateFile });
    const expected = whole.parts.engine.copies('claire.marchetti@halden.example').length;
    await whole.close();
    // The last line says that the sample stands.
    const lines = readFileSync(stateFile, 'utf8').split('\n');
    writeFileSync(stateFile, lines.slice(0, -200).join('\n'));
    const again = await startTestSandbox({ sample: true, stateFile });
    expect(again.parts.engine.copies('claire.marchetti@halden.example')).toHaveLength(expected);
    await again.close();
  });
});
