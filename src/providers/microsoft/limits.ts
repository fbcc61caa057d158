import type { TransportLimits } from '../transport/transport.ts';

/**
 * Limits of Outlook for one application and one mailbox (10,000 requests in 10 minutes, 4 at once) and for one
 * application over all tenants (2,000 a second), and our patience. A little of both is left: requests that leave evenly
 * arrive unevenly, and the limit counts arrivals.
 * Source: learn.microsoft.com/graph/throttling-limits, "Outlook service limits"
 */
export const microsoftLimits: TransportLimits = {
  mailbox: { atOnce: 4, requests: 9_500, perMs: 600_000 },
  project: { atOnce: 200, requests: 1_800, perMs: 1_000 },
  attemptMs: 30_000,
  attempts: 6,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
};

/** Addresses in one question for free/busy. Source: learn.microsoft.com/graph/api/calendar-getschedule */
export const schedulesPerRequest = 20;

/** Entries that a page of changes may hold; the server may send fewer. */
export const changesPerPage = 50;

/** Occurrences on a page of a series. */
export const instancesPerPage = 200;

/** Pages followed for one question; 20,000 entries in a window are no calendar of a person. */
export const mostPages = 400;

/**
 * Longest lifetimes of a subscription to events in minutes: the documented one, and the one of older documentation
 * that is tried where the first is refused. Both less some minutes, because "just under" is what Graph takes.
 */
export const subscriptionMinutes = { usual: 10_080 - 10, older: 4_230 - 10 } as const;

/** A notification with more than this is none of Graph's. */
export const maxWebhookBytes = 2 ** 20;

/** Anybody can post here, and every item is read: Graph sends some hundreds at once at most. */
export const maxWebhookItems = 5_000;

/** A validation token of Graph has some 200 characters. */
export const maxValidationTokenChars = 4_096;
