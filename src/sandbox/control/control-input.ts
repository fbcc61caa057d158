import { z } from 'zod';
import { notificationFaultsSchema } from '../delivery/notification-faults.ts';
import { faultPlanSchema } from '../faults/fault-plan.ts';
import { type SwitchPositions, switches } from '../switches.ts';
import { lifecycleEvents } from '../vendors.ts';
import { eventOrder } from './write-event.ts';

const yearMs = 366 * 86_400_000;
const actKinds = ['invitation', 'update', 'cancellation', 'answer', 'mail', 'document-shared'] as const;

/** What the control of the sandbox takes. A word too many is an error: it is a typing mistake. */
export const controlInput = {
  actsQuery: z.strictObject({
    kind: z.enum(actKinds).optional(),
    /** Epoch milliseconds. */
    since: z.coerce.number().int().optional(),
  }),
  switches: z.strictObject(
    Object.fromEntries(
      Object.entries(switches).map(([name, { positions }]) => [name, z.enum(positions).optional()]),
    ),
  ) as unknown as z.ZodType<Partial<SwitchPositions>>,
  clock: z.strictObject({ advanceMs: z.number().int().min(0).max(yearMs) }),
  /** `null` ends all faults. */
  faults: faultPlanSchema.nullable(),
  notificationFaults: notificationFaultsSchema.nullable(),
  invites: z.strictObject({ count: z.number().int().min(1).max(10_000).default(1) }),
  events: eventOrder,
  expireSync: z.strictObject({ mailbox: z.string() }),
  lifecycle: z.strictObject({ subscriptionId: z.string(), event: z.enum(lifecycleEvents) }),
  tokens: z.strictObject({
    /** Null is an application of Microsoft, which may open every mailbox. */
    mailbox: z.string().nullable(),
    /** By default all that the vendor's methods ask for. */
    scopes: z.array(z.string()).optional(),
    /** By default the one that the mailbox is on. */
    provider: z.enum(['google', 'microsoft']).optional(),
    minutes: z.number().int().min(1).max(525_600).default(60),
  }),
} as const;
