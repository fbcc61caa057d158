import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CodeChallengeMethod, JWT, OAuth2Client } from 'google-auth-library';
import { listDelegatedScopes } from '../../../src/sandbox/google/oauth-delegation.ts';
import { ada, bob, consent, type Office, startOffice } from './office-stand.ts';

const redirectUri = 'http://127.0.0.1:9/back';
const events = 'https://www.googleapis.com/auth/calendar.events';
const sending = 'https://www.googleapis.com/auth/gmail.send';

let office: Office;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'office-'));
  office = await startOffice({ stateFile: path.join(folder, 'state.jsonl') });
});
afterEach(async () => {
  expect(office.log).toEqual([]);
  await office.close();
  await rm(folder, { recursive: true });
});

function oauthClient() {
  return new OAuth2Client({
    clientId: 'gate',
    clientSecret: 'secret',
    redirectUri,
    endpoints: {
      oauth2AuthBaseUrl: `${office.google}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${office.google}/token`,
      oauth2RevokeUrl: `${office.google}/revoke`,
      tokenInfoUrl: `${office.google}/tokeninfo`,
      oauth2FederatedSignonPemCertsUrl: `${office.google}/oauth2/v1/certs`,
      oauth2FederatedSignonJwkCertsUrl: `${office.google}/oauth2/v3/certs`,
    },
  });
}

async function authorization(client: OAuth2Client, hint?: string) {
  const { codeVerifier, codeChallenge = '' } = await client.generateCodeVerifierAsync();
  const url = client.generateAuthUrl({
    access_type: 'offline',
    scope: ['openid', 'email', events, sending],
    state: 'st&te',
    code_challenge_method: CodeChallengeMethod.S256,
    code_challenge: codeChallenge,
    ...(hint === undefined ? {} : { login_hint: hint }),
  });
  return { url, codeVerifier };
}

async function signedIn(client: OAuth2Client, form: Readonly<Record<string, string>> = {}) {
  const { url, codeVerifier } = await authorization(client);
  const back = await consent(url, { decision: 'allow', person: ada.address, ...form });
  const { tokens } = await client.getToken({ code: back.searchParams.get('code') ?? '', codeVerifier });
  client.setCredentials(tokens);
  return tokens;
}

const refusalOf = (error: string) => ({ response: { data: { error } } });

describe('sign-in with google-auth-library', () => {
  it('names the application, the scopes and who may sign in, escaped', async () => {
    const client = oauthClient();
    const everybody = await (await fetch((await authorization(client)).url)).text();
    expect(everybody).toContain('Ada &lt;Lovelace&gt; (ada@acme.example)');
    expect(everybody).toContain('bob@acme.example');
    expect(everybody).not.toContain('mia@acme.example');
    expect(everybody).toContain(events);
    const hinted = await (await fetch((await authorization(client, 'Countess@acme.example')).url)).text();
    expect(hinted).toContain('ada@acme.example');
    expect(hinted).not.toContain('bob@acme.example');
  });

  it('redeems a code once, for tokens whose id token the library verifies', async () => {
    const client = oauthClient();
    const { url, codeVerifier } = await authorization(client);
    const back = await consent(url, { decision: 'allow', person: ada.address });
    expect(back.searchParams.get('state')).toBe('st&te');
    const code = back.searchParams.get('code') ?? '';
    const { tokens } = await client.getToken({ code, codeVerifier });
    expect(tokens.scope?.split(' ')).toEqual(['openid', 'email', events, sending]);
    const ticket = await client.verifyIdToken({ idToken: tokens.id_token ?? '', audience: 'gate' });
    expect(ticket.getPayload()).toMatchObject({ sub: ada.userId, email: ada.address, hd: 'acme.example' });
    await expect(
      client.verifyIdToken({ idToken: tokens.id_token ?? '', audience: 'another' }),
    ).rejects.toThrow('Wrong recipient');
    await expect(client.getToken({ code, codeVerifier })).rejects.toMatchObject(refusalOf('invalid_grant'));
    const info = await client.getTokenInfo(tokens.access_token ?? '');
    expect(info).toMatchObject({ aud: 'gate', email: ada.address, scopes: expect.arrayContaining([events]) });
  });

  it('refuses a wrong verifier, another redirect, a late code and a client without a secret', async () => {
    const client = oauthClient();
    const codeOf = async () => {
      const { url, codeVerifier } = await authorization(client);
      const back = await consent(url, { decision: 'allow', person: ada.address });
      return { code: back.searchParams.get('code') ?? '', codeVerifier };
    };
    const first = await codeOf();
    await expect(client.getToken({ ...first, codeVerifier: 'x'.repeat(43) })).rejects.toMatchObject(
      refusalOf('invalid_grant'),
    );
    await expect(client.getToken(first)).rejects.toMatchObject(refusalOf('invalid_grant'));
    await expect(
      client.getToken({ ...(await codeOf()), redirect_uri: 'https://elsewhere.example' }),
    ).rejects.toMatchObject(refusalOf('redirect_uri_mismatch'));
    const late = await codeOf();
    office.parts.clock.advance(10 * 60_000);
    await expect(client.getToken(late)).rejects.toMatchObject(refusalOf('invalid_grant'));
    const bare = await fetch(`${office.google}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x', client_id: 'gate' }),
    });
    expect(bare.status).toBe(401);
  });

  it('tells of a denial, and shows a page where it cannot go back', async () => {
    const { url } = await authorization(oauthClient());
    const back = await consent(url, { decision: 'deny', person: ada.address });
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'st&te' });
    const plain = new URL(url);
    plain.searchParams.set('redirect_uri', 'http://evil.example/');
    const refused = await fetch(plain);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('redirect_uri_mismatch'),
    ]);
  });

  it('grants what the person ticked', async () => {
    const tokens = await signedIn(oauthClient(), { scope: events });
    expect(tokens.scope).toBe(events);
    expect(tokens.id_token).toBeUndefined();
  });

  it('refreshes until the grant is revoked, also after a restart', async () => {
    const client = oauthClient();
    const tokens = await signedIn(client);
    await office.close();
    office = await startOffice({ stateFile: path.join(folder, 'state.jsonl') });
    const restarted = oauthClient();
    restarted.setCredentials({ refresh_token: tokens.refresh_token ?? null });
    const { token } = await restarted.getAccessToken();
    expect(office.parts.access.find(token ?? '')).toMatchObject({
      mailbox: ada.address,
      scopes: expect.arrayContaining([events]),
    });
    await restarted.revokeToken(tokens.refresh_token ?? '');
    restarted.setCredentials({ refresh_token: tokens.refresh_token ?? null });
    await expect(restarted.getAccessToken()).rejects.toMatchObject(refusalOf('invalid_grant'));
    await expect(restarted.revokeToken('unknown')).rejects.toMatchObject(refusalOf('invalid_token'));
  });
});

describe('a consent that is withdrawn', () => {
  it.each(['refresh_token', 'access_token'] as const)('by its %s ends every token of it', async (kind) => {
    const client = oauthClient();
    const tokens = await signedIn(client);
    const others = await signedIn(oauthClient(), { person: bob.address });
    const opens = async (token: string | null | undefined) =>
      (await fetch(`${office.google}/v1/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await opens(tokens.access_token)).toBe(200);
    await client.revokeToken(tokens[kind] ?? '');
    expect(await opens(tokens.access_token)).toBe(401);
    expect(await opens(others.access_token)).toBe(200);
    client.setCredentials({ refresh_token: tokens.refresh_token ?? null });
    await expect(client.getAccessToken()).rejects.toMatchObject(refusalOf('invalid_grant'));
  });
});

