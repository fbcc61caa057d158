import { keepHolds } from '../mailboxes/keep-holds.ts';
import type { PersonSettings, PolicyTextProblem } from '../ports/policy-desk.ts';
import type { ProtectionsDeps } from './protections-deps.ts';

export type ProtectionsChanged =
  | { readonly kind: 'saved' }
  /** It was so already. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problems: readonly PolicyTextProblem[] };

type Act = 'protections.changed' | 'protections.paused' | 'protections.resumed';

/**
 * Changes what somebody stated about their own time. New invites are judged by it at once, and cases that are open when
 * their meeting is looked at again: when it changes, and an occurrence of a series when it comes into sight. Holds in the calendar follow right away; a block of a weekly goal
 * that still fits stays.
 *
 * The audit log says that something was changed and not what: nobody has to explain when they work.
 *
 * @param address the viewer's own, lower case
 */
export async function changeProtections(
  deps: ProtectionsDeps,
  organizationId: string,
  address: string,
  change: Partial<PersonSettings>,
  action: Act = 'protections.changed',
): Promise<ProtectionsChanged> {
  const changed = await deps.store.inOrganization(
    organizationId,
    async ({ organizations, audit }): Promise<ProtectionsChanged> => {
      const { policyText, policyVersion } = await organizations.lock();
      const written = deps.desk.changePerson(policyText, address, change);
      if (!written.ok) return { kind: 'refused', problems: written.problems };
      const statedIn = (text: string | null) => JSON.stringify(deps.desk.person(text, address));
      if (statedIn(written.text) === statedIn(policyText)) return { kind: 'same' };
      await organizations.change({ policyText: written.text });
      const data = { version: policyVersion + 1 };
      await audit.append({ atMs: deps.clock.nowMs(), actor: address, action, subject: address, data });
      return { kind: 'saved' };
    },
  );
  if (changed.kind === 'saved') await keepOwnHolds(deps, organizationId, address);
  return changed;
}

/**
 * Stops all acting for one person, or lets it go on: everything is still observed.
 *
 * @param pause true until it is ended, the last date of it (`YYYY-MM-DD`), or null to end it
 */
export function pauseProtections(
  deps: ProtectionsDeps,
  organizationId: string,
  address: string,
  pause: true | string | null,
): Promise<ProtectionsChanged> {
  const action = pause === null ? 'protections.resumed' : 'protections.paused';
  return changeProtections(deps, organizationId, address, { pause }, action);
}

async function keepOwnHolds(deps: ProtectionsDeps, organizationId: string, address: string): Promise<void> {
  const mailbox = await deps.store.inOrganization(organizationId, ({ mailboxes }) =>
    mailboxes.findByAddress(address),
  );
  if (mailbox !== null) await keepHolds(deps, organizationId, mailbox.id);
}
