import { DateTime } from 'luxon';
import { sweep } from '../../app/intake/sweep.ts';
import type {
  SandboxColleague,
  SandboxDesk,
  SandboxInvite,
  SandboxStep,
  SandboxWritten,
} from '../../app/ports/sandbox-desk.ts';
import { writeEvent } from '../../sandbox/control/write-event.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import type { Service } from './create-service.ts';
import { calendarWeek } from './sandbox/calendar-week.ts';
import { openCaseBook } from './sandbox/case-book.ts';
import { colleaguesOf } from './sandbox/colleagues.ts';
import { documentAt } from './sandbox/documents.ts';
import { companyZone, sandboxExamples } from './sandbox/examples.ts';
import type { FaultLog } from './sandbox/fault-log.ts';
import { createHappenings } from './sandbox/happenings.ts';
import { createTroubles } from './sandbox/troubles.ts';

const mostGuests = 6;
/** Of one step; no company of this size has more. */
const mostDue = 500;
const longestMinutes = 24 * 60;
/** When a working day begins, for whoever waits for it. */
const morning = { hour: 9 };

/** The sandbox of this process, as pages use it. */
export interface SandboxAtHand {
  readonly sandbox: Pick<Sandbox, 'parts' | 'setFaults' | 'setNotificationFaults'>;
  readonly faults: FaultLog;
}

export function createSandboxDesk(
  { deps, organizationId }: Pick<Service, 'deps' | 'organizationId'>,
  { sandbox, faults }: SandboxAtHand,
): SandboxDesk {
  const { parts } = sandbox;
  const colleagues = colleaguesOf(parts.people.all());
  const cases = () => openCaseBook(deps, organizationId, colleagues);
  const { news, moved } = createHappenings({ parts, faults, cases, run: deps.chance.uuid() });
  const examples = () => sandboxExamples(parts.clock.nowMs());
  return {
    people: () => colleagues,
    examples,
    write: (invite) => write(parts, colleagues, invite),
    news,
    firstWeek: () => mondayOf(examples().status.date),
    week: (address, monday) => {
      const person = colleagues.find((each) => each.address === address);
      return person === undefined ? null : calendarWeek(parts, person, monday);
    },
    document: (url) => documentAt(parts, url),
    letTimePass: async (step) => {
      parts.clock.advance(lengthOf(step, parts.clock.nowMs()));
      const due = await deps.store.inOrganization(organizationId, (tx) =>
        tx.deadlines.due(parts.clock.nowMs(), mostDue),
      );
      moved(due.length);
      // Deadlines come due by this clock, which nobody else is told of.
      await sweep(deps);
    },
    ...createTroubles(sandbox, faults),
    answersStoppedMs: () =>
      deps.store.inOrganization(
        organizationId,
        async (tx) => (await tx.organizations.read()).answersStoppedMs,
      ),
  };
}

function write(
  parts: Sandbox['parts'],
  colleagues: readonly SandboxColleague[],
  { organizer, attendees, title, text, date, time, minutes }: SandboxInvite,
): SandboxWritten {
  const named = (address: string) => colleagues.find((each) => each.address === address);
  const author = named(organizer);
  if (author === undefined) return { ok: false, why: 'nobody' };
  const guests = [...new Set(attendees)]
    .filter((address) => address !== organizer)
    .flatMap((each) => named(each) ?? []);
  if (guests.length === 0 || guests.length > mostGuests) return { ok: false, why: 'guests' };
  const start = DateTime.fromISO(`${date}T${time}`, { zone: author.zone });
  if (!start.isValid || minutes < 1 || minutes > longestMinutes) return { ok: false, why: 'time' };
  const wall = (moment: DateTime) => moment.toFormat("yyyy-MM-dd'T'HH:mm");
  const written = writeEvent(parts, {
    organizer,
    attendees: guests.map(({ address }) => address),
    summary: title,
    description: text,
    start: wall(start),
    end: wall(start.plus({ minutes })),
  });
  return written.ok ? { ok: true, told: guests.map(({ name }) => name) } : { ok: false, why: 'time' };
}

function mondayOf(date: string): string {
  return DateTime.fromISO(date, { zone: companyZone }).startOf('week').toFormat('yyyy-MM-dd');
}

/** Milliseconds to the end of a step. */
function lengthOf(step: SandboxStep, nowMs: number): number {
  const now = DateTime.fromMillis(nowMs, { zone: companyZone });
  const ends: Readonly<Record<SandboxStep, DateTime>> = {
    hour: now.plus({ hours: 1 }),
    tomorrow: now.plus({ days: 1 }).startOf('day').set(morning),
    day: now.plus({ days: 1 }),
    week: now.plus({ weeks: 1 }),
  };
  return ends[step].toMillis() - nowMs;
}
