import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Grant } from '../../../src/app/ports/provider.ts';
import {
  type ContractWorld,
  elsewhere,
  invite,
  type OpenWorld,
  outside,
  owner,
  refusalOf,
  unwrap,
  window,
} from '../world.ts';

const redirectUri = 'http://127.0.0.1:8080/connect/done';
const codeVerifier = 'a-verifier-of-the-right-length-for-pkce-0123456789';
const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');

/** Goes to the consent page as the person would, and presses its button. */
async function consent(world: ContractWorld, button: 'allow' | 'deny'): Promise<URL> {
  const url = await world.provider.signIn.authorizationUrl({
    redirectUri,
    state: 'state-1',
    codeChallenge,
    loginHint: owner,
  });
  return world.pressConsent(url, owner, button);
}

async function connected(world: ContractWorld): Promise<Grant> {
  const back = await consent(world, 'allow');
  const code = back.searchParams.get('code') ?? '';
  return unwrap(await world.provider.signIn.redeem({ code, redirectUri, codeVerifier })).grant;
}

export function describeSigningIn(open: OpenWorld): void {
  describe('a person who connects their calendar', () => {
    it('comes back with a code that is redeemed once, for their own mailbox', async () => {
      const world = await open();
      const back = await consent(world, 'allow');
      expect(`${back.origin}${back.pathname}`).toBe(redirectUri);
      expect(back.searchParams.get('state')).toBe('state-1');
      const code = back.searchParams.get('code') ?? '';
      const signedIn = unwrap(await world.provider.signIn.redeem({ code, redirectUri, codeVerifier }));
      expect(signedIn).toMatchObject({
        grant: { kind: 'person', refreshToken: expect.any(String) },
        address: owner,
        subject: expect.stringMatching(/.+/),
        missingScopes: [],
      });
      expect((await world.provider.signIn.redeem({ code, redirectUri, codeVerifier })).ok).toBe(false);
      const mailbox = world.open(owner, { grant: signedIn.grant });
      const event = invite(world);
      const { changes } = unwrap(await mailbox.calendar.pullChanges(null, window));
      expect(changes).toMatchObject([{ kind: 'entry', entry: { meeting: { uid: event.uid } } }]);
    });

    it('with another verifier gets nothing', async () => {
      const world = await open();
      const code = (await consent(world, 'allow')).searchParams.get('code') ?? '';
      const outcome = await world.provider.signIn.redeem({
        code,
        redirectUri,
        codeVerifier: `${codeVerifier}x`,
      });
      expect(outcome.ok).toBe(false);
    });

    it('and says no comes back without a code', async () => {
      const world = await open();
      const back = await consent(world, 'deny');
      expect(back.searchParams.get('code')).toBeNull();
      expect(back.searchParams.get('error')).toBe('access_denied');
    });

    it('and disconnects it has no grant left, or is told that it has to be ended elsewhere', async () => {
      const world = await open();
      const grant = await connected(world);
      const { ended } = unwrap(await world.provider.signIn.revoke(grant));
      expect(ended).toBe(world.provider.capabilities.disconnecting === 'ends-the-grant');
      const hours = await world.open(owner, { grant }).calendar.ownerHours();
      expect(refusalOf(hours)).toBe(ended ? 'sign-in-required' : 'accepted');
    });

    it('and takes the grant back later has to sign in again; nothing is tried twice', async () => {
      const world = await open();
      const grant = await connected(world);
      const mailbox = world.open(owner, { grant });
      unwrap(await mailbox.calendar.ownerHours());
      await world.revokeGrants(owner);
      const fresh = world.open(owner, { grant });
      expect(refusalOf(await fresh.calendar.ownerHours())).toBe('sign-in-required');
    });
  });

  describe('the company’s grant', () => {
    it('opens every mailbox of the company on this calendar, and no other', async () => {
      const world = await open();
      unwrap(await world.open('carl@kiln.example').calendar.ownerHours());
      for (const address of [elsewhere, outside]) {
        const refusal = refusalOf(await world.open(address).calendar.ownerHours());
        expect(['mailbox-missing', 'permission-missing', 'sign-in-required', 'not-found']).toContain(refusal);
      }
    });
  });
}
