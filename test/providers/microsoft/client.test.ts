import { describe, expect, it } from '@jest/globals';
import type { Grant } from '../../../src/app/ports/provider.ts';
import { createMicrosoftProvider } from '../../../src/providers/microsoft/provider.ts';
import {
  ana,
  codeOf,
  invite,
  type OutlookWorld,
  onlyId,
  openOutlook,
  unwrap,
  window,
} from './outlook-world.ts';

const graphRequests = ({ sandbox }: OutlookWorld) =>
  sandbox.exchanges.filter(({ path }) => path.startsWith('/v1.0/'));
const tokenRequests = ({ sandbox }: OutlookWorld) =>
  sandbox.exchanges.filter(({ path }) => path.endsWith('/oauth2/v2.0/token'));

describe('client of Graph', () => {
  it('asks with every request for UTC, text and ids that stay', async () => {
    const world = await openOutlook();
    invite(world, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    const id = await onlyId(world);
    unwrap(await world.mailbox.calendar.readEntry(id, window));
    unwrap(await world.mailbox.calendar.freeBusy([ana], window));
    const prefer = graphRequests(world).map(({ requestHeaders }) => requestHeaders.prefer);
    expect(prefer.length).toBeGreaterThan(4);
    for (const header of prefer)
      expect(header).toContain(
        'outlook.timezone="UTC", IdType="ImmutableId", outlook.body-content-type="text"',
      );
  });

  it('asks once for a token, also for requests at the same time', async () => {
    const world = await openOutlook();
    await Promise.all([world.mailbox.calendar.ownerHours(), world.mailbox.calendar.ownerHours()]);
    unwrap(await world.mailbox.calendar.ownerHours());
    expect(tokenRequests(world)).toHaveLength(1);
    world.sandbox.parts.clock.advance(51 * 60_000);
    unwrap(await world.mailbox.calendar.ownerHours());
    expect(tokenRequests(world)).toHaveLength(2);
  });

  it('replaces a token that Graph refuses, once', async () => {
    const world = await openOutlook();
    unwrap(await world.mailbox.calendar.ownerHours());
    const tokens = world.sandbox.parts.tables.table('access-tokens');
    const names = [...tokens.entries()].map(([token]) => token);
    expect(names).toHaveLength(1);
    for (const token of names) tokens.delete(token);
    unwrap(await world.mailbox.calendar.ownerHours());
    expect(graphRequests(world).map(({ status }) => status)).toEqual([200, 401, 200]);
  });

  it('sends no token in the clear to another machine', async () => {
    const world = await openOutlook();
    const provider = createMicrosoftProvider({
      ...world.options,
      endpoints: { ...world.options.endpoints, graph: 'http://graph.example/' },
    });
    const mailbox = provider.openMailbox({
      grant: { kind: 'company' },
      address: ana,
      otherAddresses: [],
    });
    expect(codeOf(await mailbox.calendar.ownerHours())).toBe('foreign-link');
    expect(tokenRequests(world)).toHaveLength(0);
  });

  it('says that nobody answers', async () => {
    const world = await openOutlook();
    unwrap(await world.mailbox.calendar.ownerHours());
    await world.sandbox.close();
    expect(codeOf(await world.mailbox.calendar.ownerHours())).toBe('unavailable');
  });

  it('reads a half answer again', async () => {
    const world = await openOutlook();
    world.sandbox.setFaults({
      seed: 1,
      rules: [{ provider: 'microsoft', method: 'GET', probability: 1, kind: 'half-answer', times: 2 }],
    });
    expect(unwrap(await world.mailbox.calendar.ownerHours()).zone).toBe('Europe/Paris');
  });
});

describe('sign-in of a person', () => {
  const redirectUri = 'http://127.0.0.1:9/callback';
  const codeVerifier = 'v'.repeat(64);

  async function signIn(world: OutlookWorld): Promise<Grant> {
    const { createHash } = await import('node:crypto');
    const page = await world.provider.signIn.authorizationUrl({
      redirectUri,
      state: 'state-1',
      codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      loginHint: ana,
    });
    expect(page.startsWith(world.options.endpoints.login)).toBe(true);
    const answer = await fetch(page, {
      method: 'POST',
      body: new URLSearchParams({ person: ana, decision: 'allow' }),
      redirect: 'manual',
    });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('state-1');
    const code = back.searchParams.get('code') ?? '';
    const signedIn = unwrap(await world.provider.signIn.redeem({ code, redirectUri, codeVerifier }));
    expect(signedIn).toMatchObject({ address: ana, missingScopes: [] });
    // The tenant of the person, and the object id: never the address.
    expect(signedIn.subject).toMatch(/^[0-9a-f-]{36}\.00000000-0000-4000-8000-000000000001$/);
    return signedIn.grant;
  }

  it('opens their mailbox, and a new refresh token is told before it is used', async () => {
    const world = await openOutlook();
    const grant = await signIn(world);
    const told: Grant[] = [];
    let graphBefore = -1;
    const mailbox = world.open(
      { grant },
      {
        onGrantRenewed: async (renewed) => {
          told.push(renewed);
          graphBefore = graphRequests(world).length;
        },
      },
    );
    unwrap(await mailbox.calendar.ownerHours());
    // The first was the sign-in's own: whose mailbox it is.
    expect(graphRequests(world).map(({ path }) => path)).toEqual(['/v1.0/me', '/v1.0/me/mailboxSettings']);
    expect(told).toHaveLength(1);
    expect(told[0]).not.toEqual(grant);
    expect(graphBefore).toBe(1);
    const [renewed] = told;
    unwrap(await world.open({ grant: renewed ?? grant }).calendar.ownerHours());
  });

  it('has to be done again where the refresh token is worth nothing', async () => {
    const world = await openOutlook();
    const mailbox = world.open({ grant: { kind: 'person', refreshToken: 'withdrawn' } });
    expect(codeOf(await mailbox.calendar.ownerHours())).toBe('sign-in-required');
    expect(graphRequests(world)).toEqual([]);
  });

  it('refuses a code that is none', async () => {
    const world = await openOutlook();
    const refused = await world.provider.signIn.redeem({ code: 'guessed', redirectUri, codeVerifier });
    expect(codeOf(refused)).toBe('sign-in-required');
  });
});
