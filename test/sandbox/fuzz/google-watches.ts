import { actors } from './google-cast.ts';
import type { Notification } from './google-office.ts';
import { type Expected, expectStatus, quiet, type Run, type Watch } from './google-run.ts';

const hourMs = 3_600_000;
const mostPerPerson = 2;

/** Somebody watches their calendar, or asks for what has to be refused. */
export async function watch(run: Run): Promise<Expected> {
  const mailbox = run.dice.pick(actors);
  const live = run.watches.filter((one) => one.mailbox === mailbox && isLive(run, one));
  if (live.length >= mostPerPerson) return stop(run);
  run.made += 1;
  const channel = `channel-${run.made}`;
  const ttl = (1 + run.dice.below(96)) * 3600;
  const body = { id: channel, type: 'web_hook', address: run.office.hook, params: { ttl: String(ttl) } };
  const request = () => run.office.call(mailbox, 'POST', '/calendars/primary/events/watch', { body });
  const { body: answer } = expectStatus(await request(), [200], 'watch');
  run.watches.push({
    channel,
    mailbox,
    resourceId: String(answer.resourceId),
    expirationMs: Number(answer.expiration),
    stopped: false,
    lastNumber: 0,
  });
  if (Number(answer.expiration) !== run.office.parts().clock.nowMs() + ttl * 1000) {
    throw new Error(`channel of ${ttl} s ends at ${answer.expiration}`);
  }
  if (run.dice.percent(20)) expectStatus(await request(), [400], 'watch with a used id');
  return quiet;
}

/** A channel is stopped, or one that is over already. */
export async function stop(run: Run): Promise<Expected> {
  if (run.watches.length === 0) return quiet;
  const chosen = run.dice.pick(run.watches);
  const body = { id: chosen.channel, resourceId: chosen.resourceId };
  const wasLive = isLive(run, chosen);
  const reply = await run.office.call(chosen.mailbox, 'POST', '/channels/stop', { body });
  expectStatus(reply, [wasLive ? 204 : 404], `stop ${chosen.channel}`);
  chosen.stopped = true;
  return quiet;
}

/** The clock moves: channels end, and old tokens. It stays within one year, like the lists of endless series. */
export async function moveClock(run: Run): Promise<Expected> {
  const { clock } = run.office.parts();
  const byMs = run.dice.below(12) * hourMs + 1000;
  if (clock.nowMs() + byMs < Date.parse('2026-12-28T00:00:00Z')) clock.advance(byMs);
  return quiet;
}

/**
 * Everybody who watches heard of a change, and nobody heard without one.
 *
 * @param changed mailboxes in which something that is not hidden changed
 */
export function checkNotifications(
  run: Run,
  heard: readonly Notification[],
  changed: ReadonlySet<string>,
): void {
  const byChannel = Map.groupBy(heard, ({ channel }) => channel);
  for (const watched of run.watches) {
    const mine = byChannel.get(watched.channel) ?? [];
    byChannel.delete(watched.channel);
    const syncs = mine.filter(({ state }) => state === 'sync').length;
    if (syncs !== (watched.lastNumber === 0 ? 1 : 0))
      throw new Error(`${syncs} sync messages ${name(watched)}`);
    const news = mine.length - syncs;
    if (news > 0 && !isLive(run, watched)) throw new Error(`a message after the end ${name(watched)}`);
    if (news > 0 && !changed.has(watched.mailbox))
      throw new Error(`a message without a change ${name(watched)}`);
    if (news === 0 && isLive(run, watched) && changed.has(watched.mailbox)) {
      throw new Error(`a change without a message ${name(watched)}`);
    }
    const numbers = mine.map(({ number }) => number);
    if (new Set(numbers).size < numbers.length || numbers.some((number) => number <= watched.lastNumber)) {
      throw new Error(`message numbers ${numbers} after ${watched.lastNumber} ${name(watched)}`);
    }
    watched.lastNumber = Math.max(watched.lastNumber, ...numbers);
  }
  const [strange] = byChannel.keys();
  if (strange !== undefined) throw new Error(`a message for ${strange}, which nobody made`);
}

function isLive(run: Run, one: Watch): boolean {
  return !one.stopped && one.expirationMs > run.office.parts().clock.nowMs();
}

const name = ({ channel, mailbox }: Watch) => `at ${channel} of ${mailbox}`;
