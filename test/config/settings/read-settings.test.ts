import { describe, expect, it } from '@jest/globals';
import { type Environment, readSettings } from '../../../src/config/settings/read-settings.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const files: Readonly<Record<string, string>> = { '/run/secret': 'from-a-file\n', '/run/empty': '\n' };

function read(environment: Environment) {
  return readSettings(environment, (path) => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    return text;
  });
}

function valuesOf(environment: Environment) {
  const settings = read(environment);
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  return settings;
}

function problemsOf(environment: Environment): string[] {
  const settings = read(environment);
  return settings.ok ? [] : settings.problems.map(({ place, what }) => `${place}: ${what}`);
}

describe('settings', () => {
  it('have defaults, and null for what nobody stated', () => {
    const { values, secrets } = valuesOf({ UNKNOWN: 'x', BASE_URL: '' });
    expect(values).toMatchObject({
      DATABASE_URL: null,
      DATA_FOLDER: 'data',
      PORT: 8080,
      HOST: '127.0.0.1',
      BASE_URL: null,
      OBSERVE_DAYS: null,
      LOG_LEVEL: 'info',
    });
    expect(secrets).toEqual([]);
  });

  it('read secrets from files, and tell all secrets so that no log shows them', () => {
    const { values, secrets } = valuesOf({
      GOOGLE_CLIENT_ID: 'id',
      GOOGLE_CLIENT_SECRET_FILE: '/run/secret',
      DATABASE_URL: 'postgres://u:password1@h/db',
      ENCRYPTION_KEYS: `b:${key},a:${key}`,
    });
    expect(values.GOOGLE_CLIENT_SECRET).toBe('from-a-file');
    expect(values.ENCRYPTION_KEYS?.current).toBe('b');
    expect([...(values.ENCRYPTION_KEYS?.keys.keys() ?? [])]).toEqual(['b', 'a']);
    expect(values.ENCRYPTION_KEYS?.keys.get('a')).toEqual(Buffer.alloc(32, 7));
    expect(secrets).toEqual(['postgres://u:password1@h/db', `b:${key},a:${key}`, 'from-a-file']);
  });

  it('take off the slash at the end of BASE_URL', () => {
    expect(valuesOf({ BASE_URL: 'https://gate.acme.example//' }).values.BASE_URL).toBe(
      'https://gate.acme.example',
    );
  });

  it('name people in lower case, each once, and an issuer on this machine for a test', () => {
    const { values } = valuesOf({
      ADMINISTRATORS: 'Ada@acme.example, ben@acme.example,ada@ACME.example',
      SIGN_IN_ISSUER: 'http://127.0.0.1:3000',
      SIGN_IN_CLIENT_ID: 'gate',
      SIGN_IN_CLIENT_SECRET: 'long-enough',
      BASE_URL: 'http://127.0.0.1:8080',
    });
    expect(values.ADMINISTRATORS).toEqual(['ada@acme.example', 'ben@acme.example']);
    expect(values.AUDITORS).toBeNull();
    expect(values.SIGN_IN_ISSUER).toBe('http://127.0.0.1:3000');
  });

  it('are refused all at once, and never quoted', () => {
    const hidden = 'hunter2hunter2';
    const settings = read({ PORT: hidden, DATABASE_URL: hidden, ENCRYPTION_KEYS: hidden, LOG_LEVEL: hidden });
    const text = JSON.stringify(settings);
    expect(settings.ok ? 0 : settings.problems.length).toBe(4);
    expect(text).not.toContain(hidden);
    expect(text).toContain('docs/settings.md');
  });

  it.each<[string, Environment, string]>([
    ['an empty secret', { GOOGLE_CLIENT_SECRET: '' }, 'GOOGLE_CLIENT_SECRET: it is empty'],
    ['a secret of spaces', { MICROSOFT_CLIENT_SECRET: '   ' }, 'MICROSOFT_CLIENT_SECRET: it is empty'],
    [
      'an empty file of a secret',
      { GOOGLE_CLIENT_SECRET_FILE: '/run/empty' },
      'GOOGLE_CLIENT_SECRET_FILE: it is empty',
    ],
    [
      'a file that is not there',
      { DATABASE_URL_FILE: '/run/no' },
      'DATABASE_URL_FILE: its file cannot be read (ENOENT)',
    ],
    [
      'a secret stated twice',
      { DATABASE_URL: 'postgres://h/d', DATABASE_URL_FILE: '/run/secret' },
      'DATABASE_URL: it is stated here and in DATABASE_URL_FILE',
    ],
    ['a file for what is no secret', { PORT_FILE: '/run/secret' }, 'PORT_FILE: only secrets are read'],
    [
      'a database without keys',
      { DATABASE_URL: 'postgres://h/d' },
      'ENCRYPTION_KEYS: it is missing beside DATABASE_URL',
    ],
    [
      'an id without its secret',
      { MICROSOFT_CLIENT_ID: 'x' },
      'MICROSOFT_CLIENT_SECRET: it is missing beside MICROSOFT_CLIENT_ID',
    ],
    ['a key that is too short', { ENCRYPTION_KEYS: 'a:c2hvcnQ=' }, 'part 1 is no new'],
    ['a key id twice', { ENCRYPTION_KEYS: `a:${key},a:${key}` }, 'part 2 is no new'],
    [
      'an address without a scheme',
      { BASE_URL: 'gate.acme.example' },
      'BASE_URL: what stands there is no address',
    ],
    [
      'a sign-in without its client',
      { SIGN_IN_ISSUER: 'https://accounts.google.com', BASE_URL: 'https://gate.acme.example' },
      'SIGN_IN_CLIENT_ID: it is missing beside SIGN_IN_ISSUER',
    ],
    [
      'a sign-in that cannot come back',
      {
        SIGN_IN_ISSUER: 'https://accounts.google.com',
        SIGN_IN_CLIENT_ID: 'x',
        SIGN_IN_CLIENT_SECRET: 'long-enough',
      },
      'BASE_URL: it is missing beside SIGN_IN_ISSUER',
    ],
    [
      'a sign-in over an unencrypted network',
      {
        SIGN_IN_ISSUER: 'https://accounts.google.com',
        SIGN_IN_CLIENT_ID: 'x',
        SIGN_IN_CLIENT_SECRET: 'long-enough',
        BASE_URL: 'http://gate.acme.example',
      },
      'BASE_URL: it begins with http: beside SIGN_IN_ISSUER',
    ],
    [
      'an issuer of all tenants',
      { SIGN_IN_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      'SIGN_IN_ISSUER: what stands there lets people of any company in',
    ],
    [
      'an issuer of all tenants in capitals',
      { SIGN_IN_ISSUER: 'https://LOGIN.microsoftonline.com/Organizations' },
      'lets people of any company in: name your own tenant',
    ],
    [
      'an issuer without https',
      { SIGN_IN_ISSUER: 'http://sign-in.acme.example' },
      'SIGN_IN_ISSUER: what stands there begins with http:',
    ],
    [
      'an issuer that is none',
      { SIGN_IN_ISSUER: 'google' },
      'SIGN_IN_ISSUER: what stands there is no address',
    ],
    [
      'administrators that are none',
      { ADMINISTRATORS: 'ada@acme.example, ben' },
      'ADMINISTRATORS: what stands there has no mail address as part 2',
    ],
    ['a port beyond all ports', { PORT: '65536' }, 'PORT: what stands there is above 65535'],
  ])('refuse %s', (_, environment, said) => {
    const problems = problemsOf(environment);
    expect(problems.join('\n')).toContain(said);
  });
});
