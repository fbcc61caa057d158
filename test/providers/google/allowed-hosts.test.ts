import { afterEach, describe, expect, it } from '@jest/globals';
import { createGoogleProvider } from '../../../src/providers/google/provider.ts';
import { endpointsAt, quickLimits, startScriptedGoogle } from './scripted-google.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function scripted(answer: Parameters<typeof startScriptedGoogle>[0]) {
  const server = await startScriptedGoogle(answer);
  open.push(server);
  return server;
}

function mailboxAt(endpoints: ReturnType<typeof endpointsAt>) {
  return createGoogleProvider({
    clientId: 'client',
    clientSecret: 'secret',
    serviceAccount: null,
    endpoints,
    limits: quickLimits,
  }).openMailbox({
    grant: { kind: 'person', refreshToken: 'refresh' },
    address: 'ana@acme.example',
    otherAddresses: [],
  });
}

describe('hosts that get a token', () => {
  it('does not follow a redirect', async () => {
    const thief = await scripted(() => ({ json: { value: 'Europe/Paris' } }));
    const google = await scripted(() => ({ status: 302, headers: { location: `${thief.origin}/steal` } }));
    const read = await google.mailbox.calendar.ownerHours();
    expect(read).toMatchObject({ ok: false, problem: { code: 'foreign-link', status: 302 } });
    expect(thief.seen).toEqual([]);
    expect(google.seen).toHaveLength(1);
  });

  it('does not follow a redirect of the token endpoint', async () => {
    const thief = await scripted(() => ({}));
    const google = await scripted(({ path }) =>
      path === '/moved' ? { status: 307, headers: { location: `${thief.origin}/steal` } } : {},
    );
    const moved = mailboxAt({ ...endpointsAt(google.origin), tokenUrl: `${google.origin}/moved` });
    expect(await moved.calendar.ownerHours()).toMatchObject({ ok: false, problem: { code: 'foreign-link' } });
    expect(thief.seen).toEqual([]);
  });

  it('sends nothing unencrypted to another machine', async () => {
    const google = await scripted(() => ({}));
    const elsewhere = mailboxAt({ ...endpointsAt(google.origin), apiRoot: 'http://calendar.example/' });
    expect(await elsewhere.calendar.ownerHours()).toEqual({
      ok: false,
      problem: { code: 'foreign-link', status: null, detail: 'host not allowed', retryAfterMs: null },
    });
    expect(google.seen).toEqual([]);
  });
});
