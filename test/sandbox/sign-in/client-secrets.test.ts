import { describe, expect, it } from '@jest/globals';
import { isOwnSecret } from '../../../src/sandbox/sign-in/client-secrets.ts';
import { createTables } from '../../../src/sandbox/state/create-tables.ts';

describe('the secret of an application', () => {
  it('is the first one that it shows, and no other', async () => {
    const parts = { tables: await createTables(null) };
    expect(isOwnSecret(parts, 'google', 'gate', 'secret')).toBe(true);
    expect(isOwnSecret(parts, 'google', 'gate', 'wrong')).toBe(false);
    expect(isOwnSecret(parts, 'google', 'gate', 'secret')).toBe(true);
  });

  it('is of one client id at one vendor', async () => {
    const parts = { tables: await createTables(null) };
    expect(isOwnSecret(parts, 'google', 'gate', 'a')).toBe(true);
    expect(isOwnSecret(parts, 'microsoft', 'gate', 'b')).toBe(true);
    expect(isOwnSecret(parts, 'google', '__proto__', 'c')).toBe(true);
    expect(isOwnSecret(parts, 'google', '__proto__', 'd')).toBe(false);
  });

  it('is not kept as it is written', async () => {
    const tables = await createTables(null);
    isOwnSecret({ tables }, 'google', 'gate', 'a-secret-of-somebody');
    const kept = [...tables.table('client-secrets').entries()];
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('a-secret-of-somebody');
  });
});
