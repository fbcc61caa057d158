import type { Access } from '../parts.ts';

/** A request to an emulator after its path, its token and its JSON were read. */
export interface ApiRequest {
  /** Decoded parts of the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, or the fields of a form; undefined where there is no body or it is of another kind. */
  readonly body: unknown;
  readonly rawBody: Uint8Array;
  /** The token's access; null on public routes. */
  readonly access: Access | null;
  /** For example `http://127.0.0.1:4010`: what links in answers begin with. */
  readonly origin: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; undefined sends no body. */
  readonly json?: unknown;
  /** Sent as it is, with the content type of `headers`. */
  readonly raw?: string | Uint8Array;
}

/** One method of an API. A table of these makes an emulator, and its discovery document. */
export interface ApiRoute {
  /** The vendor's name, for example `calendar.events.list`; for Graph the documentation's, `event-decline`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path of express 5, or an expression with named groups. */
  readonly path: string | RegExp;
  /** Any one of them is enough; empty where a token is enough, null where none is needed. */
  readonly scopes: readonly string[] | null;
  readonly handle: (request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;
}

/** How one vendor words what every route has in common. */
export interface ApiErrors {
  readonly unauthorized: () => ApiAnswer;
  readonly forbidden: () => ApiAnswer;
  readonly noSuchMethod: () => ApiAnswer;
  /** 413 for one that is too large. */
  readonly unreadableBody: (status: number) => ApiAnswer;
  /** `reason` is the vendor's own code, where a fault chooses one. */
  readonly throttled: (
    kind: 'mailbox' | 'project' | 'concurrency',
    retryAfterSeconds: number | null,
  ) => ApiAnswer;
  /** Where the vendor words a used-up quota unlike a rate limit. */
  readonly quotaExhausted?: () => ApiAnswer;
  readonly serverFault: (status: 500 | 502 | 503 | 504) => ApiAnswer;
  /** What the vendor adds to each of these: the time, ids of the request. Header names are in lower case. */
  readonly signed?: (answer: ApiAnswer, headers: ApiRequest['headers']) => ApiAnswer;
}
