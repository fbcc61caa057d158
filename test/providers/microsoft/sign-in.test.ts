import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FaultPlan } from '../../../src/sandbox/faults/fault-plan.ts';
import { openWorld } from '../../contract/open-world.ts';
import { type ContractWorld, owner } from '../../contract/world.ts';

const redirectUri = 'http://127.0.0.1:8080/connect/done';
const codeVerifier = 'a-verifier-of-the-right-length-for-pkce-0123456789';

let world: ContractWorld | null = null;
afterEach(async () => {
  await world?.sandbox.close();
  world = null;
});

async function redeem(faults: FaultPlan | null = null) {
  world = await openWorld('microsoft', { transport: { attempts: 2 } });
  const { signIn } = world.provider;
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const page = await signIn.authorizationUrl({ redirectUri, state: 's', codeChallenge, loginHint: owner });
  const back = await world.pressConsent(page, owner, 'allow');
  world.sandbox.setFaults(faults);
  return signIn.redeem({ code: back.searchParams.get('code') ?? '', redirectUri, codeVerifier });
}

describe('the address of somebody who signed in at Microsoft', () => {
  it('is the one of their mailbox, not a word of the ID token', async () => {
    expect(await redeem()).toMatchObject({ ok: true, value: { address: owner } });
  });

  it('is not guessed where Graph does not tell it', async () => {
    const outcome = await redeem({
      seed: 1,
      rules: [{ path: '/me', probability: 1, kind: 'server-error', status: 503 }],
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'unavailable', status: 503 } });
  });
});
