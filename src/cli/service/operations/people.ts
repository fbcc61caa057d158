import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { offboardMailbox } from '../../../app/mailboxes/offboard-mailbox.ts';
import { type ErasedPerson, erasePerson } from '../../../app/people/erase-person.ts';
import { createPolicyDesk } from '../../../config/policy/edit/create-policy-desk.ts';
import type { Service } from '../create-service.ts';
import { done, operation, refuse } from '../operation.ts';
import { addressInput, organizationInput, organizationOf } from './whose.ts';

/** Leaving a mailbox asks its provider a few things; whoever waits longer than this comes again. */
const mostTries = 20;
const longestPauseMs = 5_000;
const usualPauseMs = 1_000;

/** Leaves the mailbox of a person, waits for that, and erases the person. */
export const erase = operation({
  input: z.strictObject({
    organization: organizationInput,
    address: addressInput.regex(/^[^\s@]+@[^\s@]+$/, 'this is no mail address'),
  }),
  run: async (service, { organization, address }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    let erased = await tryToErase(service, whose.value, address);
    if (erased.kind === 'being-left') {
      for (const id of erased.mailboxIds) await leave(service, whose.value, id);
      erased = await tryToErase(service, whose.value, address);
    }
    switch (erased.kind) {
      case 'erased':
        return done(erased);
      case 'policy-refused': {
        const [first] = erased.problems;
        const what = `the policy cannot be written without ${address}: ${first?.key ?? ''} ${first?.what ?? ''}`;
        return refuse(first?.place ?? 'policy', what, first?.remedy ?? 'correct the policy');
      }
      case 'oneself':
      case 'has-role':
        return refuse(
          address,
          'this is an administrator or auditor, and what they did stays under their name',
          'take them out of ADMINISTRATORS and AUDITORS first',
        );
      default:
        return refuse(
          address,
          'the mailbox is still being disconnected',
          'run the command again in a minute; "doctor" says what keeps it',
        );
    }
  },
});

function tryToErase(service: Service, organizationId: string, address: string): Promise<ErasedPerson> {
  const { ADMINISTRATORS: administrators, AUDITORS: auditors } = service.settings;
  const roles = { administrators: administrators ?? [], auditors: auditors ?? [] };
  const deps = { ...service.deps, ...roles, policyDesk: createPolicyDesk() };
  return erasePerson(deps, organizationId, address, { leave: true, actor: 'operator' });
}

/** The job does the same; whichever is first, the other finds nothing to do. */
async function leave({ deps }: Service, organizationId: string, mailboxId: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const left = await offboardMailbox(deps, organizationId, mailboxId);
    if (left.kind === 'done') return;
    await wait(Math.min(left.afterMs ?? usualPauseMs, longestPauseMs));
  }
}
