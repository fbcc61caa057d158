import type { SandboxClock } from '../clock.ts';
import type { Access, SandboxParts } from '../parts.ts';
import type { Table } from '../state/tables.ts';

const tokenChars = 48;

/** Access tokens, kept over a restart. They end by the sandbox's clock. */
export function createAccessTokens(
  table: Table<Access>,
  clock: SandboxClock,
  newId: SandboxParts['newId'],
): SandboxParts['access'] {
  return {
    issue: (access) => {
      const token = `sandbox-${access.provider}-${newId(tokenChars)}`;
      table.put(token, access);
      return token;
    },
    find: (token) => {
      const access = table.get(token);
      if (access === undefined || access.expiresMs > clock.nowMs()) return access ?? null;
      table.delete(token);
      return null;
    },
    end: (isMeant) => {
      const meant = [...table.entries()].filter(([, access]) => isMeant(access));
      for (const [token] of meant) table.delete(token);
    },
  };
}
