import { z } from 'zod';
import type { AnswerRequest } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { Answer } from '../../core/meeting/meeting.ts';
import { answerOf } from './entry.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { eventPath, readEvent } from './read-entry.ts';

/** What an answer carries to the organizer. Graph refuses words and proposals that go to nobody. */
export type ResponseBody =
  | { readonly sendResponse: false }
  | {
      readonly sendResponse: true;
      readonly comment?: string;
      readonly proposedNewTime?: { readonly start: GraphMoment; readonly end: GraphMoment };
    };

interface GraphMoment {
  readonly dateTime: string;
  readonly timeZone: string;
}

const actions = { accepted: 'accept', tentative: 'tentativelyAccept', declined: 'decline' } as const;
/** As often as a request without these looks is tried at most, and some more: each try may lose its answer. */
const lookAgain = 10;

/**
 * Answers an invitation. Graph sends a mail with each answer, so one whose fate is unknown is not simply repeated:
 * the calendar is looked at first, and the answer is given again only where everything is as it was before. Another
 * answer than both is the owner's own by then, and stands; whether ours went out before it nobody knows.
 *
 * @param before the owner's answer when the entry was read
 */
export async function respond(
  mailbox: MailboxContext,
  id: string,
  { answer, before }: { readonly answer: AnswerRequest['answer']; readonly before: Answer },
  body: ResponseBody,
): Promise<Outcome<null>> {
  const path = `${eventPath(id)}/${actions[answer]}`;
  let sent: Outcome<unknown> = await post(mailbox, path, body);
  for (let look = 0; look < lookAgain; look += 1) {
    if (sent.ok) return { ok: true, value: null };
    if (sent.problem.code !== 'outcome-unknown') return sent;
    const now = await readEvent(mailbox, id);
    if (now.ok && answerOf(now.value) === answer) return { ok: true, value: null };
    // A decline moves the entry away; nothing else makes it disappear between two requests.
    if (!now.ok && now.problem.code === 'not-found' && answer === 'declined')
      return { ok: true, value: null };
    if (!now.ok) return sent;
    if (answerOf(now.value) !== before) return sent;
    sent = await post(mailbox, path, body);
  }
  return sent.ok ? { ok: true, value: null } : sent;
}

function post({ client }: MailboxContext, path: string, body: ResponseBody): Promise<Outcome<unknown>> {
  return client.send({ method: 'POST', path, body, repeatable: false }, z.unknown());
}
