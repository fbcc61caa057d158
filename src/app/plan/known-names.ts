import type { Meeting } from '../../core/meeting/meeting.ts';
import { peopleOf } from '../../core/meeting/people.ts';

/**
 * The names that people have in a calendar, by address, as the latest of its meetings writes them. Only of meetings
 * that a colleague organizes: whoever else invites may write any name beside an address.
 *
 * @param meetings of one calendar, by start
 * @param colleagues addresses in lower case
 */
export function knownNames(
  meetings: readonly Pick<Meeting, 'organizer' | 'attendees'>[],
  colleagues: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const meeting of meetings) {
    if (!colleagues.has(meeting.organizer?.email ?? '')) continue;
    for (const { email, name } of peopleOf(meeting)) {
      const isName = name !== null && name.trim() !== '' && !name.includes('@');
      if (email !== null && isName) names.set(email, name);
    }
  }
  return names;
}
