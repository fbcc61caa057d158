import { z } from 'zod';

/** What each kind does to a notification, for the documentation as well. */
export const notificationFaultKinds = {
  lost: 'It is never sent.',
  duplicated: 'It is sent twice.',
  delayed: 'It is sent `delayMs` later (real milliseconds, 1,000 unless it says otherwise).',
  reordered: 'It is sent after the next one to the same address, or after `delayMs` where none comes.',
} as const;

const probability = z.number().min(0).max(1).default(0);

/** Probabilities of each notification, from 0 to 1, by seed. */
export const notificationFaultsSchema = z.strictObject({
  seed: z.number().int(),
  /** Only notifications of this vendor. */
  provider: z.enum(['google', 'microsoft']).optional(),
  lost: probability,
  duplicated: probability,
  delayed: probability,
  reordered: probability,
  delayMs: z.number().min(0).max(600_000).default(1000),
});

export type NotificationFaults = z.infer<typeof notificationFaultsSchema>;

/** As it is written: what is left out does not happen. */
export type GivenNotificationFaults = z.input<typeof notificationFaultsSchema>;
