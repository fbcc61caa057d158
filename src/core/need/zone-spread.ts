import { IANAZone } from 'luxon';
import type { Meeting } from '../meeting/meeting.ts';
import { peopleOf } from '../meeting/people.ts';
import type { Policy } from '../meeting/policy.ts';

/** Largest difference between the clocks of those people whose zone the policy names, at the start of the meeting; hours. */
export function zoneSpreadHours(meeting: Meeting, policy: Pick<Policy, 'zones' | 'zone'>): number {
  if (meeting.start.kind !== 'instant') return 0;
  const { ms } = meeting.start;
  const zones = peopleOf(meeting)
    .map((person) =>
      person.email !== null && Object.hasOwn(policy.zones, person.email)
        ? policy.zones[person.email]
        : undefined,
    )
    .filter((zone) => zone !== undefined);
  const different = [...new Set(policy.zone ? [...zones, policy.zone] : zones)];
  // Asking a zone for its offset is slow, and most meetings know one zone at most.
  if (different.length < 2) return 0;
  const offsets = different
    .map((zone) => IANAZone.create(zone).offset(ms))
    .filter((offset) => !Number.isNaN(offset));
  return offsets.length < 2 ? 0 : (Math.max(...offsets) - Math.min(...offsets)) / 60;
}
