import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ada, consent, type Office, startOffice } from './office-stand.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(async () => {
  expect(office.log).toEqual([]);
  await office.close();
});

const redirect_uri = 'https://gate.example/back';

async function post(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${office.google}/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  return { status: answer.status, cache: answer.headers.get('cache-control'), json: await answer.json() };
}

async function code() {
  const url = new URL(`${office.google}/o/oauth2/v2/auth`);
  url.search = String(
    new URLSearchParams({ client_id: 'gate', redirect_uri, response_type: 'code', scope: 'email profile' }),
  );
  const back = await consent(url.href, { decision: 'allow', person: ada.address });
  return back.searchParams.get('code') ?? '';
}

describe("Google's token endpoint", () => {
  it('takes the client from the Authorization header, and narrows scopes on refresh', async () => {
    const headers = { authorization: `Basic ${Buffer.from('gate:secret').toString('base64')}` };
    const first = await post({ grant_type: 'authorization_code', code: await code(), redirect_uri }, headers);
    expect(first).toMatchObject({
      status: 200,
      cache: 'no-store',
      json: { token_type: 'Bearer', expires_in: 3599, scope: 'email profile' },
    });
    const { refresh_token } = first.json;
    const refreshed = (scope: string) => post({ grant_type: 'refresh_token', refresh_token, scope }, headers);
    expect(await refreshed('email')).toMatchObject({ status: 200, json: { scope: 'email' } });
    expect(await refreshed('openid')).toMatchObject({ status: 400, json: { error: 'invalid_scope' } });
  });

  it("refuses another client's refresh token", async () => {
    const client = { client_id: 'gate', client_secret: 'secret' };
    const { json } = await post({
      ...client,
      grant_type: 'authorization_code',
      code: await code(),
      redirect_uri,
    });
    const stolen = { grant_type: 'refresh_token', refresh_token: json.refresh_token, client_secret: 'x' };
    expect(await post({ ...stolen, client_id: 'thief' })).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant' },
    });
  });

  it.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{}, 'unsupported_grant_type'],
    [{ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'a.b.c' }, 'invalid_grant'],
    [
      { grant_type: 'refresh_token', refresh_token: '__proto__', client_id: 'g', client_secret: 's' },
      'invalid_grant',
    ],
  ])('refuses %j', async (form, error) => {
    expect(await post(form as Readonly<Record<string, string>>)).toMatchObject({
      status: 400,
      json: { error },
    });
  });

  it.each([
    ['client_id', ''],
    ['redirect_uri', 'http://192.168.0.1/'],
    ['redirect_uri', 'javascript:alert(1)'],
    ['redirect_uri', 'https://gate.example/#fragment'],
    ['response_type', 'token'],
    ['scope', ' '],
    ['code_challenge', 'plain'],
  ])('shows a page where %s is %p', async (name, value) => {
    const url = new URL(`${office.google}/o/oauth2/v2/auth`);
    const good = { client_id: '<b>gate</b>', redirect_uri, response_type: 'code', scope: 'email' };
    url.search = String(new URLSearchParams(good));
    const page = await (await fetch(url)).text();
    expect(page).toContain('&lt;b&gt;gate&lt;/b&gt;');
    expect(page).not.toContain('<b>gate');
    url.search = String(new URLSearchParams({ ...good, [name]: value }));
    expect((await fetch(url)).status).toBe(400);
    const allowed = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ decision: 'allow', person: ada.address }),
      redirect: 'manual',
    });
    expect(allowed.status).toBe(400);
  });

  it('lets nobody sign in who has no account at Google', async () => {
    const url = `${office.google}/o/oauth2/v2/auth?client_id=g&response_type=code&scope=email&redirect_uri=${redirect_uri}`;
    for (const person of ['mia@acme.example', 'team@acme.example', '']) {
      await expect(consent(url, { decision: 'allow', person })).rejects.toThrow('no redirect but 400');
    }
  });
});
