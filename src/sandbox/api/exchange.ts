/** One request to an emulator and its answer, as they went over the wire. For tests that look at what really happened. */
export interface Exchange {
  readonly provider: 'google' | 'microsoft';
  /** The vendor's name of the method; null where none has this path. */
  readonly routeId: string | null;
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** As it was sent, without the question mark. */
  readonly query: string;
  /** Names in lower case. */
  readonly requestHeaders: Readonly<Record<string, string | undefined>>;
  readonly requestBody: Uint8Array;
  /** Null where the connection was cut before an answer. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** What the answer would have been where a fault cut it. */
  readonly responseBody: Uint8Array | null;
  /** Whose mailbox it was about; null where the request names none. */
  readonly mailbox: string | null;
  /** Sandbox time of its arrival, epoch milliseconds. */
  readonly atMs: number;
  /** Kind of the fault that hit it; null for none. */
  readonly faulted: string | null;
}
