import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { PlayedInvite } from '../check/books.ts';
import type { InviteKind, PlannedInvite } from '../invites/planned-invite.ts';
import type { SandboxHost } from '../world/sandbox-host.ts';
import { playInvite } from './play-invite.ts';
import { undoByMail } from './undo-by-mail.ts';
import { after, type IsOver, type Watch } from './watch.ts';

/** How long an invite counts as under way that no answer comes to. */
const holdUpMs = 45_000;
/** The same for an owner who undoes it once its mail is there, which may be in doubt and never come. */
const mailHoldUpMs = 600_000;
const declined: ReadonlySet<InviteKind> = new Set(['wednesday', 'rewritten', 'series-all', 'moved-to']);

export interface Playing {
  readonly watch: Watch;
  /** How many invites were written so far. */
  readonly written: () => number;
  /** Resolves when the last one was written. */
  readonly allWritten: Promise<void>;
  /** Resolves when their people have done everything. */
  readonly allPlayed: Promise<readonly PlayedInvite[]>;
}

/**
 * Plays invites as quickly as the gate answers them.
 * @param inFlight so many are under way at most: written, and not answered yet
 * @param isOver tells when people wait no longer for an answer or a mail. In a storm that is long: mails come last
 */
export function playAll(
  plan: readonly PlannedInvite[],
  inFlight: number,
  isOver: IsOver,
  { host, watch }: { readonly host: SandboxHost; readonly watch: Watch },
): Playing {
  const queue = new PQueue({ concurrency: inFlight });
  const stage = {
    host,
    untilDeclined: async ({ uid }: PlannedInvite, mailbox: string) =>
      (await watch.untilDeclined(uid, mailbox, isOver)) !== null,
    undo: (about: PlannedInvite, mailbox: string) => undoByMail(watch, about, mailbox, isOver),
  };
  const lastWritten = Promise.withResolvers<void>();
  let written = 0;
  const playing = plan.map(async (invite) => {
    const { promise, resolve, reject } = Promise.withResolvers<PlayedInvite>();
    await queue.add(async () => {
      written += 1;
      if (written === plan.length) lastWritten.resolve();
      // What people do later takes its time, and holds up nobody else.
      const played = playInvite(invite, stage);
      played.then(resolve, reject);
      // Mails come after answers: where nobody waited for one, a gate at its limit would send none until the storm is over.
      if (invite.kind === 'undone') await Promise.race([played, delay(mailHoldUpMs, null, { ref: false })]);
      const last = invite.owners.at(-1);
      if (last !== undefined && declined.has(invite.kind))
        await watch.untilDeclined(invite.uid, last, after(holdUpMs));
    });
    return promise;
  });
  return { watch, written: () => written, allWritten: lastWritten.promise, allPlayed: Promise.all(playing) };
}
