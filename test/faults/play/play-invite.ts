import { setTimeout as delay } from 'node:timers/promises';
import type { GuestAnswer } from '../../../src/sandbox/calendar/event-copy.ts';
import type { PlayedInvite, PlayedStep, StepName } from '../check/books.ts';
import type { PlannedInvite } from '../invites/planned-invite.ts';
import type { Moment } from '../world/orders.ts';
import type { SandboxHost } from '../world/sandbox-host.ts';

/** Where people act. */
export interface Stage {
  readonly host: Pick<SandboxHost, 'invite' | 'answer' | 'move' | 'rewrite' | 'cancel' | 'marked'>;
  /** True once the gate's decline of that mailbox is there; false where none came. */
  readonly untilDeclined: (invite: PlannedInvite, mailbox: string) => Promise<boolean>;
  /** The owner takes the decline back in the product, as its mail offers; false where that could not be done. */
  readonly undo: (invite: PlannedInvite, mailbox: string) => Promise<boolean>;
}

type Play = (name: StepName, mailbox: string | null, moment: Promise<Moment>) => Promise<void>;

const answersByHand: readonly GuestAnswer[] = ['accepted', 'tentative', 'declined'];

/** Writes one invite and does what its people do about it later. */
export async function playInvite(invite: PlannedInvite, stage: Stage): Promise<PlayedInvite> {
  const steps: PlayedStep[] = [];
  const play: Play = async (name, mailbox, moment) => {
    steps.push({ name, mailbox, moment: await moment });
  };
  const answers = invite.kind === 'answered-before' ? firstAnswers(invite) : {};
  await play('invited', null, stage.host.invite(invite, answers));
  await later(invite, stage, play);
  return { invite, steps };
}

async function later(invite: PlannedInvite, stage: Stage, play: Play): Promise<void> {
  const { host } = stage;
  const { uid, organizer, pauseMs, movesToMs, minutes } = invite;
  const [owner] = invite.owners;
  if (invite.kind === 'moved-off' || invite.kind === 'moved-to') {
    await delay(pauseMs);
    await play('moved', null, host.move(uid, organizer, movesToMs ?? invite.startMs, minutes));
  }
  if (invite.kind === 'rewritten') {
    await delay(pauseMs);
    await play('rewritten', null, host.rewrite(uid, organizer, `${invite.body}\n- one thing more`));
  }
  if (invite.kind === 'cancelled') {
    await delay(pauseMs);
    await play('cancelled', null, host.cancel(uid, organizer));
  }
  if (owner === undefined) return;
  if (invite.kind === 'answered-after' && (await stage.untilDeclined(invite, owner))) {
    await delay(pauseMs);
    await play('answered', owner, host.answer(uid, owner, 'accepted'));
  }
  if (invite.kind === 'undone' && (await stage.untilDeclined(invite, owner))) {
    if (!(await stage.undo(invite, owner))) return;
    await play('undone', owner, host.marked(uid));
    await delay(pauseMs);
    await play('rewritten', null, host.rewrite(uid, organizer, `${invite.body}\n- one thing more`));
  }
}

function firstAnswers({ owners, pauseMs }: PlannedInvite): Record<string, GuestAnswer> {
  return Object.fromEntries(
    owners.map((address, index) => [
      address,
      answersByHand[(pauseMs + index) % answersByHand.length] ?? 'accepted',
    ]),
  );
}
