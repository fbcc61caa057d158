import type { TransportLimits } from '../transport/transport.ts';

/**
 * Google counts requests per minute, of a project and of one user in it, in a sliding window. The numbers stand in the
 * Cloud console only; 600 and 10,000 are the widely reported defaults, and a sixth of the user's share is left to
 * whatever else uses the project. Pauses follow the error guide: exponential with jitter, 32 seconds at most.
 * Source: developers.google.com/workspace/calendar/api/guides/quota and /guides/errors
 */
export const googleLimits: TransportLimits = {
  mailbox: { atOnce: 5, requests: 500, perMs: 60_000 },
  project: { atOnce: 50, requests: 9_000, perMs: 60_000 },
  attemptMs: 30_000,
  attempts: 6,
  firstPauseMs: 500,
  longestPauseMs: 32_000,
};
