/** A request as its sender saw it; moments of `performance.now()`. */
export interface SentRequest {
  /** Whose limit it counts for; null for what belongs to no mailbox. */
  readonly mailbox: string | null;
  readonly what: string;
  readonly sentMs: number;
  /** When it was refused with a pause, and for how long. */
  readonly refused: { readonly atMs: number; readonly pauseMs: number } | null;
}

/** Notes what leaves by the runtime's own `fetch`, which both vendors' clients use, until `end`. */
export function watchRequests(origin: string) {
  const requests: SentRequest[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const sentMs = performance.now();
    const url = new URL(input instanceof Request ? input.url : input);
    const note = (refused: SentRequest['refused']) => {
      const what = `${init?.method ?? 'GET'} ${url.pathname}`;
      if (url.origin === origin) requests.push({ mailbox: mailboxOf(url), what, sentMs, refused });
    };
    try {
      const response = await real(input, init);
      const pauseMs = askedPauseMs(response);
      note(pauseMs === null ? null : { atMs: performance.now(), pauseMs });
      return response;
    } catch (error) {
      note(null);
      throw error;
    }
  };
  return {
    requests,
    end: () => {
      globalThis.fetch = real;
    },
  };
}

/** Graph names the mailbox in the path, Google charges a user. */
function mailboxOf({ pathname, searchParams }: URL): string | null {
  return /\/users\/([^/]+%40[^/]+)/.exec(pathname)?.[1] ?? searchParams.get('quotaUser');
}

/** Dates are those of the answer's own clock. */
function askedPauseMs({ status, headers }: Response): number | null {
  const header = headers.get('retry-after');
  if (header === null || status < 400) return null;
  if (/^[\d.]+$/.test(header)) return Number(header) * 1_000;
  return Date.parse(header) - Date.parse(headers.get('date') ?? '');
}

/** Timers are exact to some milliseconds, and a refusal is read before it is known. */
const exactnessMs = 5;
/** A date in whole seconds may be up to one of them earlier than its sender's clock. */
const dateExactnessMs = 1_000;

/** Requests of a mailbox that left although the provider had asked it to wait. */
export function earlyRequests(requests: readonly SentRequest[]): readonly string[] {
  const early: string[] = [];
  for (const { refused, mailbox } of requests) {
    if (refused === null || mailbox === null) continue;
    const endMs = refused.pauseMs - (refused.pauseMs > dateExactnessMs ? dateExactnessMs : exactnessMs);
    for (const other of requests) {
      const afterMs = other.sentMs - refused.atMs;
      if (other.mailbox === mailbox && afterMs > exactnessMs && afterMs < endMs)
        early.push(`${other.what}: ${afterMs} ms after a refusal that asked for ${refused.pauseMs} ms`);
    }
  }
  return early;
}
