import { differences, type GraphEvent, guestNames } from './microsoft-event.ts';
import type { Meeting } from './microsoft-model.ts';
import { viewPath } from './microsoft-reading.ts';
import { bringUpToDate, replicaFaults } from './microsoft-replicas.ts';
import { type Run, readAll } from './microsoft-run.ts';
import { graphPeople, group, mainAddress } from './microsoft-stand.ts';

/** Calendar of one person by the UID that names meeting and occurrence. */
type View = ReadonlyMap<string, GraphEvent>;

/** Whole days begin at different instants for different mailboxes, so the ends of the window differ. */
function isAtEdge({ start }: GraphEvent): boolean {
  return start.dateTime < '2026-10-28' || start.dateTime > '2026-12-26';
}

/** Which meeting the UID of an occurrence belongs to: the date of the occurrence is in the one, zeros in the other. */
function wholeUid(uid: string): string {
  return uid.startsWith('040000008200E') ? `${uid.slice(0, 32)}00000000${uid.slice(40)}` : uid;
}

/** The copies of all guests say what the organizers' say, as everybody reads them over HTTP. */
export async function convergenceFaults(run: Run): Promise<string[]> {
  const views = new Map<string, View>();
  for (const person of graphPeople) {
    const events = await readAll(run.stand, person, viewPath);
    views.set(person, new Map(events.map((event) => [event.iCalUId, event])));
  }
  return graphPeople.flatMap((organizer) =>
    graphPeople
      .filter((guest) => guest !== organizer)
      .flatMap((guest) => pairFaults(run, [organizer, views.get(organizer)], [guest, views.get(guest)])),
  );
}

function pairFaults(
  run: Run,
  [organizer, theirs = new Map()]: readonly [string, View | undefined],
  [guest, mine = new Map()]: readonly [string, View | undefined],
): string[] {
  const faults: string[] = [];
  for (const [uid, event] of theirs) {
    if (!event.isOrganizer || isAtEdge(event)) continue;
    const meeting = run.model.meetings.get(wholeUid(uid));
    if (meeting) faults.push(...eventFaults(run, meeting, guest, event, mine.get(uid)));
  }
  for (const [uid, event] of mine) {
    if (
      event.organizer.emailAddress.address !== organizer ||
      theirs.has(uid) ||
      event.isCancelled ||
      isAtEdge(event)
    )
      continue;
    const meeting = run.model.meetings.get(wholeUid(uid));
    if (meeting?.seats.get(guest)?.local.has('time')) continue;
    faults.push(`${guest} has ${uid} ${event.originalStart}, which ${organizer} has not: ${lastOf(meeting)}`);
  }
  return faults;
}

function eventFaults(
  { model }: Run,
  meeting: Meeting,
  guest: string,
  theirs: GraphEvent,
  mine: GraphEvent | undefined,
): string[] {
  const { isInvited, away, unsent, local } = model.seat(meeting, guest);
  if (!isInvited || local.has('time')) return [];
  const addresses = theirs.attendees.map(({ emailAddress }) => emailAddress.address);
  const key = theirs.originalStart ?? '';
  const where = `${guest}, ${theirs.iCalUId} ${key}`;
  const isAway = away.has('') || away.has(key);
  const fault = (text: string) => [`${where} ${text}: ${lastOf(meeting)}`];
  if (!model.invited(addresses, meeting.organizer).has(guest))
    return mine && !mine.isCancelled ? fault('is not invited and not told') : [];
  if (mine === undefined) return isAway ? [] : fault('is missing');
  if (isAway) return fault('should be away');
  const changed = differences(theirs, mine).filter(
    (name) => !local.has(` ${name}`) && !local.has(`${key} ${name}`),
  );
  if (changed.length > 0)
    return fault(
      `differs in ${changed.join()} ${changed.map((name) => JSON.stringify([Reflect.get(theirs, name), Reflect.get(mine, name)]))}`,
    );
  if (!theirs.hideAttendees && !mine.hideAttendees && `${named(theirs)}` !== `${named(mine)}`)
    return fault(`has other guests: ${guestNames(mine)} instead of ${guestNames(theirs)}`);
  const isUnsent = unsent.get(key) ?? unsent.get('') ?? false;
  const heard = answerOf(theirs, guest);
  const given = mine.responseStatus.response.replace('notResponded', 'none');
  return isUnsent || heard === null || heard === given ? [] : fault(`answered ${given}, heard as ${heard}`);
}

/** Without members of a group that is invited: their answers make entries, of which the other guests hear later. */
function named(event: GraphEvent): string[] {
  const names = guestNames(event);
  const hasGroup = names.some((name) => name.startsWith(group.address));
  return names.filter((name) => !(hasGroup && group.members.includes(mainAddress(name.split(' ')[0] ?? ''))));
}

function answerOf({ attendees }: GraphEvent, guest: string): string | null {
  const entry = attendees.find(({ emailAddress }) => mainAddress(emailAddress.address) === guest);
  return entry?.status.response.replace('notResponded', 'none') ?? null;
}

export function lastOf(meeting: Meeting | undefined): string {
  return `\n    ${(meeting?.history ?? []).slice(-12).join('\n    ')}`;
}

/** Every replica, brought up to date from its own token, is what a full read gives. */
export async function syncFaults(run: Run): Promise<string[]> {
  const faults: string[] = [];
  for (const replica of run.replicas) {
    if (run.chance.inPercent(50)) continue;
    await bringUpToDate(run.stand, run.chance, replica);
    faults.push(...(await replicaFaults(run.stand, run.chance, replica)));
  }
  return faults;
}

/** What really happened, by kind and sender, is what the successful requests should have caused. */
export function actFaults({ stand, model }: Run): string[] {
  const counts = new Map<string, number>();
  for (const { kind, from, to } of stand.sandbox().parts.acts.all()) {
    const name = `${kind} ${from}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    counts.set(`${name}, people told`, (counts.get(`${name}, people told`) ?? 0) + to.length);
  }
  const names = new Set([...counts.keys(), ...model.acts.keys()]);
  return [...names]
    .filter((name) => counts.get(name) !== model.acts.get(name))
    .map((name) => `${name}: ${counts.get(name)} happened, ${model.acts.get(name)} expected`);
}
