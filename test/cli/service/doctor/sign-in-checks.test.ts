import { afterEach, describe, expect, it } from '@jest/globals';
import express, { Router } from 'express';
import { checkSignIn } from '../../../../src/cli/service/doctor/sign-in-checks.ts';
import { readSettings } from '../../../../src/config/settings/read-settings.ts';
import { type Listening, listen } from '../../../../src/http/listen.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close(0)));
});

/** A provider of sign-ins that names itself so; `own` names it as it was asked. */
async function issuerNaming(name: 'own' | string): Promise<string> {
  const path = '/.well-known/openid-configuration';
  const router = Router().get(path, (request, response) => {
    response.json({ issuer: name === 'own' ? `http://${request.headers.host}` : name });
  });
  const listening = await listen(express().use(router), { host: '127.0.0.1', port: 0 });
  open.push(listening);
  return listening.origin;
}

async function checked(environment: Readonly<Record<string, string>>, isSandbox = false) {
  const read = readSettings(environment, () => '');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const settings = { ...read.values, serviceAccount: null, policyText: null, secrets: [] };
  return await checkSignIn({ settings, isSandbox });
}

const signInAt = (SIGN_IN_ISSUER: string) => ({
  ...{ SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID: 'gate', SIGN_IN_CLIENT_SECRET: 'long-enough' },
  BASE_URL: 'http://127.0.0.1:8080',
});

describe('the doctor, of the sign-in', () => {
  it('says that pages are closed without one, and what to state', async () => {
    const [found] = await checked({});
    expect(found).toMatchObject({ status: 'warn', what: 'none: the pages are closed' });
    expect(found?.remedy).toMatch(/BASE_URL.*SIGN_IN_ISSUER.*SIGN_IN_CLIENT_SECRET/);
    expect(await checked({}, true)).toEqual([]);
  });

  it('asks the issuer, and counts roles; without an administrator it warns', async () => {
    const issuer = await issuerNaming('own');
    expect(await checked(signInAt(issuer))).toMatchObject([
      { check: 'sign-in (SIGN_IN_ISSUER)', status: 'ok' },
      { check: 'roles', status: 'warn', what: expect.stringMatching(/^administrators: 0, auditors: 0;/) },
    ]);
    const people = { ADMINISTRATORS: 'ada@acme.example,ben@acme.example', AUDITORS: 'ivo@acme.example' };
    expect(await checked({ ...signInAt(`${issuer}/`), ...people })).toMatchObject([
      { status: 'ok' },
      { status: 'ok', what: 'administrators: 2, auditors: 1' },
    ]);
  });

  it('finds an issuer that does not answer, is none, or is another one', async () => {
    const issuer = await issuerNaming('https://somebody.example');
    expect((await checked(signInAt(issuer)))[0]).toMatchObject({
      status: 'fail',
      what: 'it answers under another name',
    });
    expect((await checked(signInAt(`${issuer}/elsewhere`)))[0]).toMatchObject({ status: 'fail' });
    await open.pop()?.close(0);
    expect((await checked(signInAt(issuer)))[0]).toMatchObject({ status: 'fail' });
  });
});
