import { createHash, randomBytes } from 'node:crypto';
import {
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { consent, mia, type Office, startOffice } from '../google/office-stand.ts';

const login = 'https://login.microsoftonline.com';
const redirectUri = 'http://localhost:9/back';
const scopes = ['Calendars.ReadWrite', 'https://graph.microsoft.com/Mail.Send'];

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(async () => {
  expect(office.log).toEqual([]);
  await office.close();
});

/** MSAL takes https authorities only: requests go elsewhere on their way to the network. */
function toSandbox(): INetworkModule {
  const send = async <T>(method: string, url: string, options?: NetworkRequestOptions) => {
    const answer = await fetch(url.replace(login, office.microsoft), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return {
      headers: Object.fromEntries(answer.headers),
      body: (await answer.json()) as T,
      status: answer.status,
    };
  };
  return {
    sendGetRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>('GET', url, options),
    sendPostRequestAsync: <T>(url: string, options?: NetworkRequestOptions) => send<T>('POST', url, options),
  };
}

function application(tenant = 'acme.example', clientSecret = 'secret') {
  return new ConfidentialClientApplication({
    auth: { clientId: 'gate', clientSecret, authority: `${login}/${tenant}` },
    system: { networkClient: toSandbox() },
  });
}

async function signedIn(app: ConfidentialClientApplication, form: Readonly<Record<string, string>> = {}) {
  const codeVerifier = randomBytes(32).toString('base64url');
  const url = await app.getAuthCodeUrl({
    scopes,
    redirectUri,
    state: 'st&te',
    codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    codeChallengeMethod: 'S256',
    loginHint: mia.address,
  });
  const back = await consent(url.replace(login, office.microsoft), {
    decision: 'allow',
    person: mia.address,
    ...form,
  });
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state'), codeVerifier };
}

/** The refresh token that MSAL keeps to itself. */
function keptRefreshToken(app: ConfidentialClientApplication): string {
  const { RefreshToken } = JSON.parse(app.getTokenCache().serialize());
  const [kept] = Object.values(RefreshToken) as { readonly secret: string }[];
  return kept?.secret ?? '';
}

describe('sign-in with MSAL', () => {
  it('redeems a code once, for the scopes agreed to', async () => {
    const app = application();
    const { code, state, codeVerifier } = await signedIn(app);
    expect(state).toBe('st&te');
    const result = await app.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier });
    expect(result.account).toMatchObject({ username: mia.address, localAccountId: mia.userId });
    expect(result.scopes).toEqual(expect.arrayContaining(['Calendars.ReadWrite', 'Mail.Send']));
    const access = office.parts.access.find(result.accessToken);
    expect(access).toMatchObject({ provider: 'microsoft', mailbox: mia.address });
    const jwks = createRemoteJWKSet(new URL(`${office.microsoft}/common/discovery/v2.0/keys`));
    const { payload } = await jwtVerify(result.idToken, jwks, { audience: 'gate' });
    expect(payload).toMatchObject({ oid: mia.userId, ver: '2.0', preferred_username: mia.address });
    expect(payload.iss).toBe(`${login}/${payload.tid}/v2.0`);
    await expect(
      application().acquireTokenByCode({ code, scopes, redirectUri, codeVerifier }),
    ).rejects.toMatchObject({ errorCode: 'invalid_grant', errorNo: 54005 });
  });

  it('refuses a wrong verifier and a scope that was not agreed to', async () => {
    const app = application();
    const { code: first } = await signedIn(app);
    await expect(
      app.acquireTokenByCode({ code: first, scopes, redirectUri, codeVerifier: 'x'.repeat(43) }),
    ).rejects.toMatchObject({ errorNo: 501481 });
    const { code, codeVerifier } = await signedIn(app);
    await expect(
      app.acquireTokenByCode({ code, scopes: ['Files.ReadWrite'], redirectUri, codeVerifier }),
    ).rejects.toMatchObject({ errorCode: 'invalid_grant', errorNo: 65001 });
  });

  it('tells of a denial', async () => {
    await expect(signedIn(application(), { decision: 'deny' })).resolves.toMatchObject({
      code: '',
      state: 'st&te',
    });
  });

  it('rotates refresh tokens: the old one works until the new one was used', async () => {
    const app = application();
    const { code, codeVerifier } = await signedIn(app);
    await app.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier });
    const first = keptRefreshToken(app);
    // Without `forceCache` MSAL throws the new refresh token of an account that it does not know away.
    const refresh = async (refreshToken: string) => {
      const fresh = application();
      const result = await fresh.acquireTokenByRefreshToken({ refreshToken, scopes, forceCache: true });
      expect(office.parts.access.find(result?.accessToken ?? '')?.mailbox).toBe(mia.address);
      return keptRefreshToken(fresh);
    };
    const second = await refresh(first);
    expect(second).not.toBe(first);
    await refresh(first);
    await refresh(second);
    await expect(refresh(first)).rejects.toMatchObject({ errorCode: 'invalid_grant', errorNo: 70000 });
    office.parts.clock.advance(91 * 24 * 3_600_000);
    await expect(refresh(second)).rejects.toMatchObject({ errorNo: 700082 });
  });

  it('refuses another secret than the application showed first', async () => {
    const request = { scopes: ['https://graph.microsoft.com/.default'] };
    await application().acquireTokenByClientCredential(request);
    await expect(
      application('acme.example', 'wrong').acquireTokenByClientCredential(request),
    ).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 7000215 });
  });

  it('gives the application access to every mailbox, in its own tenant only', async () => {
    const request = { scopes: ['https://graph.microsoft.com/.default'] };
    const result = await application().acquireTokenByClientCredential(request);
    expect(office.parts.access.find(result?.accessToken ?? '')).toMatchObject({
      mailbox: null,
      scopes: expect.arrayContaining(['Calendars.ReadWrite', 'Mail.Send', 'Files.ReadWrite.All']),
    });
    const anonymous = await fetch(`${office.microsoft}/acme/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'gate', scope: '.default' }),
    });
    expect([anonymous.status, await anonymous.json()]).toEqual([
      401,
      expect.objectContaining({
        error: 'invalid_client',
        error_codes: [7000218],
        error_description: expect.stringMatching(/^AADSTS7000218: .* Timestamp: 2026-11-02 08:00:00Z$/),
      }),
    ]);
  });
});
