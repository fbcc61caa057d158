import { setTimeout as delay } from 'node:timers/promises';
import type { PlannedInvite } from '../invites/planned-invite.ts';
import type { Watch } from './watch.ts';

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
  patienceMs: number,
): Promise<boolean> {
  const isAbout = ({ subject, text }: { readonly subject: string; readonly text: string }) =>
    `${subject}\n${text}`.includes(code) && caseLink.test(text);
  const mail = await watch.untilMail(mailbox, isAbout, patienceMs);
  const link = mail === null ? undefined : caseLink.exec(mail.text)?.[0];
  if (link === undefined) return false;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await press(link)) return true;
    await delay(pauseMs);
  }
  return false;
}

const caseLink = /https?:\/\/[^\s<>"]+\/c\/[\w-]+/;

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
