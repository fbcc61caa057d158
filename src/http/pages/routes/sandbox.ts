import type { Response, Router } from 'express';
import { z } from 'zod';
import {
  type SandboxColleague,
  type SandboxDesk,
  type SandboxDocument,
  type SandboxExamples,
  type SandboxHappening,
  type SandboxInvite,
  type SandboxTrouble,
  type SandboxWeek,
  sandboxSteps,
  sandboxTroubles,
} from '../../../app/ports/sandbox-desk.ts';
import { wallTimeToInstant } from '../../../core/meeting/wall-time.ts';
import { sendNotice } from '../admit.ts';
import type { PageAccess } from '../page-access.ts';
import { type Form, type PageHandler, type PageRequest, pageRouter } from '../page-router.ts';
import { isFragment, seeOther, sendFragment, sendPage } from '../send.ts';
import type { Frame } from '../visit.ts';

interface Log {
  readonly lines: readonly SandboxHappening[];
  readonly place: string;
  readonly earliest: number;
  /** Of the clock that it is told by. */
  readonly zone: string;
}

interface Calendars {
  readonly people: readonly SandboxColleague[];
  readonly left: SandboxWeek;
  readonly right: SandboxWeek;
  readonly week: string;
  readonly before: string;
  readonly after: string;
  /** Somebody asked for these; otherwise they are what is shown first. */
  readonly isChosen: boolean;
}

/** In the order of the form. */
const inviteProblems = ['nobody', 'guests', 'title', 'date', 'time', 'past', 'minutes'] as const;
type InviteProblem = (typeof inviteProblems)[number];

interface SandboxView {
  readonly people: readonly (SandboxColleague & { readonly role: 'administrator' | 'auditor' | null })[];
  readonly examples: SandboxExamples;
  readonly written: { readonly invite: SandboxInvite; readonly problems: readonly InviteProblem[] } | null;
  readonly log: Log;
  readonly calendars: Calendars;
  readonly troubles: readonly SandboxTrouble[];
  readonly answersStoppedMs: number | null;
  readonly zone: string;
}

export interface SandboxRouteDeps {
  readonly access: PageAccess;
  /** Null where calendars are real. */
  readonly desk: SandboxDesk | null;
  readonly roleOf: (address: string) => 'administrator' | 'auditor' | null;
  readonly pages: {
    readonly page: (view: SandboxView, frame: Frame) => string;
    readonly newLines: (log: Log, frame: Frame) => string;
    readonly calendars: (view: Calendars, frame: Frame) => string;
    readonly document: (document: SandboxDocument, frame: Frame) => string;
  };
}

/** A handler that is given the invented company. */
type DeskHandler = (desk: SandboxDesk, ...given: Parameters<PageHandler>) => void | Promise<void>;

/** Whose calendars are shown first: one on each provider. */
const shownFirst = {
  left: 'claire.marchetti@halden.example',
  right: 'mathieu.roche@halden.example',
} as const;
/** Where the company sits. */
const companyZone = 'Europe/Paris';
const dayMs = 86_400_000;
const longestTitle = 300;
const longestText = 10_000;
const mostGuests = 6;
const minutes = z.coerce.number().int().min(5).max(480);

/**
 * The invented company: `GET /sandbox` shows it, `GET /sandbox/happenings?since=PLACE` and `GET /sandbox/calendars` are
 * parts of that page, `GET /sandbox/documents?url=ADDRESS` is a document that the gate created, `POST /sandbox/events` writes an invite, `POST /sandbox/clock` moves the time on, and
 * `POST /sandbox/faults` lets a vendor fail.
 */
export function sandboxRoutes(routes: SandboxRouteDeps): Router {
  const withDesk =
    (handler: DeskHandler): PageHandler =>
    async (request, response, visit, form) => {
      if (routes.desk === null) return await sendNotice(response, routes.access, 'not-found', visit);
      await handler(routes.desk, request, response, visit, form);
    };
  return pageRouter(routes.access)
    .get('/sandbox', withDesk(showPage(routes)))
    .get('/sandbox/happenings', withDesk(showNews(routes)))
    .get('/sandbox/calendars', withDesk(showCalendars(routes)))
    .get('/sandbox/documents', withDesk(showDocument(routes)))
    .post('/sandbox/events', withDesk(writeInvite(routes)))
    .post('/sandbox/clock', withDesk(moveClock))
    .post('/sandbox/faults', withDesk(letFail)).router;
}

function showPage(routes: SandboxRouteDeps): DeskHandler {
  return (desk, request, response, { frame }) => send(routes, desk, request, response, frame, null);
}

async function send(
  { pages, roleOf }: SandboxRouteDeps,
  desk: SandboxDesk,
  request: PageRequest,
  response: Response,
  frame: Frame,
  written: SandboxView['written'],
): Promise<void> {
  const news = await desk.news(null);
  const view: SandboxView = {
    people: desk.people().map((person) => ({ ...person, role: roleOf(person.address) })),
    examples: desk.examples(),
    written,
    log: { ...(news.kind === 'lines' ? news : { lines: [], place: '', earliest: 1 }), zone: companyZone },
    calendars: calendarsOf(desk, request.query),
    troubles: desk.troubles(),
    answersStoppedMs: await desk.answersStoppedMs(),
    zone: companyZone,
  };
  await sendPage(response, pages.page(view, frame), written === null ? 200 : 400);
}

