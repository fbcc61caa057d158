import { openMailbox } from '../../../app/mailboxes/open-mailbox.ts';
import { providerProblems } from '../../../app/ports/problem.ts';
import type { MailboxSummary } from '../../../app/ports/store/mailboxes.ts';
import { checkSecrets, type UnreadableValue } from '../../../store/check-secrets.ts';
import type { Service } from '../create-service.ts';
import { broken, doubtful, durationText, type Finding, fine } from './finding.ts';

/** Asking every mailbox of a large company would take minutes and its quota; the others have told by their pulls. */
const mostAsked = 20;
/** The sweep looks at every mailbox in a quarter of an hour; four of them missed is trouble. */
const longSinceMs = 60 * 60_000;
const soonMs = 2 * 60 * 60_000;
const names = { google: 'Google', microsoft: 'Microsoft' } as const;

interface Connected {
  readonly organizationId: string;
  readonly mailbox: MailboxSummary;
}

/** Credentials that are present and really work, and each mailbox with its pulls and its subscription. */
export async function checkCalendars(service: Service): Promise<readonly Finding[]> {
  const connected = await allConnected(service);
  const { unreadable } = await checkSecrets(service.database, service.keyring);
  const closed = new Map(unreadable.filter(isGrant).map((value) => [value.mailboxId, value]));
  const findings = (['google', 'microsoft'] as const).map((name) =>
    checkConfigured(service, name, connected.filter(({ mailbox }) => mailbox.provider === name).length),
  );
  for (const { mailbox } of connected) {
    const value = closed.get(mailbox.id);
    if (value) findings.push(unreadableGrant(mailbox, value));
  }
  const askable = connected.filter(({ mailbox }) => !closed.has(mailbox.id));
  for (const each of askable.slice(0, mostAsked)) findings.push(...(await checkGrant(service, each)));
  for (const each of connected) findings.push(...(await checkFreshness(service, each)));
  return findings;
}

const isGrant = ({ of }: UnreadableValue): boolean => of === 'grant';

async function allConnected({ store }: Service): Promise<readonly Connected[]> {
  const connected: Connected[] = [];
  for (const { id: organizationId } of await store.directory.organizations()) {
    const all = await store.inOrganization(organizationId, ({ mailboxes }) => mailboxes.summaries());
    connected.push(...all.map((mailbox) => ({ organizationId, mailbox })));
  }
  return connected;
}

const connectAgain = ({ provider }: MailboxSummary): string =>
  `run "meeting-gatekeeper connect ${provider}" for it again`;

function unreadableGrant(mailbox: MailboxSummary, { why, keyId }: UnreadableValue): Finding {
  const check = `access to ${mailbox.address}`;
  return why === 'key-missing'
    ? broken(
        check,
        `its grant was encrypted with the key "${keyId}", which is not among ENCRYPTION_KEYS`,
        `add that key, or ${connectAgain(mailbox)}`,
      )
    : broken(check, 'its grant is damaged: it does not open', connectAgain(mailbox));
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

/** A request that needs a fresh token and the scope of the calendar's settings. Nothing of a mailbox that was just left. */
async function checkGrant(
  service: Service,
  { organizationId, mailbox }: Connected,
): Promise<readonly Finding[]> {
  const check = `access to ${mailbox.address}`;
  const record = await service.store.inOrganization(organizationId, (tx) => tx.mailboxes.find(mailbox.id));
  if (record === null) return [];
  const opened = openMailbox(service.deps, organizationId, record);
  if (opened === null) return [broken(check, 'no credentials of its provider', 'state them')];
  const asked = await opened.calendar.ownerHours();
  if (asked.ok) return [fine(check, `works (${asked.value.zone ?? 'its zone is unknown'})`)];
  const { code, detail } = asked.problem;
  const { meaning, actor, retry } = providerProblems[code];
  const said = `${code}${detail === '' ? '' : ` (${detail})`}: ${meaning}`;
  if (retry === 'later') return [doubtful(check, said, 'wait; it is tried again')];
  const administrator = 'grant what is missing; docs/operations.md lists it';
  return [broken(check, said, actor === 'administrator' ? administrator : connectAgain(mailbox))];
}

async function checkFreshness(
  { store, deps, works }: Service,
  { organizationId, mailbox: { id, address, pulledMs, state } }: Connected,
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
