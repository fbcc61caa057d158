import { createHash } from 'node:crypto';
import type { CreatedEntry } from '../../app/ports/calendar.ts';
import type { Outcome } from '../../app/ports/problem.ts';
import type { MailboxContext } from './mailbox-context.ts';
import { refused } from './problems.ts';
import { eventList, gateKeyProperty, type OutlookEvent, outlookEvent } from './schema.ts';

/**
 * Creates an entry once for one key. An earlier one is found by the key that it carries, unless somebody deleted it;
 * two requests at the same moment are one for Graph, because both bring the same `transactionId`.
 *
 * @param event fields of a Graph event
 */
export async function createEvent(
  { client }: MailboxContext,
  key: string,
  event: Readonly<Record<string, unknown>>,
): Promise<Outcome<CreatedEntry>> {
  const earlier = await client.send({ method: 'GET', path: 'events', query: keyQuery(key) }, eventList);
  if (!earlier.ok) return earlier;
  const [there] = earlier.value.value;
  if (there !== undefined) return created(there, true);
  const body = {
    ...event,
    transactionId: transactionId(key),
    singleValueExtendedProperties: [{ id: gateKeyProperty, value: key }],
  };
  const answer = await client.send({ method: 'POST', path: 'events', body, repeatable: true }, outlookEvent);
  return answer.ok ? created(answer.value, false) : answer;
}

function created({ id, iCalUId, ...event }: OutlookEvent, existed: boolean): Outcome<CreatedEntry> {
  if (id === null) return refused('unreadable-answer', 'event without id');
  return { ok: true, value: { id, uid: iCalUId ?? id, version: event['@odata.etag'] ?? '', existed } };
}

function keyQuery(key: string): Readonly<Record<string, string>> {
  const value = key.replaceAll("'", "''");
  return {
    $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${gateKeyProperty}' and ep/value eq '${value}')`,
  };
}

/** The key as a GUID, the form that Graph documents. */
function transactionId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
