import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { googleScopes } from '../../../src/providers/google/scopes.ts';
import { startScriptedGoogle } from './scripted-google.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Keys;
let strangers: Keys;
let certificate: string;
beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  strangers = await generateKeyPair('RS256');
  certificate = await exportSPKI(keys.publicKey);
});

let google: Awaited<ReturnType<typeof startScriptedGoogle>> | null = null;
afterEach(async () => {
  await google?.close();
  google = null;
});

/** What Google says of Ana. Its library compares with the clock of this machine, so this is the one real time. */
function claims(changed: object = {}) {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: 'https://accounts.google.com',
    aud: 'client',
    sub: '101',
    email: 'Ana@Acme.example',
    email_verified: true,
    iat: now,
    exp: now + 3_600,
    ...changed,
  };
}

const signed = (changed: object = {}, by: Keys = keys) =>
  new SignJWT(claims(changed)).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(by.privateKey);

/** What becomes of a code, where the token endpoint answers so. */
async function redeemed(tokens: object) {
  const good = { access_token: 'a', refresh_token: 'r', expires_in: 3599, scope: googleScopes.join(' ') };
  google = await startScriptedGoogle(
    ({ path }) => (path === '/oauth2/v1/certs' ? { json: { k1: certificate } } : { status: 404, json: {} }),
    [{ json: { ...good, ...tokens } }],
  );
  return google.provider.signIn.redeem({
    code: 'code',
    redirectUri: 'https://gate.example/callback',
    codeVerifier: 'v'.repeat(64),
  });
}

describe('a person who connects Google', () => {
  it('is known by subject and address, and the proof of the browser goes along', async () => {
    expect(await redeemed({ id_token: await signed() })).toEqual({
      ok: true,
      value: {
        grant: { kind: 'person', refreshToken: 'r' },
        address: 'ana@acme.example',
        subject: '101',
        missingScopes: [],
      },
    });
    const form = new URLSearchParams(google?.tokenRequests[0]?.body);
    expect(form.get('code_verifier')).toBe('v'.repeat(64));
    expect(form.get('redirect_uri')).toBe('https://gate.example/callback');
  });

  it('is told which scopes were left out on the consent page', async () => {
    const [left, ...ticked] = googleScopes;
    const signedIn = await redeemed({ id_token: await signed(), scope: ticked.join(' ') });
    expect(signedIn).toMatchObject({ ok: true, value: { missingScopes: [left] } });
  });

  it('has to consent again where no refresh token came', async () => {
    expect(await redeemed({ id_token: await signed(), refresh_token: undefined })).toMatchObject({
      ok: false,
      problem: { code: 'sign-in-required' },
    });
  });

  it.each([
    ['for another client', { aud: 'another' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that has run out', { iat: 1_790_000_000, exp: 1_790_003_600 }],
    ['with an address that nobody verified', { email_verified: false }],
    ['without an address', { email: undefined }],
  ])('is nobody by a token %s', async (_case, changed) => {
    expect(await redeemed({ id_token: await signed(changed) })).toEqual({
      ok: false,
      problem: { code: 'unreadable-answer', status: null, detail: 'id token', retryAfterMs: null },
    });
  });

  it('is nobody by a token that Google did not sign', async () => {
    const unsigned = new UnsecuredJWT(claims()).encode();
    for (const id_token of [await signed({}, strangers), unsigned, `${unsigned}x`, 'a.b.c', '']) {
      expect(await redeemed({ id_token })).toMatchObject({ ok: false, problem: { detail: 'id token' } });
      await google?.close();
    }
    expect(await redeemed({})).toMatchObject({ ok: false, problem: { detail: 'tokens' } });
  });
});
