import { createHash } from 'node:crypto';
import type { GateDeps } from '../../app/gate-deps.ts';
import type { Organization } from '../../app/ports/store/organizations.ts';
import type { StoreTransaction } from '../../app/ports/store/store.ts';

/** What the settings say of the organization; null leaves what is stored. */
export interface OrganizationSettings {
  readonly name: string;
  readonly policyText: string | null;
  readonly observeDays: number | null;
}

type Deps = Pick<GateDeps, 'store' | 'clock'>;

/**
 * Finds the organization of the settings, or creates it, and stores what the settings say of it. A policy file is taken
 * once, and again only when the file itself is another one: in between people change the policy on pages, and a start
 * does not undo that. Where both changed the file wins, which is said.
 */
export async function ensureOrganization(
  deps: Deps & Pick<GateDeps, 'log'>,
  settings: OrganizationSettings,
): Promise<string> {
  const id = (await findOrganization(deps, settings.name)) ?? (await createOrganization(deps, settings.name));
  const replaced = await deps.store.inOrganization(id, async (tx) => {
    const now = await tx.organizations.lock();
    const { observeDays } = settings;
    if (observeDays !== null && observeDays !== now.observeDays)
      await tx.organizations.change({ observeDays });
    return settings.policyText === null ? null : await takeFile(tx, deps, now, settings.policyText);
  });
  if (replaced !== null) deps.log.warn('policy-replaced-by-file', { replacedDigest: replaced });
  return id;
}

/** @returns digest of the text that people had changed and that the file replaced; null where there was none */
async function takeFile(
  { organizations, earlierPolicies, audit }: StoreTransaction,
  { clock }: Deps,
  now: Organization,
  file: string,
): Promise<string | null> {
  const fileDigest = digestOf(file);
  if (fileDigest === now.policyFileDigest) return null;
  const isOther = file !== now.policyText;
  await organizations.change({ policyFileDigest: fileDigest, ...(isOther && { policyText: file }) });
  if (!isOther) return null;
  const atMs = clock.nowMs();
  const { policyVersion: version, policyText: text } = now;
  if (text !== null) await earlierPolicies.keep({ version, text, replacedMs: atMs, replacedBy: 'operator' });
  const before = now.policyText === null ? null : digestOf(now.policyText);
  const replaced = before === now.policyFileDigest ? null : before;
  const what =
    replaced === null
      ? { action: 'policy.changed', data: { from: 'file', version: now.policyVersion + 1 } }
      : {
          action: 'policy.replaced-by-file',
          data: { replaced, by: fileDigest, version: now.policyVersion + 1 },
        };
  await audit.append({ atMs, actor: 'operator', subject: null, ...what });
  return replaced;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** By name or id; null where there is none. */
export async function findOrganization({ store }: Deps, name: string): Promise<string | null> {
  const all = await store.directory.organizations();
  return all.find((each) => each.name === name || each.id === name)?.id ?? null;
}

/** Several processes may start at once: the id comes from the name, so that they cannot create two. */
async function createOrganization(deps: Deps, name: string): Promise<string> {
  const id = idOfName(name);
  try {
    await deps.store.directory.createOrganization({ id, name, createdMs: deps.clock.nowMs() });
  } catch (error) {
    if ((await findOrganization(deps, id)) === null) throw error;
  }
  return id;
}

/** RFC 9562 version 8: our own way to make it, which is SHA-256 of the name. */
function idOfName(name: string): string {
  const hex = createHash('sha256').update(`organization:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
