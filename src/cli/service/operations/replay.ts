import { z } from 'zod';
import { pullMailbox } from '../../../app/intake/pull-mailbox.ts';
import { receiveNotification } from '../../../app/intake/receive-notification.ts';
import { sweep as sweepAll } from '../../../app/intake/sweep.ts';
import { latestNotifications } from '../../../store/latest-notifications.ts';
import { done, operation, refuse } from '../operation.ts';
import { organizationInput, organizationOf } from './whose.ts';

const mostListed = 20;

/** The latest notifications that were taken, with the ids to replay them by. */
export const notifications = operation({
  input: z.strictObject({ organization: organizationInput }),
  run: async (service, { organization }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const rows = await latestNotifications(service.database, whose.value, mostListed);
    const all = await service.store.inOrganization(whose.value, ({ mailboxes }) => mailboxes.summaries());
    const addresses = new Map(all.map(({ id, address }) => [id, address]));
    return done(
      rows.map(({ id, mailboxId, kind, receivedMs, handledMs }) => ({
        id,
        address: addresses.get(mailboxId) ?? null,
        kind,
        receivedMs,
        handledMs,
      })),
    );
  },
});

/** A notification that was taken: its mailbox is read again, and what changed is judged. */
export const replayNotification = operation({
  input: z.strictObject({ organization: organizationInput, id: z.uuid() }),
  run: async (service, { organization, id }) => {
    const whose = await organizationOf(service, organization);
    if (!whose.ok) return whose;
    const organizationId = whose.value;
    const found = await service.store.inOrganization(organizationId, async (tx) => {
      const row = await tx.inbox.find(id);
      const all = row === null ? [] : await tx.mailboxes.summaries();
      return row && { row, mailbox: all.find((mailbox) => mailbox.id === row.mailboxId) };
    });
    if (!found?.mailbox)
      return refuse(id, 'there is no such notification', '"meeting-gatekeeper replay" lists the latest ones');
    const result = await pullMailbox(service.deps, organizationId, found.mailbox.id);
    return done({
      address: found.mailbox.address,
      kind: found.row.kind,
      receivedMs: found.row.receivedMs,
      handledMs: found.row.handledMs,
      result,
    });
  },
});

/** A request as it was captured; it has to pass the same checks as any other. */
export const replayRequest = operation({
  input: z.strictObject({
    provider: z.enum(['google', 'microsoft']),
    headers: z.record(z.string(), z.string()).default({}),
    query: z.record(z.string(), z.string()).default({}),
    body: z.string().max(1_000_000).default(''),
  }),
  run: async ({ deps }, { provider, headers, query, body }) => {
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const request = { headers: Object.fromEntries(lower), query, body: Buffer.from(body, 'utf8') };
    return done(await receiveNotification(deps, provider, request));
  },
});

/** Jobs that failed for good, put back into their queues. */
export const replayDeadLetters = operation({
  input: z.strictObject({ ids: z.array(z.string()).nullable() }),
  run: async ({ jobs, works }, { ids }) => {
    const before = await jobs.desk.deadLetters();
    const unknown = ids?.filter((id) => !before.some((letter) => letter.id === id)) ?? [];
    if (unknown.length > 0)
      return refuse(
        unknown.join(', '),
        'there is no such dead letter',
        '"doctor" lists them with their causes',
      );
    return done({ replayed: await jobs.desk.replay(ids), works });
  },
});

/** The periodic look at everything, at once. */
export const sweep = operation({
  input: z.strictObject({}),
  run: async ({ deps }) => {
    await sweepAll(deps);
    return done({ swept: true });
  },
});