describe('the secret of an application', () => {
  it('is the one that it showed first', async () => {
    const { refresh_token } = await signedIn(oauthClient());
    const asked = async (secret: string) => {
      const form = { grant_type: 'refresh_token', refresh_token: refresh_token ?? '', client_id: 'gate' };
      const body = new URLSearchParams({ ...form, client_secret: secret });
      const answer = await fetch(`${office.google}/token`, { method: 'POST', body });
      return [answer.status, (await answer.json()).error];
    };
    expect(await asked('wrong')).toEqual([401, 'invalid_client']);
    expect(await asked('secret')).toEqual([200, undefined]);
  });
});

describe('domain-wide delegation with google-auth-library', () => {
  /** The library writes Google's token address into its source; only its way to the network can be changed. */
  async function jwt(subject: string | undefined, scopes: readonly string[], key?: string) {
    const account = await (await fetch(`${office.google}/sandbox/service-account.json`)).json();
    return new JWT({
      email: account.client_email,
      key: key ?? account.private_key,
      scopes: [...scopes],
      ...(subject === undefined ? {} : { subject }),
      transporterOptions: {
        fetchImplementation: (input, init) =>
          fetch(String(input).replace('https://oauth2.googleapis.com', office.google), init),
      },
    });
  }

  it('acts as the person it names', async () => {
    const { access_token } = await (await jwt(bob.address, [sending])).authorize();
    expect(office.parts.access.find(access_token ?? '')).toMatchObject({
      provider: 'google',
      mailbox: bob.address,
      scopes: [sending],
      serviceAccount: expect.stringContaining('.iam.gserviceaccount.com'),
    });
  });

  it.each([
    ['unauthorized_client', 401],
    ['access_denied', 403],
  ] as const)('refuses a scope that is not listed with %s', async (error, status) => {
    office.turn({ 'google.unlisted-scope': error });
    listDelegatedScopes(office.parts, [events]);
    const client = await jwt(bob.address, [events, sending]);
    await expect(client.authorize()).rejects.toMatchObject({ status, ...refusalOf(error) });
    await expect((await jwt(bob.address, [events])).authorize()).resolves.toMatchObject({
      token_type: 'Bearer',
    });
  });

  it('refuses a stranger, and a key that is not its own', async () => {
    await expect((await jwt('mia@acme.example', [sending])).authorize()).rejects.toMatchObject(
      refusalOf('invalid_grant'),
    );
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await expect((await jwt(bob.address, [sending], privateKey)).authorize()).rejects.toMatchObject({
      response: { data: { error_description: 'Invalid JWT Signature.' } },
    });
  });
});

describe('OpenID metadata', () => {
  it('leads to the keys', async () => {
    const metadata = await (await fetch(`${office.google}/.well-known/openid-configuration`)).json();
    expect(metadata.token_endpoint).toBe(`${office.google}/token`);
    const { keys } = await (await fetch(metadata.jwks_uri)).json();
    expect(keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', kid: expect.any(String) })]);
    expect(Object.keys(keys[0])).not.toContain('d');
    const token = office.token('google', ada.address, ['openid', 'email']);
    const headers = { authorization: `Bearer ${token}` };
    expect(await (await fetch(metadata.userinfo_endpoint, { headers })).json()).toEqual({
      sub: ada.userId,
      email: ada.address,
      email_verified: true,
      hd: 'acme.example',
    });
  });
});
