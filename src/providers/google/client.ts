import { createHash } from 'node:crypto';
import { calendar, type calendar_v3 } from 'googleapis/build/src/apis/calendar/index.js';
import { docs, type docs_v1 } from 'googleapis/build/src/apis/docs/index.js';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { gmail, type gmail_v1 } from 'googleapis/build/src/apis/gmail/index.js';
import { z } from 'zod';
import type { Outcome, ProviderProblem } from '../../app/ports/problem.ts';
import type { MailboxAccount } from '../../app/ports/provider.ts';
import { text } from '../formats/lenient-schema.ts';
import type { Transport } from '../transport/transport.ts';
import type { AuthorizedClient } from './auth-client.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { UnreadableAnswer } from './problems.ts';

const listZone = z.object({ timeZone: text });

/** What every call of Google's clients takes beside its parameters. */
interface CallOptions {
  readonly signal: AbortSignal;
}

/** Google's clients for one mailbox. Every request goes through `request`. */
export interface GoogleMailbox {
  readonly address: string;
  /** Lower-case addresses of the owner, all of them. */
  readonly ownAddresses: ReadonlySet<string>;
  readonly calendar: calendar_v3.Calendar;
  readonly docs: docs_v1.Docs;
  readonly drive: drive_v3.Drive;
  readonly gmail: gmail_v1.Gmail;
  /** Zone of the primary calendar as its lists name it, asked for once; null where it could not be told. */
  calendarZone(): Promise<string | null>;
  /**
   * Sends one request, paced and repeated where that is safe, and reads its answer.
   *
   * @param repeatable whether doing it twice is the same as doing it once
   */
  request<Schema extends z.ZodType>(
    schema: Schema,
    repeatable: boolean,
    call: (options: CallOptions) => Promise<{ readonly data: unknown }>,
  ): Promise<Outcome<z.output<Schema>>>;
}

export function openClients(
  account: MailboxAccount,
  { auth, forgetAccessToken }: AuthorizedClient,
  endpoints: GoogleEndpoints,
  transport: Transport,
): GoogleMailbox {
  const shared = { auth, ...quotaOf(account) };
  const api = calendar({ version: 'v3', rootUrl: endpoints.apiRoot, ...shared });
  const request: GoogleMailbox['request'] = async (schema, repeatable, call) => {
    const send = () =>
      transport.send(repeatable, async (signal) => read(schema, (await call({ signal })).data));
    const first = await send();
    if (first.ok || first.problem.code !== 'sign-in-required') return first;
    if (first.problem.status !== 401) return refusedGrant(account, first.problem);
    // A token can be withdrawn before its time; only a second refusal means that the grant is gone.
    forgetAccessToken();
    const second = await send();
    if (second.ok) return second;
    const mayBeDone = first.problem.mayBeDone ?? second.problem.mayBeDone;
    return refusedGrant(account, { ...second.problem, ...(mayBeDone && { mayBeDone }) });
  };
  let zone: Promise<string | null> | null = null;
  return {
    address: account.address,
    ownAddresses: new Set([account.address, ...account.otherAddresses]),
    calendar: api,
    docs: docs({ version: 'v1', rootUrl: endpoints.docsRoot, ...shared }),
    drive: drive({ version: 'v3', rootUrl: endpoints.apiRoot, ...shared }),
    gmail: gmail({ version: 'v1', rootUrl: endpoints.gmailRoot, ...shared }),
    calendarZone: () => {
      zone ??= request(listZone, true, (options) =>
        api.events.list({ calendarId: 'primary', maxResults: 1 }, options),
      ).then((list) => {
        // A failure is not remembered.
        if (!list.ok) zone = null;
        return list.ok ? list.value.timeZone : null;
      });
      return zone;
    },
    request,
  };
}

/** Where the company has granted access, no person can do anything about it: the administrator has to. */
function refusedGrant({ grant }: MailboxAccount, problem: ProviderProblem): Outcome<never> {
  const isCompany = grant.kind === 'company' && problem.code === 'sign-in-required';
  return { ok: false, problem: isCompany ? { ...problem, code: 'permission-missing' } : problem };
}

/**
 * With domain-wide delegation the service account counts as the one user of all mailboxes, unless told otherwise.
 * At most 40 characters, so an address is hashed.
 */
function quotaOf({ grant, address }: MailboxAccount): { params?: { quotaUser: string } } {
  if (grant.kind === 'person') return {};
  return { params: { quotaUser: createHash('sha256').update(address).digest('hex').slice(0, 40) } };
}

function read<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new UnreadableAnswer('answer is not as documented');
  return parsed.data;
}
