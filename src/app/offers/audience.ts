import type { Meeting } from '../../core/meeting/meeting.ts';
import { domainOf } from '../../core/meeting/people.ts';
import type { Policy } from '../../core/meeting/policy.ts';

/** True for an address of the own organization. */
export function isOwnAddress(email: string | null, { ownDomains }: Pick<Policy, 'ownDomains'>): boolean {
  const domain = domainOf(email);
  return domain !== null && ownDomains.includes(domain);
}

/** Who reads an answer: an outsider gets no internal link and no text of the policy. Nobody known is an outsider. */
export function audienceOf(
  { organizer }: Pick<Meeting, 'organizer'>,
  policy: Pick<Policy, 'ownDomains'>,
): 'inside' | 'outside' {
  return isOwnAddress(organizer?.email ?? null, policy) ? 'inside' : 'outside';
}
