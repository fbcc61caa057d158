import type { SandboxPerson } from '../../../src/sandbox/accounts/person.ts';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';

/** What one guest did with one meeting. Occurrences by their original start; an empty text is the whole. */
interface Seat {
  /** To the whole of the meeting: somebody invited to one occurrence only has no copy of the series. */
  isInvited: boolean;
  /** Not in the calendar: declined or deleted. */
  readonly away: Set<string>;
  /** Deleted from Deleted Items too: only a new invitation brings it back. */
  purged: boolean;
  /** True where the last answer was kept from the organizer. */
  readonly unsent: Map<string, boolean>;
  /** Shared fields that the guest changed locally since the organizer's last word, as `occurrence field`. */
  readonly local: Set<string>;
}

export interface Meeting {
  readonly uid: string;
  readonly organizer: string;
  readonly seats: Map<string, Seat>;
  /** The last operations about it, for the message of a failure. */
  readonly history: string[];
}

/** A write of an organizer, as both sides of it were read. */
export interface Written {
  readonly originalStart: string;
  /** Everybody invited before and after, groups resolved, without the organizer. Those invited anew are only in `is`. */
  readonly was: ReadonlySet<string>;
  readonly is: ReadonlySet<string>;
  readonly isChanged: boolean;
  /** Something else than the guest list is another. */
  readonly isFull: boolean;
  readonly isNewEnd: boolean;
  readonly isNewStartOrRule: boolean;
}

type Kind = VisibleAct['kind'];
type ExpectedAct = Pick<VisibleAct, 'kind' | 'from' | 'to'>;

/** What the fuzz knows from its own requests alone. */
export interface Model {
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly meeting: (uid: string, organizer: string) => Meeting;
  readonly seat: (meeting: Meeting, guest: string) => Seat;
  /** Everybody a guest list invites, by main address. */
  readonly invited: (addresses: readonly string[], organizer: string) => ReadonlySet<string>;
  /** The same of the list before a write: an entry that was not there invites anew, also whom a group had kept in. */
  readonly invitedBefore: (
    was: readonly string[],
    is: readonly string[],
    organizer: string,
  ) => ReadonlySet<string>;
  readonly expect: (act: ExpectedAct) => void;
  readonly organizerWrote: (meeting: Meeting, written: Written) => void;
  readonly guestAnswered: (
    meeting: Meeting,
    guest: string,
    originalStart: string,
    given: GivenAnswer,
  ) => void;
  readonly guestDeleted: (meeting: Meeting, guest: string, originalStart: string) => void;
  /** `kind from` to how often it has to have happened, and to how many people. */
  readonly acts: ReadonlyMap<string, number>;
  readonly actCount: () => number;
}

interface GivenAnswer {
  readonly isDecline: boolean;
  readonly isSent: boolean;
}

export function createModel(people: readonly SandboxPerson[]): Model {
  const meetings = new Map<string, Meeting>();
  const acts = new Map<string, number>();
  let actCount = 0;

  const find = (name: string) =>
    people.find(({ address, aliases }) => [address, ...aliases].includes(name.toLowerCase()));
  const invited = (addresses: readonly string[], organizer: string) => {
    const found = addresses.flatMap((name) => {
      const person = find(name);
      return person?.kind === 'group' ? person.members : [person?.address ?? name.toLowerCase()];
    });
    return new Set(found.filter((address) => address !== organizer));
  };
  const isNamed = (addresses: readonly string[], guest: string) =>
    addresses.some((name) => find(name)?.address === guest || name.toLowerCase() === guest);
  const invitedBefore = (was: readonly string[], is: readonly string[], organizer: string) => {
    const before = [...invited(was, organizer)];
    return new Set(before.filter((guest) => isNamed(was, guest) || !isNamed(is, guest)));
  };
  const seat = ({ seats }: Meeting, guest: string): Seat => {
    const known = seats.get(guest) ?? newSeat(false);
    seats.set(guest, known);
    return known;
  };
  const expect = ({ kind, from, to }: ExpectedAct) => {
    if (to.length === 0) return;
    actCount += 1;
    countUp(acts, `${kind} ${from}`, 1);
    countUp(acts, `${kind} ${from}, people told`, to.length);
  };
  const expectTold = ({ organizer }: Meeting, { was, is, isFull }: Written) => {
    const tell = (kind: Kind, to: string[]) => expect({ kind, from: organizer, to });
    tell('invitation', without(is, was));
    if (isFull)
      tell(
        'update',
        [...is].filter((guest) => was.has(guest)),
      );
    tell('cancellation', without(was, is));
  };
  return {
    meetings,
    acts,
    actCount: () => actCount,
    invited,
    invitedBefore,
    seat,
    expect,
    meeting: (uid, organizer) => {
      const known = meetings.get(uid) ?? { uid, organizer, seats: new Map(), history: [] };
      meetings.set(uid, known);
      return known;
    },
    organizerWrote: (meeting, written) => {
      expectTold(meeting, written);
      if (!written.isChanged) return;
      // A change of one occurrence tells everybody of the series.
      for (const [guest, known] of meeting.seats) hear(known, guest, written);
      if (written.originalStart !== '') return;
      for (const guest of without(written.was, written.is)) seat(meeting, guest).isInvited = false;
      for (const guest of without(written.is, written.was)) meeting.seats.set(guest, newSeat(true));
    },
    guestAnswered: (meeting, guest, originalStart, { isDecline, isSent }) => {
      const { away, unsent } = seat(meeting, guest);
      if (originalStart === '')
        for (const key of [...unsent.keys()]) if (!away.has(key) || key === '') unsent.delete(key);
      unsent.set(originalStart, !isSent);
      if (isDecline) away.add(originalStart);
      else away.delete(originalStart);
    },
    guestDeleted: (meeting, guest, originalStart) => {
      const known = seat(meeting, guest);
      if (originalStart === '' && known.away.has('')) known.purged = true;
      known.away.add(originalStart);
    },
  };
}

function newSeat(isInvited: boolean): Seat {
  return { isInvited, away: new Set(), purged: false, unsent: new Map(), local: new Set() };
}

function without(all: ReadonlySet<string>, those: ReadonlySet<string>): string[] {
  return [...all].filter((one) => !those.has(one));
}

function countUp(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

/** What an organizer's write does to the place of a guest who stays (microsoft.md 3.1, 3.2). */
function hear(seat: Seat, guest: string, written: Written): void {
  if (seat.purged) return;
  const { originalStart, was, is, isFull, isNewEnd, isNewStartOrRule } = written;
  const stays = was.has(guest) && is.has(guest);
  if (originalStart === '' && !stays) return;
  seat.local.clear();
  const isNewTime = isNewEnd || isNewStartOrRule;
  if (originalStart !== '') {
    const isAnew = is.has(guest) && !was.has(guest);
    if (isNewTime || isAnew || (isFull && seat.away.has(originalStart))) {
      seat.away.delete(originalStart);
      seat.unsent.set(originalStart, false);
    }
    return;
  }
  const comesBack = isFull && seat.away.has('');
  if (isNewTime || comesBack) {
    seat.away.delete('');
    seat.unsent.clear();
  }
  if (isNewStartOrRule || comesBack) seat.away.clear();
}
