import { createHash, timingSafeEqual } from 'node:crypto';
import type { SandboxParts } from '../parts.ts';

/**
 * Whether a secret is that of an application. Nobody registers applications in the sandbox: the first secret that a
 * client id shows is its own from then on, also after a restart, and every other one is wrong.
 */
export function isOwnSecret(
  parts: Pick<SandboxParts, 'tables'>,
  provider: 'google' | 'microsoft',
  clientId: string,
  secret: string,
): boolean {
  const table = parts.tables.table<string>('client-secrets');
  const name = `${provider} ${clientId}`;
  const shown = createHash('sha256').update(secret).digest();
  const known = table.get(name);
  if (known !== undefined) return timingSafeEqual(Buffer.from(known, 'base64'), shown);
  table.put(name, shown.toString('base64'));
  return true;
}
