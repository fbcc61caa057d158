import { openMailbox } from '../../../app/mailboxes/open-mailbox.ts';
import { providerProblems } from '../../../app/ports/problem.ts';
import type { MailboxRecord } from '../../../app/ports/store/mailboxes.ts';
import type { Service } from '../create-service.ts';
import { broken, doubtful, durationText, type Finding, fine } from './finding.ts';

/** Asking every mailbox of a large company would take minutes and its quota; the others have told by their pulls. */
const mostAsked = 20;
/** The sweep looks at every mailbox in a quarter of an hour; four of them missed is trouble. */
const longSinceMs = 60 * 60_000;
const soonMs = 2 * 60 * 60_000;
const names = { google: 'Google', microsoft: 'Microsoft' } as const;

/** Credentials that are present and really work, and each mailbox with its pulls and its subscription. */
export async function checkCalendars(service: Service): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const mailboxes = new Map<string, readonly MailboxRecord[]>();
  for (const { id } of await service.store.directory.organizations())
    mailboxes.set(id, await service.store.inOrganization(id, (tx) => tx.mailboxes.all()));
  const all = [...mailboxes].flatMap(([organizationId, records]) =>
    records.map((record) => ({ organizationId, record })),
  );
  for (const name of ['google', 'microsoft'] as const) {
    const own = all.filter(({ record }) => record.provider === name);
    findings.push(checkConfigured(service, name, own.length));
  }
  for (const { organizationId, record } of all.slice(0, mostAsked))
    findings.push(await checkGrant(service, organizationId, record));
  for (const { organizationId, record } of all)
    findings.push(...(await checkFreshness(service, organizationId, record)));
  return findings;
}

function checkConfigured({ deps }: Service, name: 'google' | 'microsoft', count: number): Finding {
  const check = `${names[name]} credentials`;
  if (deps.providers[name] !== null) {
    const tried =
      count === 0 ? 'stated; none is tried before a mailbox is connected' : `stated, ${count} mailboxes`;
    return fine(check, tried);
  }
  const settings =
    name === 'google' ? 'GOOGLE_CLIENT_ID and its secret' : 'MICROSOFT_CLIENT_ID and its secret';
  if (count > 0) return broken(check, `missing, and ${count} mailboxes need them`, `state ${settings}`);
  return fine(check, `none; to use it state ${settings}`);
}

/** A request that needs a fresh token and the scope of the calendar's settings. */
async function checkGrant(service: Service, organizationId: string, record: MailboxRecord): Promise<Finding> {
  const check = `access to ${record.address}`;
  const mailbox = openMailbox(service.deps, organizationId, record);
  const connect = `run "meeting-gatekeeper connect ${record.provider}" for it again`;
  if (mailbox === null) return broken(check, 'no credentials of its provider', 'state them');
  const asked = await mailbox.calendar.ownerHours();
  if (asked.ok) return fine(check, `works (${asked.value.zone ?? 'its zone is unknown'})`);
  const { code, detail } = asked.problem;
  const { meaning, actor, retry } = providerProblems[code];
  const said = `${code}${detail === '' ? '' : ` (${detail})`}: ${meaning}`;
  if (retry === 'later') return doubtful(check, said, 'wait; it is tried again');
  return broken(
    check,
    said,
    actor === 'administrator' ? 'grant what is missing; docs/operations.md lists it' : connect,
  );
}

async function checkFreshness(
  { store, deps, works }: Service,
  organizationId: string,
  { id, address, pulledMs, state }: MailboxRecord,
): Promise<readonly Finding[]> {
  const nowMs = deps.clock.nowMs();
  const worker = works ? 'see the lines about the queue' : 'start "serve" or "worker"';
  const subscriptions = await store.inOrganization(organizationId, (tx) => tx.subscriptions.ofMailbox(id));
  const endsMs = Math.max(0, ...subscriptions.map(({ expiresMs }) => expiresMs ?? 0));
  const age = pulledMs === null ? null : nowMs - pulledMs;
  const pulled =
    age !== null && age < longSinceMs
      ? fine(`last pull of ${address}`, `${durationText(age)} ago, ${state}`)
      : doubtful(`last pull of ${address}`, age === null ? 'never' : `${durationText(age)} ago`, worker);
  return [pulled, checkSubscription(deps.baseUrl, `subscription of ${address}`, endsMs - nowMs, worker)];
}

function checkSubscription(baseUrl: string | null, check: string, leftMs: number, worker: string): Finding {
  if (leftMs > soonMs) return fine(check, `runs for another ${durationText(leftMs)}`);
  if (leftMs > 0) return doubtful(check, `ends in ${durationText(leftMs)}`, worker);
  if (baseUrl === null)
    return doubtful(check, 'none: it is asked every few minutes', 'state BASE_URL to be told at once');
  return doubtful(check, 'none that runs', worker);
}
