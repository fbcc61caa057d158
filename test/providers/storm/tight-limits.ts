import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { TransportLimits } from '../../../src/providers/transport/transport.ts';
import type { ChangedLimits } from '../../../src/sandbox/limits/limits-figures.ts';

/** Limits of a vendor scaled down, and the provider told of them as of the real ones: a little less than they are. */
export interface TightLimits {
  readonly limits: ChangedLimits;
  readonly transport: Partial<TransportLimits>;
  /** The sandbox's clock runs so much faster that the vendor's window is one second. */
  readonly speed: number;
}

export function tightLimits(name: CalendarProvider['name']): TightLimits {
  const windowMs = 1_000;
  const perMailbox = { atOnce: 4, requests: 60, perMs: windowMs };
  const perProject = { atOnce: 16, requests: 150, perMs: windowMs };
  const transport = { mailbox: perMailbox, project: perProject };
  if (name === 'google')
    return {
      limits: { google: { userPerMinute: 72, projectPerMinute: 180 } },
      transport,
      speed: 60_000 / windowMs,
    };
  return {
    limits: { microsoft: { mailboxPer10Minutes: 72, mailboxAtOnce: 4 } },
    transport,
    speed: 600_000 / windowMs,
  };
}
