/** A request to an emulator and its answer, as far as a vendor's description can judge it. */
export interface Exchange {
  readonly method: string;
  /** Path without the query, as it was sent. */
  readonly path: string;
  /** Query without the question mark, as it was sent. */
  readonly query: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

/** What a description says about an exchange; `method` null where it does not know the path. */
export interface Agreement {
  readonly method: string | null;
  /** Each names the part of the exchange and what is wrong with it. */
  readonly problems: readonly string[];
}
