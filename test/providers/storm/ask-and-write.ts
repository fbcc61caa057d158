import { dayMs, elsewhere, hourMs, outside } from '../../contract/world.ts';
import { type Desk, inviteWord, wednesday } from './desk.ts';

/** Free/busy, hours, mails, documents. */
export async function askAndWrite({ mailbox, recorder, me }: Desk): Promise<void> {
  const day = { fromMs: wednesday - 7 * hourMs, toMs: wednesday + 17 * hourMs };
  const many = Array.from({ length: 60 }, (_, index) => `nobody${index}@kiln.example`);
  await recorder.did('who is free', () => mailbox.calendar.freeBusy([...many, me, outside], day));
  await recorder.did('hours', () => mailbox.calendar.ownerHours());
  for (const name of ['one', 'two', 'three'])
    await recorder.did(`mail ${name}`, () =>
      mailbox.mail.sendMail({
        to: [elsewhere],
        subject: `Mail ${name} of ${me}`,
        text: `${inviteWord}: please read`,
        html: null,
      }),
    );
  const write = (name: string) =>
    recorder.did(`document ${name}`, () =>
      mailbox.documents.createDocument({
        key: `${name} of ${me}`,
        title: `Document ${name} of ${me}`,
        blocks: [
          { kind: 'heading', text: `${inviteWord}: problem` },
          { kind: 'bullet', text: 'scope' },
        ],
        writers: [elsewhere, 'not an address'],
      }),
    );
  for (const name of ['P', 'Q', 'P']) await write(name);
}

export async function subscribeAndEnd({ mailbox, recorder, me, webhook }: Desk): Promise<void> {
  const request = (id: string) => ({
    id: `${me.split('@', 1)[0]}-${id}`,
    address: webhook,
    secret: `secret-of-${me}`,
    lifetimeMs: 3 * dayMs,
  });
  const { calendar } = mailbox;
  const made = await recorder.did('subscribe', () => calendar.subscribe(request('one')));
  if (made === null) return;
  const renewed = await recorder.did('renew', () => calendar.renewSubscription(made, request('two')));
  if (renewed === null) return;
  for (const name of ['unsubscribe', 'unsubscribe again'])
    await recorder.did(name, () => calendar.unsubscribe(renewed.subscription));
}
