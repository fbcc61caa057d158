import { answerInvitations } from './answer-invitations.ts';
import { askAndWrite, subscribeAndEnd } from './ask-and-write.ts';
import { type Desk, pull } from './desk.ts';
import { lookAfterOwnMeetings } from './own-meetings.ts';

/** All that happens in one mailbox: some seventy operations, in one order. */
export async function workADay(desk: Desk): Promise<void> {
  const first = await pull(desk, 'pull an empty calendar', null);
  const afterAnswers = await answerInvitations(desk, first);
  const afterOwn = await lookAfterOwnMeetings(desk, afterAnswers);
  await askAndWrite(desk);
  await subscribeAndEnd(desk);
  await desk.world.expireSync(desk.me);
  await pull(desk, 'pull by an expired cursor', afterOwn);
  await pull(desk, 'pull everything', null);
}
