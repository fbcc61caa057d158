import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { GuestAnswer } from '../../../src/sandbox/calendar/event-copy.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { planInvites } from '../invites/plan-invites.ts';
import type { PlannedInvite } from '../invites/planned-invite.ts';
import { playInvite, type Stage } from '../play/play-invite.ts';
import { sandboxOrders } from '../world/orders.ts';
import { faultPeople } from '../world/people.ts';
import type { Books, PlayedInvite } from './books.ts';

const nowMs = Date.parse('2026-11-21T08:00:00Z');
const declinedKinds: readonly PlannedInvite['kind'][] = [
  'wednesday',
  'rewritten',
  'series-all',
  'answered-after',
  'moved-off',
  'undone',
];

/**
 * Invites that a gate of a few lines answers right: it is told what each is, and needs no judgement, no network and no
 * store. What the check says about its books is what it says of a gate without a fault.
 */
export async function playByTheRules(
  invites: number,
): Promise<{ readonly all: readonly PlayedInvite[]; readonly books: Books }> {
  const people = faultPeople(12);
  const sandbox = await startSandbox({
    realNowMs: () => nowMs,
    startMs: null,
    seed: 1,
    stateFile: null,
    ports: { google: 0, microsoft: 0, control: 0 },
    people: [...people.owners, ...people.colleagues, ...people.outsiders],
    sample: false,
  });
  const orders = sandboxOrders(sandbox);
  const all: PlayedInvite[] = [];
  for (const invite of planInvites(invites, 1, people, nowMs)) {
    all.push(await playInvite({ ...invite, pauseMs: 0 }, stageOf(sandbox)));
  }
  const books = {
    acts: orders.actsSince(0),
    mails: orders.mailsSince(0),
    copies: orders.copies(),
    held: { mailboxes: [], weeks: 0 },
    told: null,
  };
  await sandbox.close();
  return { all, books };
}

function stageOf(sandbox: Sandbox): Stage {
  const orders = sandboxOrders(sandbox);
  return {
    host: {
      marked: async (uid) => orders.marked(uid),
      answer: async (uid, mailbox, given) => orders.answer(uid, mailbox, given),
      rewrite: async (uid, organizer, body) => orders.rewrite(uid, organizer, body),
      cancel: async (uid, organizer) => orders.cancel(uid, organizer),
      invite: async (invite, answers) => {
        const moment = orders.invite(invite, answers);
        if (declinedKinds.includes(invite.kind)) declineAll(sandbox, invite, null);
        for (const ms of invite.wednesdays) {
          declineAll(sandbox, invite, occurrenceKey({ kind: 'instant', ms, zone: 'UTC' }));
        }
        return moment;
      },
      move: async (uid, organizer, startMs, minutes) => {
        const moment = orders.move(uid, organizer, startMs, minutes);
        if (uid.includes('moved-to')) declineAll(sandbox, guestsOf(uid, moment.copies), null);
        return moment;
      },
    },
    untilDeclined: async () => true,
    undo: async ({ uid }, mailbox) => {
      const isOutlook = sandbox.parts.people.find(mailbox)?.provider === 'microsoft';
      respond(sandbox, uid, mailbox, isOutlook ? 'tentative' : 'needsAction', null, null);
      return true;
    },
  };
}

type Invited = Pick<PlannedInvite, 'uid' | 'owners' | 'organizerIsInside'>;

function guestsOf(uid: string, copies: readonly { readonly mailbox: string }[]): Invited {
  const owners = copies.map(({ mailbox }) => mailbox).filter((mailbox) => mailbox.startsWith('owner'));
  return { uid, owners, organizerIsInside: true };
}

function declineAll(sandbox: Sandbox, invite: Invited, occurrence: string | null): void {
  const organizer = sandbox.parts.engine.findByUid(invite.owners[0] ?? '', invite.uid)?.organizer ?? '';
  const isInside = sandbox.parts.people.find(organizer)?.provider !== 'outside';
  invite.owners
    .filter((mailbox) => mailbox !== organizer)
    .forEach((mailbox, index) => {
      const link = isInside ? 'The draft: http://gate.example/o/abc' : '';
      const offer = index === 0 ? link : 'An offer is in the first answer.';
      respond(
        sandbox,
        invite.uid,
        mailbox,
        'declined',
        occurrence,
        `Wednesday is free of meetings. ${offer}`,
      );
      const code = `[${invite.uid.slice(0, 6)}]`;
      sandbox.parts.sendMail({
        from: mailbox,
        to: [mailbox],
        subject: `Automatically declined: ${code} ${occurrence ?? ''}`,
        text: `${invite.uid} was declined`,
        html: null,
      });
    });
}

function respond(
  { parts }: Sandbox,
  uid: string,
  mailbox: string,
  answer: GuestAnswer,
  originalStart: string | null,
  comment: string | null,
): void {
  const key = parts.engine.findByUid(mailbox, uid)?.key ?? '';
  parts.engine.answer({ key, originalStart }, { answer, comment, proposal: null, send: true });
}
