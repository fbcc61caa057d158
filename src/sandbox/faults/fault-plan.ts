import { z } from 'zod';

/** What each kind does, for the documentation as well. */
export const faultKinds = {
  'rate-limit': 'The vendor says that there were too many requests; nothing is done.',
  quota: 'The vendor says that the quota is used up for longer; nothing is done.',
  'server-error': 'A 5xx (503 unless `status` says otherwise); nothing is done.',
  'reset-before': 'The connection is cut; nothing is done.',
  'reset-after': 'The request is carried out, then the connection is cut without an answer.',
  'half-answer': 'The request is carried out; half of the answer arrives, then the connection is cut.',
  slow: 'The request is carried out; its answer comes `delayMs` later (1,000 unless it says otherwise).',
} as const;

export type FaultKind = keyof typeof faultKinds;

const kinds = Object.keys(faultKinds) as [FaultKind, ...FaultKind[]];

const ruleSchema = z.strictObject({
  provider: z.enum(['google', 'microsoft']).optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** Part of the path. */
  path: z.string().optional(),
  /** Of each request that the rule is for, from 0 to 1. */
  probability: z.number().min(0).max(1),
  kind: z.enum(kinds),
  /** Of the answer, where the kind has one. */
  status: z.number().int().min(400).max(599).optional(),
  retryAfterSeconds: z.number().min(0).optional(),
  /** As a moment (RFC 9110 section 10.2.3), in whole seconds, together with the answer's own `Date`. */
  retryAfterAsDate: z.boolean().optional(),
  /** Real milliseconds. */
  delayMs: z.number().min(0).max(600_000).optional(),
  /** So often at most. */
  times: z.number().int().min(1).optional(),
  /** Sign-in is spared unless this is true. */
  includeSignIn: z.boolean().optional(),
});

/** Faults as data. The first rule that hits a request decides. */
export const faultPlanSchema = z.strictObject({
  seed: z.number().int(),
  rules: z.array(ruleSchema).max(1000),
});

export type FaultPlan = z.infer<typeof faultPlanSchema>;
export type FaultRule = FaultPlan['rules'][number];

/** Nothing fails. */
export const calm: FaultPlan = { seed: 0, rules: [] };
