import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createClock, type SandboxClock } from '../../../src/sandbox/clock.ts';
import type { SandboxParts } from '../../../src/sandbox/parts.ts';
import { issueCode, redeemCode } from '../../../src/sandbox/sign-in/oauth-codes.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';

const verifier = 'v'.repeat(43);
const redirectUri = 'https://gate.example/back';
const grant = {
  provider: 'google',
  mailbox: 'ada@acme.example',
  clientId: 'gate',
  redirectUri,
  scopes: ['email'],
  challenge: createHash('sha256').update(verifier).digest('base64url'),
  nonce: null,
} as const;

let clock: SandboxClock;
let parts: SandboxParts;
beforeEach(async () => {
  clock = createClock(() => 0, 0);
  const newId = (length: number) => 'x'.repeat(length);
  parts = { clock, tables: await createTables(null), newId } as unknown as SandboxParts;
});

const redeem = (code: string, changed: Partial<Parameters<typeof redeemCode>[1]> = {}) =>
  redeemCode(parts, { provider: 'google', code, clientId: 'gate', redirectUri, verifier, ...changed });

describe('an authorization code', () => {
  it('is redeemed once', () => {
    const code = issueCode(parts, grant);
    expect(redeem(code)).toMatchObject(grant);
    expect(redeem(code)).toBe('unknown');
  });

  it.each([
    [{ provider: 'microsoft' }, 'unknown'],
    [{ clientId: 'thief' }, 'other-client'],
    [{ redirectUri: 'https://thief.example/' }, 'other-redirect'],
    [{ verifier: null }, 'verifier-missing'],
    [{ verifier: 'w'.repeat(43) }, 'verifier-wrong'],
  ] as const)('is refused with %j as %s', (changed, refusal) => {
    expect(redeem(issueCode(parts, grant), changed)).toBe(refusal);
  });

  it('lives ten minutes', () => {
    const early = issueCode(parts, grant);
    clock.advance(599_999);
    expect(redeem(early)).toMatchObject(grant);
    const late = issueCode(parts, grant);
    clock.advance(600_000);
    expect(redeem(late)).toBe('expired');
  });
});
