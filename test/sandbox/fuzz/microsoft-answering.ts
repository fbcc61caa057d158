import { someTime } from './microsoft-bodies.ts';
import type { GraphEvent } from './microsoft-event.ts';
import { needStatus, type Outcome, type Run, type Subject, silent } from './microsoft-run.ts';

const answers = [
  ['accept', 'accepted'],
  ['tentativelyAccept', 'tentativelyAccepted'],
  ['decline', 'declined'],
] as const;

interface AnswerBody {
  readonly comment?: string | null;
  readonly sendResponse?: boolean;
  readonly proposedNewTime?: object;
}

function someBody({ chance }: Run): AnswerBody | undefined {
  return chance.weighted<AnswerBody | undefined>([
    [3, undefined],
    [3, { comment: 'Sorry, <i>busy</i>', sendResponse: true }],
    [3, { sendResponse: chance.inPercent(60) }],
    [1, { comment: 'unheard', sendResponse: false }],
    [2, { comment: 'Later?', proposedNewTime: times(someTime(chance)) }],
  ]);
}

function times(time: object): object {
  return { start: Reflect.get(time, 'start'), end: Reflect.get(time, 'end') };
}

/** What Graph says to an answer (microsoft.md 3.2). */
function statusFor(event: GraphEvent | null, action: string, body: AnswerBody): number {
  if (event === null) return 404;
  const sends = body.sendResponse ?? true;
  const isRefused =
    event.isOrganizer ||
    event.isCancelled ||
    (Boolean(body.comment) && !sends) ||
    (sends && !event.responseRequested) ||
    (body.proposedNewTime !== undefined && (action === 'accept' || !event.allowNewTimeProposals || !sends));
  return isRefused ? 400 : 202;
}

export async function answerEvent(run: Run, subject: Subject): Promise<Outcome> {
  const { stand, chance, model } = run;
  const { person, id, event, meeting, originalStart } = subject;
  const [action, response] = chance.pick(answers);
  const body = someBody(run);
  const text = `${person} ${action}s ${originalStart || 'the whole'} ${JSON.stringify(body)}`;
  const answer = await stand.call(person, 'POST', `/me/events/${id}/${action}`, { body });
  needStatus(answer, text, statusFor(event, action, body ?? {}));
  if (answer.status !== 202) return silent(text, meeting);
  const isSent = body?.sendResponse ?? true;
  if (isSent) model.expect({ kind: 'answer', from: person, to: [meeting.organizer] });
  model.guestAnswered(meeting, person, originalStart, { isDecline: response === 'declined', isSent });
  const after = await stand.call(person, 'GET', `/me/events/${id}`);
  const shown = (after.json as GraphEvent).responseStatus?.response;
  if (shown !== response) throw new Error(`${text}: the own copy shows ${shown}`);
  return { text, meeting, isSilent: false };
}
