import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { FaultPeople } from '../world/people.ts';
import type { InviteKind, PlannedInvite } from './planned-invite.ts';

/** Out of a hundred invites. */
const shares: Readonly<Record<InviteKind, number>> = {
  wednesday: 38,
  'other-day': 20,
  'series-some': 3,
  'series-all': 4,
  'answered-before': 7,
  'answered-after': 4,
  'moved-off': 4,
  'moved-to': 4,
  rewritten: 4,
  cancelled: 4,
  undone: 6,
  own: 2,
};

const topics = ['Weekly status', 'Roadmap review', 'Demo of the release', 'Vendor choice', 'Budget round'];
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const weeksAhead = 6;
const mostOwners = 4;
const longestPauseMs = 4_000;

/**
 * Invites by seed: the same seed, people and day give the same ones. All are in the coming weeks, between 09:00 and
 * 17:00 in Paris, with the first Wednesday at least a day away.
 *
 * @param nowMs epoch milliseconds
 */
export function planInvites(
  count: number,
  seed: number,
  { owners, colleagues, outsiders }: FaultPeople,
  nowMs: number,
): PlannedInvite[] {
  const generator = xoroshiro128plus(seed);
  const upTo = (most: number) => uniformInt(generator, 0, most - 1);
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const some = (list: readonly { readonly address: string }[], many: number): string[] => {
    const first = upTo(list.length);
    return Array.from({ length: Math.min(many, list.length) }, (_, index) => {
      return list[(first + index) % list.length]?.address ?? '';
    });
  };
  const monday = mondayAfter(nowMs + dayMs);

  return Array.from({ length: count }, (_, number) => {
    const kind = kindAt(upTo(100));
    const isSeries = kind === 'series-some' || kind === 'series-all';
    // 08:00 to 15:45 UTC: the same local day in Paris in summer and in winter.
    const clockMs = 8 * hourMs + upTo(31) * 15 * 60_000;
    const weekMs = monday + (isSeries ? 0 : upTo(weeksAhead)) * 7 * dayMs;
    const at = (weekday: number) => weekMs + (weekday - 1) * dayMs + clockMs;
    const otherDay = at(oneOf([1, 2, 4, 5]));
    const invited = kind === 'own' ? [] : some(owners, isSeries ? 1 + upTo(2) : 1 + upTo(mostOwners));
    const organizers = [...some(colleagues, 1), ...some(outsiders, 1), ...some(owners, 1)];
    const chosen = kind === 'own' ? (organizers[2] ?? '') : oneOf(organizers);
    const organizer = invited.includes(chosen) ? (organizers[0] ?? '') : chosen;
    const code = String(number).padStart(6, '0');
    const occurrences = 2 + upTo(4);
    return {
      uid: `${code}-${kind}@faults.example`,
      code: `[${code}]`,
      kind,
      organizer,
      organizerIsInside: !outsiders.some(({ address }) => address === organizer),
      owners: invited,
      otherGuests: some(colleagues, kind === 'own' ? 2 : upTo(3)).filter((address) => address !== organizer),
      summary: `${oneOf(topics)} [${code}]`,
      body: `Agenda:\n- figures of ${number}\n- what is open\n- who does what`,
      startMs: startOf(kind, at, otherDay),
      minutes: oneOf([30, 45, 60]),
      rule: ruleOf(kind, occurrences),
      wednesdays:
        kind === 'series-some'
          ? Array.from({ length: occurrences }, (_, week) => at(3) + week * 7 * dayMs)
          : [],
      pauseMs: upTo(longestPauseMs),
      movesToMs: kind === 'moved-off' ? at(4) : kind === 'moved-to' ? at(3) : null,
    };
  });
}

function startOf(kind: InviteKind, at: (weekday: number) => number, otherDay: number): number {
  if (kind === 'other-day') return otherDay;
  if (kind === 'series-some') return at(2);
  return at(kind === 'moved-to' ? 4 : 3);
}

function ruleOf(kind: InviteKind, occurrences: number): string | null {
  if (kind === 'series-some') return `RRULE:FREQ=WEEKLY;BYDAY=TU,WE,TH;COUNT=${occurrences * 3}`;
  return kind === 'series-all' ? `RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=${occurrences}` : null;
}

function kindAt(percent: number): InviteKind {
  let passed = 0;
  for (const [kind, share] of Object.entries(shares)) {
    passed += share;
    if (percent < passed) return kind as InviteKind;
  }
  throw new RangeError('the shares of the kinds are less than a hundred');
}

/** Midnight UTC of the next Monday at or after the moment. */
function mondayAfter(ms: number): number {
  const midnight = Math.ceil(ms / dayMs) * dayMs;
  const weekday = new Date(midnight).getUTCDay();
  return midnight + ((8 - weekday) % 7) * dayMs;
}
