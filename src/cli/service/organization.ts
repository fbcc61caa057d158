import { createHash } from 'node:crypto';
import type { GateDeps } from '../../app/gate-deps.ts';
import type { Organization } from '../../app/ports/store/organizations.ts';

/** What the settings say of the organization; null leaves what is stored. */
export interface OrganizationSettings {
  readonly name: string;
  readonly policyText: string | null;
  readonly observeDays: number | null;
}

type Deps = Pick<GateDeps, 'store' | 'clock'>;

/** Finds the organization of the settings, or creates it, and stores what the settings say of it. */
export async function ensureOrganization(deps: Deps, settings: OrganizationSettings): Promise<string> {
  const id = (await findOrganization(deps, settings.name)) ?? (await createOrganization(deps, settings.name));
  await deps.store.inOrganization(id, async ({ organizations }) => {
    const now = await organizations.read();
    const change = changeOf(now, settings);
    if (Object.keys(change).length > 0) await organizations.change(change);
  });
  return id;
}

function changeOf(now: Organization, { policyText, observeDays }: OrganizationSettings) {
  return {
    ...(policyText !== null && policyText !== now.policyText && { policyText }),
    ...(observeDays !== null && observeDays !== now.observeDays && { observeDays }),
  };
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
