import { setTimeout as delay } from 'node:timers/promises';
import type { SandboxMail } from '../../../src/sandbox/parts.ts';
import type { PlannedInvite } from '../invites/planned-invite.ts';
import type { IsOver, Watch } from './watch.ts';

const attempts = 30;
const pauseMs = 1_000;

/**
 * Takes a decline back as its owner does: by the link of the mail that tells of it.
 *
 * @returns false where no such mail came (it is in doubt), or the page refused for half a minute
 */
export async function undoByMail(
  watch: Watch,
  { code }: PlannedInvite,
  mailbox: string,
  isOver: IsOver,
): Promise<boolean> {
  const isAbout = (mail: SandboxMail) => mail.subject.includes(code) && caseLinkOf(mail) !== null;
  const mail = await watch.untilMail(mailbox, isAbout, isOver);
  const link = mail && caseLinkOf(mail);
  if (link === null) return false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await press(link)) return true;
    await delay(pauseMs);
  }
  return false;
}

/** Where a mail of the gate leads to: the case with its undo. Outlook keeps one of the two forms of a mail. */
export function caseLinkOf({ text, html }: Pick<SandboxMail, 'text' | 'html'>): string | null {
  return /https?:\/\/[^\s<>"]+\/c\/[\w-]+/.exec(`${text}\n${html ?? ''}`)?.[0] ?? null;
}

/** Presses the button of the page. A server that is away is asked again. */
async function press(link: string): Promise<boolean> {
  const { origin } = new URL(link);
  try {
    const headers = { origin, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(`${link}/undo`, { method: 'POST', headers, redirect: 'manual' });
    await answer.body?.cancel();
    return answer.status < 400;
  } catch {
    return false;
  }
}
