import type { SandboxPerson } from '../accounts/person.ts';
import type { GuestAnswer, OwnFields } from './event-copy.ts';

/**
 * How a guest's copy shows in free/busy after an answer. Exchange marks invitations as tentative until they are
 * accepted, then as the organizer meant it; Google knows free and busy only.
 */
export function showAsFor(
  provider: SandboxPerson['provider'],
  answer: GuestAnswer,
  intended: OwnFields['showAs'],
): OwnFields['showAs'] {
  if (intended === 'free') return 'free';
  if (provider !== 'microsoft') return 'busy';
  return answer === 'accepted' ? intended : 'tentative';
}
