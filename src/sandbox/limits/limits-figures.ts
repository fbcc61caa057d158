import type { SwitchPositions } from '../switches.ts';

/** What a request is counted under. */
export interface LimitedRequest {
  readonly provider: 'google' | 'microsoft';
  /** The project at Google, the application at Microsoft. */
  readonly clientId: string;
  /** Whom Google charges; the mailbox at Microsoft, null for what belongs to none. */
  readonly user: string | null;
  /** Of the body of a writing request. */
  readonly uploadBytes: number;
}

/** What one request adds to one limit. */
export interface Charge {
  readonly name: string;
  readonly kind: 'mailbox' | 'project' | 'concurrency';
  readonly key: string;
  readonly amount: number;
  readonly limit: number;
  /** Sliding window in milliseconds; null counts what is under way at the moment. */
  readonly windowMs: number | null;
  readonly saysWhen: boolean;
}

/** How much the two vendors take. */
export interface LimitFigures {
  readonly google: { readonly projectPerMinute: number; readonly userPerMinute: number };
  readonly microsoft: {
    /** Per application and mailbox. */
    readonly mailboxPer10Minutes: number;
    readonly mailboxAtOnce: number;
    readonly mailboxUploadBytesPer30Seconds: number;
    /** Per application over all mailboxes. */
    readonly applicationPerSecond: number;
  };
}

/** Figures that may be changed, vendor by vendor. */
export interface ChangedLimits {
  readonly google?: Partial<LimitFigures['google']>;
  readonly microsoft?: Partial<LimitFigures['microsoft']>;
}

/** google.md 5.5 (reported defaults; the console shows the real ones) and microsoft.md 4.6. */
const published: LimitFigures = {
  google: { projectPerMinute: 10_000, userPerMinute: 600 },
  microsoft: {
    mailboxPer10Minutes: 10_000,
    mailboxAtOnce: 4,
    mailboxUploadBytesPer30Seconds: 15 * 1024 * 1024,
    applicationPerSecond: 2_000,
  },
};

/** The published limits, but for those that are given. */
export function limitFigures({ google, microsoft }: ChangedLimits = {}): LimitFigures {
  return {
    google: { ...published.google, ...google },
    microsoft: { ...published.microsoft, ...microsoft },
  };
}

/** Google says nothing of when to come back. */
export function googleCharges({ clientId, user }: LimitedRequest, { google }: LimitFigures): Charge[] {
  const perMinute = { amount: 1, windowMs: 60_000, saysWhen: false } as const;
  return [
    {
      ...perMinute,
      name: 'google user per minute',
      kind: 'mailbox',
      key: JSON.stringify([clientId, user]),
      limit: google.userPerMinute,
    },
    {
      ...perMinute,
      name: 'google project per minute',
      kind: 'project',
      key: clientId,
      limit: google.projectPerMinute,
    },
  ];
}

export function microsoftCharges(
  { clientId, user, uploadBytes }: LimitedRequest,
  { microsoft }: LimitFigures,
  positions: SwitchPositions,
): Charge[] {
  const mailbox = { key: JSON.stringify([clientId, user]), saysWhen: true } as const;
  const charges: Charge[] = [];
  if (user !== null) {
    charges.push(
      {
        ...mailbox,
        name: 'microsoft mailbox at once',
        kind: 'concurrency',
        amount: 1,
        limit: microsoft.mailboxAtOnce,
        windowMs: null,
      },
      {
        ...mailbox,
        name: 'microsoft mailbox per 10 minutes',
        kind: 'mailbox',
        amount: 1,
        limit: microsoft.mailboxPer10Minutes,
        windowMs: 600_000,
      },
    );
  }
  if (user !== null && uploadBytes > 0 && positions['microsoft.upload-limit'] === 'enforced') {
    charges.push({
      ...mailbox,
      name: 'microsoft mailbox upload bytes per 30 seconds',
      kind: 'mailbox',
      amount: uploadBytes,
      limit: microsoft.mailboxUploadBytesPer30Seconds,
      windowMs: 30_000,
    });
  }
  if (positions['microsoft.global-limit'] === 'enforced') {
    charges.push({
      name: 'microsoft application per second',
      kind: 'project',
      key: clientId,
      amount: 1,
      limit: microsoft.applicationPerSecond,
      windowMs: 1000,
      saysWhen: true,
    });
  }
  return charges;
}