/** Only lines that are new; nothing where there are none. */
function showNews({ pages }: SandboxRouteDeps): DeskHandler {
  return async (desk, request, response, { frame }) => {
    if (!isFragment(request)) return seeOther(response, '/sandbox#log');
    const { since } = request.query;
    const news = await desk.news(typeof since === 'string' ? since : '');
    if (news.kind === 'restart') return void response.set('HX-Refresh', 'true').end();
    if (news.lines.length === 0) return void response.status(204).end();
    // The calendars beside it listen to this.
    response.set('HX-Trigger', 'happened');
    await sendFragment(response, pages.newLines({ ...news, zone: companyZone }, frame));
  };
}

function showCalendars({ pages }: SandboxRouteDeps): DeskHandler {
  return async (desk, request, response, { frame }) => {
    const query = request.originalUrl.slice(request.path.length);
    if (!isFragment(request)) return seeOther(response, `/sandbox${query}#calendars`);
    await sendFragment(response, pages.calendars(calendarsOf(desk, request.query), frame));
  };
}

function showDocument({ access, pages }: SandboxRouteDeps): DeskHandler {
  return async (desk, request, response, visit) => {
    const { url } = request.query;
    const document = typeof url === 'string' ? await desk.document(url) : null;
    if (document === null) return await sendNotice(response, access, 'not-found', visit);
    await sendPage(response, pages.document(document, visit.frame));
  };
}

/** What is asked for and cannot be shown is replaced by what is shown first. */
function calendarsOf(desk: SandboxDesk, { left, right, week }: PageRequest['query']): Calendars {
  const shown = (address: unknown, otherwise: string, monday: string): SandboxWeek | null =>
    (typeof address === 'string' ? desk.week(address, monday) : null) ?? desk.week(otherwise, monday);
  const monday = mondayOf(week) ?? desk.firstWeek();
  const people = desk.people();
  const first = shown(left, shownFirst.left, monday) ?? desk.week(people[0]?.address ?? '', monday);
  const second = shown(right, shownFirst.right, monday) ?? desk.week(people.at(-1)?.address ?? '', monday);
  if (first === null || second === null) throw new Error('nobody of the invented company has a calendar');
  return {
    ...{ people, left: first, right: second, week: monday },
    before: dayAfter(monday, -7),
    after: dayAfter(monday, 7),
    isChosen: [left, right, week].some((asked) => asked !== undefined),
  };
}

/** The Monday of a date's week, for dates of this century. */
function mondayOf(date: unknown): string | null {
  if (typeof date !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(date)) return null;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) return null;
  return dayAfter(date, -((new Date(ms).getUTCDay() + 6) % 7));
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function writeInvite(routes: SandboxRouteDeps): DeskHandler {
  return async (desk, request, response, { frame }, form) => {
    const invite = inviteOf(form);
    const problems = problemsOf(invite, desk.people(), frame.nowMs);
    const result = problems.length === 0 ? desk.write(invite) : null;
    if (result?.ok) return seeOther(response, '/sandbox#log', 'invite-sent');
    const wrong = result === null ? problems : [result.why];
    await send(routes, desk, request, response, frame, { invite, problems: wrong });
  };
}

function inviteOf(form: Form): SandboxInvite {
  const text = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
  const { attendees = [] } = form;
  return {
    organizer: text('organizer'),
    attendees: typeof attendees === 'string' ? [attendees] : attendees,
    title: text('title').trim(),
    // Forms are sent with the line ends of another age.
    text: text('text').replaceAll('\r\n', '\n').slice(0, longestText),
    date: text('date'),
    time: text('time').slice(0, 5),
    minutes: minutes.safeParse(form.minutes).data ?? 0,
  };
}

/** Everything that is wrong, in the order of the form. */
function problemsOf(
  invite: SandboxInvite,
  people: readonly SandboxColleague[],
  nowMs: number,
): readonly InviteProblem[] {
  const { organizer, title, date, time, minutes: length } = invite;
  const author = people.find(({ address }) => address === organizer);
  const known = new Set(people.map(({ address }) => address));
  const guests = new Set(invite.attendees.filter((each) => known.has(each) && each !== organizer));
  const isClock = /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
  const isMoment = author !== undefined && isDate(date) && isClock;
  const isFine: Readonly<Record<InviteProblem, boolean>> = {
    nobody: author !== undefined,
    guests: guests.size > 0 && guests.size <= mostGuests,
    title: title !== '' && title.length <= longestTitle,
    date: isDate(date),
    time: isClock,
    // Nothing is answered that has begun: nobody could see why nothing happens.
    past: !isMoment || startOf(invite, author.zone) > nowMs,
    minutes: length > 0,
  };
  return inviteProblems.filter((problem) => !isFine[problem]);
}

/** Epoch milliseconds, on the clock of whoever invites. */
function startOf({ date, time }: SandboxInvite, zone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return wallTimeToInstant(date, { hour, minute }, zone);
}

/** Of this century, and of the calendar: JavaScript takes a 30th of February for a day in March. */
function isDate(date: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && dayAfter(date, 0) === date;
}

const moveClock: DeskHandler = async (desk, _request, response, _visit, form) => {
  const step = z.enum(sandboxSteps).safeParse(form.step);
  if (!step.success) return seeOther(response, '/sandbox#clock');
  await desk.letTimePass(step.data);
  seeOther(response, '/sandbox#clock', 'time-passed');
};

const wish = z.object({
  provider: z.enum(['google', 'microsoft']),
  what: z.enum(sandboxTroubles),
  times: z.coerce.number().int().min(1).max(50),
});

const letFail: DeskHandler = (desk, _request, response, _visit, form) => {
  if (form.act === 'end') {
    desk.allIsWell();
    return seeOther(response, '/sandbox#faults', 'all-well');
  }
  const wished = wish.safeParse(form);
  if (!wished.success) return seeOther(response, '/sandbox#faults', 'not-failing');
  desk.fail(wished.data);
  seeOther(response, '/sandbox#faults', 'failing');
};
