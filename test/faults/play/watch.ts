import { setTimeout as delay } from 'node:timers/promises';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import type { SandboxMail } from '../../../src/sandbox/parts.ts';
import type { SandboxHost } from '../world/sandbox-host.ts';

/** Follows the emulators' books while they are written. */
export interface Watch {
  readonly acts: readonly VisibleAct[];
  readonly mails: readonly SandboxMail[];
  /** The decline of that mailbox; null where none came before patience was over. */
  readonly untilDeclined: (uid: string, mailbox: string, isOver: IsOver) => Promise<VisibleAct | null>;
  /** A mail that the owner sent to themselves with both texts in it; null where none came in time. */
  readonly untilMail: (
    mailbox: string,
    wanted: (mail: SandboxMail) => boolean,
    isOver: IsOver,
  ) => Promise<SandboxMail | null>;
  /** Reads what is new. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** True once somebody waits no longer. */
export type IsOver = () => boolean;

const pollMs = 250;

/** Patience of so many milliseconds, from now. */
export function after(patienceMs: number): IsOver {
  const endMs = performance.now() + patienceMs;
  return () => performance.now() > endMs;
}

export function startWatch(host: Pick<SandboxHost, 'actsSince' | 'mailsSince'>): Watch {
  const acts: VisibleAct[] = [];
  const mails: SandboxMail[] = [];
  const declines = new Map<string, VisibleAct>();
  const mailsFrom = new Map<string, SandboxMail[]>();
  let stopped = false;

  const read = async (): Promise<void> => {
    for (const act of await host.actsSince(acts.length)) {
      acts.push(act);
      if (act.kind === 'answer' && act.detail === 'declined') declines.set(`${act.uid} ${act.from}`, act);
    }
    for (const mail of await host.mailsSince(mails.length)) {
      mails.push(mail);
      mailsFrom.set(mail.from, [...(mailsFrom.get(mail.from) ?? []), mail]);
    }
  };
  // One reading at a time: two at once would enter the same acts twice.
  let reading: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    reading = reading.then(read);
    return reading;
  };
  const following = (async () => {
    while (!stopped) {
      await look();
      await delay(pollMs);
    }
  })();
  const until = async <T>(find: () => T | undefined, isOver: IsOver): Promise<T | null> => {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (stopped || isOver()) return null;
      await delay(pollMs);
    }
  };
  return {
    acts,
    mails,
    untilDeclined: (uid, mailbox, isOver) => until(() => declines.get(`${uid} ${mailbox}`), isOver),
    untilMail: (mailbox, wanted, isOver) => until(() => mailsFrom.get(mailbox)?.find(wanted), isOver),
    look,
    stop: async () => {
      stopped = true;
      await following;
    },
  };
}
