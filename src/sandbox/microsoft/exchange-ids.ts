import { z } from 'zod';
import type { ApiAnswer } from '../api/api-route.ts';
import { type Refusal, refuse } from './errors.ts';
import { eventId, parseEventId, targetFolder } from './event-ids.ts';
import { type MailboxCall, type MailboxMethod, scopes } from './mailbox-call.ts';

const idFormat = z.enum(['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId']);
const body = z.object({
  inputIds: z.array(z.string()).min(1).max(1000),
  sourceIdType: idFormat,
  targetIdType: idFormat,
});

/** Source: learn.microsoft.com/graph/api/user-translateexchangeids. Only the two forms of REST are translated. */
export const translateMethod: MailboxMethod = {
  id: 'user-translateexchangeids',
  method: 'POST',
  tail: '/translateExchangeIds',
  scopes: [...scopes.profile, ...scopes.read],
  handle: translateIds,
};

function translateIds(call: MailboxCall): ApiAnswer | Refusal {
  const parsed = body.safeParse(call.request.body);
  if (!parsed.success)
    return refuse(
      400,
      'ErrorInvalidParameter',
      'inputIds (at most 1000), sourceIdType and targetIdType are needed.',
    );
  const { inputIds, sourceIdType, targetIdType } = parsed.data;
  if (!isRest(sourceIdType) || !isRest(targetIdType))
    return refuse(400, 'ErrorInvalidParameter', 'Only restId and restImmutableEntryId are translated here.');
  const context = `${call.request.origin}/v1.0/$metadata#Collection(microsoft.graph.convertIdResult)`;
  const value = inputIds.map((sourceId) =>
    translated(call, sourceId, targetIdType === 'restImmutableEntryId'),
  );
  return { status: 200, json: { '@odata.context': context, value } };
}

function isRest(format: z.output<typeof idFormat>): boolean {
  return format === 'restId' || format === 'restImmutableEntryId';
}

function translated({ parts, person }: MailboxCall, sourceId: string, immutable: boolean): object {
  const ref = parseEventId(sourceId)?.ref;
  const copy = ref ? parts.engine.get(ref.key) : null;
  if (!ref || copy?.mailbox !== person.address)
    return { sourceId, errorDetails: { code: 'ErrorInvalidIdMalformed', message: 'Id is malformed.' } };
  const instance = ref.originalStart === null ? null : parts.engine.instance(copy.key, ref.originalStart);
  return { sourceId, targetId: eventId(ref, targetFolder({ copy, instance }), immutable) };
}
