import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { SandboxParts } from '../parts.ts';

/** An RSA key as it is kept. */
interface StoredKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  readonly privatePem: string;
  readonly publicPem: string;
}

/** One RSA key of the sandbox by its purpose, made at first use and the same after a restart. */
export async function rsaKey(
  parts: SandboxParts,
  purpose: 'google-id-token' | 'google-service-account' | 'microsoft-id-token',
): Promise<StoredKey> {
  const table = parts.tables.table<StoredKey>('rsa-keys');
  const known = table.get(purpose);
  if (known !== undefined) return known;
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  // Two requests may have waited for a key at the same time: the first one counts.
  const meanwhile = table.get(purpose);
  if (meanwhile !== undefined) return meanwhile;
  const kid = parts.newId(40);
  const made: StoredKey = {
    kid,
    privateJwk: await exportJWK(privateKey),
    publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' },
    privatePem: await exportPKCS8(privateKey),
    publicPem: await exportSPKI(publicKey),
  };
  const first = table.get(purpose) ?? made;
  table.put(purpose, first);
  return first;
}

/**
 * An id token, good for an hour. Its times are the machine's, not the sandbox's: the vendors' client libraries compare
 * them with the clock of the machine that they run on, which nobody can move.
 */
export async function signIdToken(
  key: StoredKey,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(await importJWK(key.privateJwk, 'RS256'));
}
