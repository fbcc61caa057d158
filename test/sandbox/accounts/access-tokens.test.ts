import { describe, expect, it } from '@jest/globals';
import { createAccessTokens } from '../../../src/sandbox/accounts/access-tokens.ts';
import { createMails } from '../../../src/sandbox/accounts/mails.ts';
import { createNewId } from '../../../src/sandbox/accounts/new-id.ts';
import { createActs } from '../../../src/sandbox/acts.ts';
import { createClock } from '../../../src/sandbox/clock.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';

const startMs = Date.parse('2026-11-02T08:00:00Z');

async function parts() {
  const tables = await createTables(null);
  const clock = createClock(() => 0, startMs);
  return { tables, clock, newId: createNewId(tables.table('ids'), 1) };
}

const access = {
  provider: 'google',
  mailbox: 'ada@acme.example',
  scopes: ['calendar'],
  clientId: 'gate',
  expiresMs: startMs + 60_000,
} as const;

describe('access tokens', () => {
  it('open what they were issued for until they run out by the clock of the sandbox', async () => {
    const { tables, clock, newId } = await parts();
    const tokens = createAccessTokens(tables.table('t'), clock, newId);
    const token = tokens.issue(access);
    expect(tokens.find(token)).toEqual(access);
    clock.advance(59_999);
    expect(tokens.find(token)).toEqual(access);
    clock.advance(1);
    expect(tokens.find(token)).toBeNull();
  });

  it('hold over a restart, and each is another', async () => {
    const { tables, clock, newId } = await parts();
    const first = createAccessTokens(tables.table('t'), clock, newId);
    const [one, two] = [first.issue(access), first.issue(access)];
    expect(one).not.toBe(two);
    expect(createAccessTokens(tables.table('t'), clock, newId).find(one)).toEqual(access);
    expect(first.find('')).toBeNull();
  });
});

describe('mails', () => {
  it('are kept, and seen by whoever gets them', async () => {
    const { tables, clock, newId } = await parts();
    const acts = createActs(tables.table('acts'));
    const sendMail = createMails({ table: tables.table('mails'), clock, acts, newId });
    const mail = { from: 'a@acme.example', to: ['b@acme.example'], subject: 'Hi', text: 'There', html: null };
    const sent = sendMail(mail);
    expect(sent).toEqual({ ...mail, id: expect.stringMatching(/^[a-z0-9]{16}$/), atMs: startMs });
    expect([...tables.table('mails').values()]).toEqual([sent]);
    expect(acts.all()).toEqual([
      {
        kind: 'mail',
        from: 'a@acme.example',
        to: ['b@acme.example'],
        uid: null,
        originalStart: null,
        detail: 'Hi',
        comment: 'There',
        atMs: startMs,
      },
    ]);
  });
});
