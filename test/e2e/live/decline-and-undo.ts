import { expect } from '@jest/globals';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import type { EventCopy, Guest } from '../../../src/sandbox/calendar/event-copy.ts';
import type { SandboxMail } from '../../../src/sandbox/parts.ts';
import type { PlannedInvite } from '../../faults/invites/planned-invite.ts';
import { caseLinkOf } from '../../faults/play/undo-by-mail.ts';
import { sandboxOrders } from '../../faults/world/orders.ts';
import type { LiveWorld } from './live-world.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const agenda = ['the figures of the third quarter', 'which vendor we keep', 'who writes it down'];
const offerLink = /https?:\/\/[^\s<>"]+\/o\/[\w-]+/;

/** What an undo leaves: the copy as it was, or what stands in for it on Outlook. */
export type UndoneAs = 'as-before' | 'nearest-answer' | 'own-copy';

/**
 * The whole story of one invite for Wednesday in one mailbox: declined with a reason, an offer that opens and an undo;
 * undone; and left alone when its organizer changes it later.
 */
export async function declineAndUndo(world: LiveWorld, owner: string, undoneAs: UndoneAs): Promise<void> {
  const { sandbox } = world;
  const orders = sandboxOrders(sandbox);
  const { engine, acts, clock } = sandbox.parts;
  await world.connect(owner);
  await world.untilIdle();

  const invite = inviteFor(owner, world, clock.nowMs());
  orders.invite(invite);
  const before = engine.findByUid(owner, invite.uid);
  await world.untilIdle();
  const answers = (): readonly VisibleAct[] =>
    acts.all().filter(({ kind, uid, from }) => kind === 'answer' && uid === invite.uid && from === owner);
  const [decline] = answers();
  expect(answers().map(({ detail }) => detail)).toEqual(['declined']);
  expect(decline?.comment).toMatch(/kept free of meetings/);
  await expectOffer(decline?.comment ?? '');

  const mail = mailAbout(orders.mailsSince(0), owner, invite.code);
  await pressUndo((mail && caseLinkOf(mail)) ?? 'no link in the mail');
  await world.untilIdle();
  const after = engine.findByUid(owner, invite.uid);
  expectUndone(undoneAs, { before, after, answers: answers(), world, owner, invite });

  // A person's undo stands, whatever the organizer does to the meeting.
  orders.rewrite(invite.uid, invite.organizer, `${invite.body}\n- one thing more`);
  await world.untilIdle();
  orders.move(invite.uid, invite.organizer, invite.startMs + 7 * dayMs, invite.minutes);
  await world.untilIdle();
  expect(answers().filter(({ detail }) => detail === 'declined')).toHaveLength(1);
}

let number = 0;

/** In the coming week, at 10:00 UTC on Wednesday. */
function inviteFor(owner: string, { people }: LiveWorld, nowMs: number): PlannedInvite {
  number += 1;
  const code = `[${String(number).padStart(6, '0')}]`;
  const midnight = Math.ceil((nowMs + dayMs) / dayMs) * dayMs;
  const toWednesday = (10 - new Date(midnight).getUTCDay()) % 7;
  return {
    uid: `${number}-live@live.example`,
    code,
    kind: 'wednesday',
    organizer: people.colleagues[0]?.address ?? '',
    organizerIsInside: true,
    owners: [owner],
    otherGuests: [],
    summary: `Vendor choice ${code}`,
    body: `Agenda:\n${agenda.map((line) => `- ${line}`).join('\n')}`,
    startMs: midnight + toWednesday * dayMs + 10 * hourMs,
    minutes: 60,
    rule: null,
    wednesdays: [],
    pauseMs: 0,
    movesToMs: null,
  };
}

/** The link of the decline opens a draft made of this very invite. */
async function expectOffer(comment: string): Promise<void> {
  const link = offerLink.exec(comment)?.[0];
  expect(link).toBeDefined();
  for (const address of [link ?? '', `${link}.md`]) {
    const answer = await fetch(address);
    const text = await answer.text();
    expect({ address, status: answer.status }).toEqual({ address, status: 200 });
    for (const line of agenda) expect(text).toContain(line);
  }
}

function mailAbout(mails: readonly SandboxMail[], owner: string, code: string): SandboxMail | undefined {
  return mails.find((mail) => {
    const { from, to, subject } = mail;
    return from === owner && to[0] === owner && subject.includes(code) && caseLinkOf(mail) !== null;
  });
}

async function pressUndo(link: string): Promise<void> {
  const page = await fetch(link);
  expect(page.status).toBe(200);
  const { origin } = new URL(link);
  const pressed = await fetch(`${link}/undo`, {
    method: 'POST',
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  expect(pressed.status).toBeLessThan(400);
}

interface Undone {
  readonly before: EventCopy | null;
  readonly after: EventCopy | null;
  readonly answers: readonly VisibleAct[];
  readonly world: LiveWorld;
  readonly owner: string;
  readonly invite: PlannedInvite;
}

const holdTitle = 'No-meeting day';

function expectUndone(undoneAs: UndoneAs, { before, after, answers, world, owner, invite }: Undone): void {
  const { engine } = world.sandbox.parts;
  if (undoneAs === 'as-before') {
    expect(withoutStamps(after)).toEqual(withoutStamps(before));
    expect(answers.map(({ detail }) => detail)).toEqual(['declined', 'needsAction']);
    return;
  }
  if (undoneAs === 'nearest-answer') {
    expect(answers.map(({ detail }) => detail)).toEqual(['declined', 'tentative']);
    expect({ folder: after?.folder, showAs: after?.own.showAs }).toEqual({
      folder: 'calendar',
      showAs: 'tentative',
    });
    // But for the answer, and how Outlook shows one, nothing differs.
    expect(unanswered(after)).toEqual(unanswered(before));
    return;
  }
  expect(answers.map(({ detail }) => detail)).toEqual(['declined']);
  // The sample's Wednesdays stand in the calendar as well.
  const own = engine
    .copies(owner)
    .filter(({ organizer, fields }) => organizer === owner && fields.summary !== holdTitle);
  expect(own.map(({ fields: { summary, start } }) => ({ summary, start }))).toEqual([
    { summary: invite.summary, start: expect.objectContaining({ ms: invite.startMs }) },
  ]);
}

/** Everything that somebody who looks at the copy can see. */
function withoutStamps(copy: EventCopy | null) {
  if (copy === null) return null;
  const { version: _v, updatedMs: _u, whole: _w, sequence: _s, fields, ...seen } = copy;
  const guests = fields.guests.map(({ answeredAtMs: _, ...guest }): Omit<Guest, 'answeredAtMs'> => guest);
  return { ...seen, fields: { ...fields, guests } };
}

function unanswered(copy: EventCopy | null) {
  const seen = withoutStamps(copy);
  if (seen === null) return null;
  const guests = seen.fields.guests.map(({ address, optional }) => ({ address, optional }));
  return { ...seen, fields: { ...seen.fields, guests }, own: { ...seen.own, showAs: null } };
}
