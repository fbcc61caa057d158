import { describe, expect, it } from '@jest/globals';
import { readClaims, vouchedAddress } from '../../../src/http/sign-in/vouched-address.ts';

const tenant = '99999999-8888-4777-8666-555555555555';
const microsoft = `https://login.microsoftonline.com/${tenant}/v2.0`;
const google = 'https://accounts.google.com';
const any = 'https://sign-in.example';

const vouched = (claims: Readonly<Record<string, unknown>>) => {
  const read = readClaims({ sub: '1', ...claims });
  return read === null ? 'no claims' : vouchedAddress(read);
};

describe('an address', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['that the issuer verified', { iss: any, email: 'Ann@Acme.example', email_verified: true }],
    [
      'of a company at Google',
      { iss: google, email: 'ann@acme.example', email_verified: true, hd: 'acme.example' },
    ],
    ['of the trusted tenant', { iss: microsoft, tid: tenant, email: 'ann@acme.example' }],
    [
      'of the trusted tenant, by the name of its account',
      { iss: microsoft, tid: tenant, preferred_username: 'ann@acme.example' },
    ],
    [
      'of the trusted tenant that names itself',
      { iss: microsoft, tid: tenant, idp: microsoft, email: 'ann@acme.example' },
    ],
  ])('%s counts, in lower case', (_, claims) => {
    expect(vouched(claims)).toBe('ann@acme.example');
  });

  it('of gmail.com counts at Google', () => {
    expect(vouched({ iss: google, email: 'ann@gmail.com', email_verified: true })).toBe('ann@gmail.com');
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['that is not verified', { iss: any, email: 'ann@acme.example', email_verified: false }],
    ['that nobody says is verified', { iss: any, email: 'ann@acme.example' }],
    ['that is verified as a word', { iss: any, email: 'ann@acme.example', email_verified: 'true' }],
    [
      'of the account instead of an address',
      { iss: any, preferred_username: 'ann@acme.example', email_verified: true },
    ],
    [
      'that Google does not host, and verified once upon a time',
      { iss: google, email: 'ann@acme.example', email_verified: true },
    ],
    ['that only looks like gmail.com', { iss: google, email: 'a@notgmail.com', email_verified: true }],
    [
      'of a tenant that is not the issuer (nOAuth)',
      { iss: microsoft, tid: 'other', email: 'ann@acme.example' },
    ],
    ['without a tenant', { iss: microsoft, email: 'ann@acme.example' }],
    [
      'of a guest in the tenant',
      { iss: microsoft, tid: tenant, idp: 'https://sts.windows.net/other/', email: 'ann@acme.example' },
    ],
    [
      'of all tenants together',
      { iss: 'https://login.microsoftonline.com/common/v2.0', tid: 'common', email: 'ann@acme.example' },
    ],
    [
      'of an issuer that only begins like a tenant',
      { iss: `${microsoft}.evil.example/v2.0`, tid: tenant, email: 'ann@acme.example' },
    ],
    ['that is none', { iss: any, email: 'ann', email_verified: true }],
    ['with two of them', { iss: any, email: 'a@b.example,c@d.example <x@y>', email_verified: true }],
    ['of another shape', { iss: any, email: ['ann@acme.example'], email_verified: true }],
  ])('%s does not count', (_, claims) => {
    expect(vouched(claims)).toBeNull();
  });

  it.each([undefined, null, 'text', {}, { sub: '1' }, { iss: any, sub: '' }])('is not in %j', (claims) => {
    expect(readClaims(claims)).toBeNull();
  });
});
