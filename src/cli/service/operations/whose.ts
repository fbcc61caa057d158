import { z } from 'zod';
import type { MailboxSummary } from '../../../app/ports/store/mailboxes.ts';
import type { Service } from '../create-service.ts';
import { done, type OperationResult, refuse } from '../operation.ts';
import { findOrganization } from '../organization.ts';

/** By name or id; without it the organization of the settings. */
export const organizationInput = z.string().min(1).max(500).optional();

export const addressInput = z.string().trim().toLowerCase().min(1).max(500);

export async function organizationOf(
  service: Service,
  name: string | undefined,
): Promise<OperationResult<string>> {
  if (name === undefined) return done(service.organizationId);
  const id = await findOrganization(service.deps, name);
  if (id !== null) return done(id);
  const all = await service.store.directory.organizations();
  const names = all.map((each) => each.name).join(', ');
  return refuse('--organization', `there is no organization "${name}"`, `there are: ${names}`);
}

/** One mailbox by its address, or all of the organization. */
export async function mailboxesOf(
  service: Service,
  organizationId: string,
  address: string | undefined,
): Promise<OperationResult<readonly MailboxSummary[]>> {
  const all = await service.store.inOrganization(organizationId, ({ mailboxes }) => mailboxes.summaries());
  if (address === undefined) return done(all);
  const found = all.find((mailbox) => mailbox.address === address);
  if (found) return done([found]);
  return refuse(address, 'no such mailbox is connected', '"meeting-gatekeeper mailboxes" lists all');
}
