import { forked, newReplica, readPage } from './microsoft-replicas.ts';
import { needStatus, type Outcome, type Run, silent } from './microsoft-run.ts';
import { graphPeople } from './microsoft-stand.ts';

const minuteMs = 60_000;
const mostReplicas = 10;

/** Begins a replica, goes on with one by a page, forks one, or makes the links of a mailbox too old. */
export async function replicate(run: Run): Promise<Outcome> {
  const { stand, chance, replicas } = run;
  const one = chance.oneOf(replicas);
  if (one === undefined || (replicas.length < mostReplicas && chance.inPercent(10))) {
    replicas.push(newReplica(chance, chance.oneOf(graphPeople) ?? ''));
    return silent('a replica begins');
  }
  await chance.weighted<() => unknown>([
    [5, () => stand.expireSync(one.person)],
    [8, () => replicas.splice(replicas.indexOf(one), 1, newReplica(chance, one.person))],
    [8, () => replicas.splice(chance.below(replicas.length), 1, forked(one))],
    [79, () => readPage(stand, chance, one)],
  ])();
  return silent(`a replica of ${one.person} goes on`);
}

export async function watch(run: Run): Promise<Outcome> {
  const { stand, chance, watches } = run;
  const person = chance.oneOf(graphPeople) ?? '';
  const own = [...watches].filter(([, { person: of }]) => of === person);
  const [id, known] = chance.oneOf(own) ?? [];
  if (id === undefined || known === undefined || own.length < 2) return subscribe(run, person);
  const isLive = known.expiresMs > nowMs(run);
  if (chance.inPercent(50)) {
    const answer = await stand.call(person, 'DELETE', `/subscriptions/${id}`);
    needStatus(answer, `${person} ends a subscription`, isLive ? 204 : 404);
    watches.delete(id);
    return silent(`${person} ends ${id}`);
  }
  const expiresMs = nowMs(run) + (60 + chance.below(9000)) * minuteMs;
  const body = { expirationDateTime: new Date(expiresMs).toISOString() };
  const answer = await stand.call(person, 'PATCH', `/subscriptions/${id}`, { body });
  needStatus(answer, `${person} renews a subscription`, isLive ? 200 : 404);
  if (isLive) known.expiresMs = expiresMs;
  else watches.delete(id);
  return silent(`${person} renews ${id}`);
}

export async function subscribe(run: Run, person: string): Promise<Outcome> {
  const { stand, chance, watches } = run;
  const changeTypes = chance.inPercent(60)
    ? ['created', 'updated', 'deleted']
    : [chance.pick(['created', 'updated', 'deleted'])];
  const expiresMs = nowMs(run) + (60 + chance.below(9000)) * minuteMs;
  const clientState = `state-${chance.below(1e6)}`;
  const body = {
    changeType: changeTypes.join(','),
    notificationUrl: stand.webhook,
    resource: chance.pick(['/me/events', `/users/${person}/events`]),
    expirationDateTime: new Date(expiresMs).toISOString(),
    clientState,
  };
  const answer = await stand.call(person, 'POST', '/subscriptions', { body });
  needStatus(answer, `${person} subscribes`, 201);
  watches.set(String(Reflect.get(Object(answer.json), 'id')), {
    person,
    clientState,
    changeTypes,
    expiresMs,
  });
  return silent(`${person} subscribes`);
}

export function nowMs({ stand }: Run): number {
  return stand.sandbox().parts.clock.nowMs();
}

export async function passTime({ stand, chance }: Run): Promise<Outcome> {
  const ms = chance.pick([1000, minuteMs, 30 * minuteMs, 180 * minuteMs]);
  stand.advance(ms);
  return silent(`${ms} ms pass`);
}
