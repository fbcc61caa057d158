import { expect, it } from '@jest/globals';
import type { IdentityRecord, SessionRecord, SignInRecord } from '../../src/app/ports/store/people.ts';
import { onEachEngine } from './on-each-engine.ts';
import { hourMs, noonMs } from './records.ts';

const session = (over: Partial<SessionRecord> = {}): SessionRecord => ({
  digest: 'digest',
  address: 'ann@acme.example',
  name: 'Ann',
  createdMs: noonMs,
  idleUntilMs: noonMs + hourMs,
  expiresMs: noonMs + 9 * hourMs,
  ...over,
});

const signIn = (over: Partial<SignInRecord> = {}): SignInRecord => ({
  ...{ stateDigest: 'state', browserDigest: 'browser', returnTo: '/cases', expiresMs: noonMs },
  ...over,
});

const identity = (over: Partial<IdentityRecord> = {}): IdentityRecord => ({
  ...{ address: 'ann@acme.example', issuer: 'https://sign-in.example', subject: '1', boundMs: noonMs },
  ...over,
});

onEachEngine('people', (engine) => {
  it('have sessions, found by their digest, moved on, and removed one by one or all of a person', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async ({ sessions }) => {
      for (const digest of ['a', 'b', 'c']) await sessions.add(session({ digest }));
      await sessions.add(session({ digest: 'd', address: 'ben@acme.example', name: null }));
      await sessions.keepUntil('a', noonMs + 2 * hourMs);
      expect(await sessions.find('a')).toEqual(session({ digest: 'a', idleUntilMs: noonMs + 2 * hourMs }));
      await sessions.remove('b');
      expect(await sessions.find('b')).toBeNull();
      await sessions.removeOf('ann@acme.example');
      expect([await sessions.find('a'), await sessions.find('c')]).toEqual([null, null]);
      expect(await sessions.find('d')).not.toBeNull();
    });
  });

  it('have sessions cleared when unused for too long, or at their end', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async ({ sessions }) => {
      await sessions.add(session({ digest: 'idle', idleUntilMs: noonMs - 1 }));
      await sessions.add(session({ digest: 'over', expiresMs: noonMs - 1 }));
      await sessions.add(session({ digest: 'runs' }));
      expect(await sessions.clear(noonMs, 1)).toBe(1);
      expect(await sessions.clear(noonMs, 9)).toBe(1);
      expect(await sessions.find('runs')).not.toBeNull();
    });
  });

  it('come back from a sign-in once', async () => {
    const { store, organizationId } = await engine.organization();
    const take = () => store.inOrganization(organizationId, ({ signIns }) => signIns.take('state'));
    await store.inOrganization(organizationId, ({ signIns }) => signIns.add(signIn()));
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter((each) => each !== null)).toEqual([signIn()]);
  });

  it('leave sign-ins that are cleared when they never come back', async () => {
    const { store, organizationId } = await engine.organization();
    await store.inOrganization(organizationId, async ({ signIns }) => {
      await signIns.add(signIn({ stateDigest: 'old', expiresMs: noonMs - 1 }));
      await signIns.add(signIn({ stateDigest: 'new' }));
      expect(await signIns.clear(noonMs, 9)).toBe(1);
      expect(await signIns.take('new')).not.toBeNull();
    });
  });

  it('keep an address that they came first with, also where two come at once, until it is removed', async () => {
    const { store, organizationId } = await engine.organization();
    const bind = (subject: string) =>
      store.inOrganization(organizationId, ({ identities }) => identities.bind(identity({ subject })));
    const [one, other] = await Promise.all([bind('1'), bind('2')]);
    expect(one).toEqual(other);
    expect(await bind('3')).toEqual(one);
    await store.inOrganization(organizationId, ({ identities }) => identities.remove('ann@acme.example'));
    expect(await bind('3')).toEqual(identity({ subject: '3' }));
  });
});
