import type { SandboxPerson } from '../accounts/person.ts';
import type { Access } from '../parts.ts';

type Find = (name: string) => SandboxPerson | null;

const graphUser = /^\/v1\.0\/users\/([^/]+)/i;
/** Limits of Outlook are those of a mailbox; files, the directory and subscriptions have others (microsoft.md 4.6). */
const graphMailboxPath = /^\/v1\.0\/(?:me|users\/[^/]+)\/(?!drive(?:\/|$))./i;

/** Whose mailbox a request is about; null where it names none. */
export function mailboxOf(path: string, access: Access | null, find: Find): string | null {
  const named = graphUser.exec(path)?.[1];
  if (named === undefined) return access?.mailbox ?? null;
  const name = decoded(named);
  return find(name)?.address ?? name.toLowerCase();
}

/** Whom a request is charged to: google.md 5.5, microsoft.md 4.6. */
export function chargedUser(request: {
  readonly provider: 'google' | 'microsoft';
  readonly path: string;
  readonly access: Access;
  readonly quotaUser: string | null;
  readonly find: Find;
}): string | null {
  const { provider, path, access, quotaUser, find } = request;
  if (provider === 'google') return quotaUser ?? googleUser(access);
  return graphMailboxPath.test(path) ? mailboxOf(path, access, find) : null;
}

/** A service account that acts for somebody is charged itself. */
function googleUser({ serviceAccount, mailbox }: Access): string | null {
  return serviceAccount ?? mailbox;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
