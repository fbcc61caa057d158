import { createHash } from 'node:crypto';
import type { AccessDeps } from './access-deps.ts';
import { type FoundViewer, findViewer } from './find-viewer.ts';

const hourMs = 3_600_000;
/**
 * Idle: a working day with its breaks; what is left open overnight ends. At most: whoever uses it every day signs in
 * once a week.
 */
export const usualSessions: AccessDeps['sessions'] = { idleMs: 12 * hourMs, longestMs: 7 * 24 * hourMs };
/** Not every request writes. */
const movedOnEveryMs = 5 * 60_000;

/** 256 bits, base64url. */
const tokenPattern = /^[\w-]{43}$/;

/**
 * Signs somebody in, in one browser: always with a new token, so that one which somebody else planted there is worth
 * nothing. The token is kept nowhere.
 *
 * @param replaced the token that this browser had before, which ends
 * @returns the token
 */
export async function beginSession(
  deps: AccessDeps,
  { address, name }: { readonly address: string; readonly name: string | null },
  replaced: string | null,
): Promise<string> {
  const token = deps.chance.secret();
  const nowMs = deps.clock.nowMs();
  const { idleMs, longestMs } = deps.sessions;
  await deps.store.inOrganization(deps.organizationId, async ({ sessions }) => {
    if (replaced !== null) await sessions.remove(digestOfToken(replaced));
    await sessions.add({
      ...{ digest: digestOfToken(token), address, name, createdMs: nowMs },
      ...{ idleUntilMs: nowMs + idleMs, expiresMs: nowMs + longestMs },
    });
  });
  return token;
}

/** Who is signed in with this token; null where nobody is, no longer, or may not come in any more. */
export async function openSession(deps: AccessDeps, token: string): Promise<FoundViewer | null> {
  if (!tokenPattern.test(token)) return null;
  const digest = digestOfToken(token);
  return await deps.store.inOrganization(deps.organizationId, async (tx) => {
    const session = await tx.sessions.find(digest);
    const nowMs = deps.clock.nowMs();
    if (session === null || session.expiresMs <= nowMs || session.idleUntilMs <= nowMs) return null;
    const idleUntilMs = nowMs + deps.sessions.idleMs;
    if (session.idleUntilMs + movedOnEveryMs <= idleUntilMs) await tx.sessions.keepUntil(digest, idleUntilMs);
    return await findViewer(tx, deps, session.address, session.name);
  });
}

/** Signs out: whoever has a copy of the token has nothing. */
export async function endSession(deps: AccessDeps, token: string): Promise<void> {
  await deps.store.inOrganization(deps.organizationId, ({ sessions }) =>
    sessions.remove(digestOfToken(token)),
  );
}

/** SHA-256, base64url. */
export function digestOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
