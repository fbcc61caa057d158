import {
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { z } from 'zod';
import type { Outcome } from '../../app/ports/problem.ts';
import { isAllowedAddress } from '../transport/allowed-address.ts';
import type { Transport } from '../transport/transport.ts';
import type { AccessTokens } from './access-token.ts';
import { ForeignHost, GraphRefusal, LostAnswer, NoToken, readErrorCode, refused } from './problems.ts';

/** One request to Graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the mailbox (`events/…`), or below the version where it begins with a slash. Encoded. */
  readonly path: string;
  /** Encoded here: the Graph client sends values as they are. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Preferences beside those of every request. */
  readonly prefer?: string;
  /** Whether doing it twice is the same as doing it once; reading always is. */
  readonly repeatable?: boolean;
}

/** Graph for one mailbox. */
export interface GraphClient {
  /** Sends a request and reads its answer by a schema; an empty answer is null. */
  readonly send: <Schema extends z.ZodType>(
    request: GraphRequest,
    schema: Schema,
  ) => Promise<Outcome<z.output<Schema>>>;
}

/** Graph takes one header of preferences only. Ids stay when an item moves between folders, as with a decline. */
const preferences = 'outlook.timezone="UTC", IdType="ImmutableId", outlook.body-content-type="text"';

/**
 * @param graph root of Graph, ends in a slash
 * @param mailbox `/me`, or `/users/…`
 */
export function createGraphClient(
  graph: string,
  mailbox: string,
  tokens: AccessTokens,
  transport: Transport,
): GraphClient {
  const client = Client.initWithMiddleware({
    baseUrl: graph,
    defaultVersion: 'v1.0',
    middleware: [hostGuard(graph), bearer(tokens), new HTTPMessageHandler()],
  });
  return {
    send: async (request, schema) => {
      if (!staysInPlace(request.path)) return refused('not-found', 'not an id');
      const repeatable = request.repeatable ?? request.method === 'GET';
      const answer = await transport.send(repeatable, (signal) => attempt(client, mailbox, request, signal));
      if (!answer.ok) return answer;
      const read = schema.safeParse(answer.value);
      return read.success ? { ok: true, value: read.data } : refused('unreadable-answer', 'schema');
    },
  };
}

/**
 * RAW answers, because the client's own reading makes a stream of an empty 202, and hides the codes of errors.
 * A RAW answer is also given for an error status.
 */
async function attempt(
  client: Client,
  mailbox: string,
  request: GraphRequest,
  signal: AbortSignal,
): Promise<unknown> {
  const path = request.path.startsWith('/') ? request.path : `${mailbox}/${request.path}`;
  const call = client
    .api(`${path}${queryText(request.query)}`)
    .responseType(ResponseType.RAW)
    .option('signal', signal)
    .headers({
      Prefer: request.prefer === undefined ? preferences : `${preferences}, ${request.prefer}`,
      ...request.headers,
    });
  const response: Response = await methods[request.method](call, request.body);
  const text = await response.text().catch(() => {
    throw new LostAnswer(true);
  });
  if (!response.ok)
    throw new GraphRefusal(response.status, readErrorCode(text), response.headers.get('retry-after'));
  return text === '' ? null : parsed(text);
}

/** An id of dots alone, or of nothing, would make the path that of something else: `events/..` is the mailbox. */
function staysInPlace(path: string): boolean {
  const [, ...after] = path.replace(/\?.*$/s, '').split('/');
  return after.every((part) => !/^\.{0,2}$/.test(part));
}

type Call = ReturnType<Client['api']>;

const methods: Record<GraphRequest['method'], (call: Call, body: unknown) => Promise<Response>> = {
  GET: (call) => call.get(),
  POST: (call, body) => call.post(body ?? {}),
  PUT: (call, body) => call.put(body),
  PATCH: (call, body) => call.patch(body),
  DELETE: (call) => call.delete(),
};

function queryText(query: GraphRequest['query']): string {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Half an answer, or the page of a gateway: what was asked may be done. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LostAnswer(true);
  }
}

/** Before the bearer: no token goes anywhere but to Graph. */
function hostGuard(graph: string): Middleware {
  return chained(async (context, next) => {
    const { request } = context;
    if (!isAllowedAddress(typeof request === 'string' ? request : request.url, [graph]))
      throw new ForeignHost();
    await next(context);
  });
}

/** Adds the token. One that Graph refuses is replaced once: it may have been withdrawn, or our clock is behind. */
function bearer(tokens: AccessTokens): Middleware {
  return chained(async (context, next) => {
    const { options } = context;
    for (const last of [false, true]) {
      const token = await tokens.get().catch((error) => {
        throw new NoToken(error);
      });
      const headers = { ...headersOf(options?.headers), Authorization: `Bearer ${token}` };
      context.options = { ...options, headers, redirect: 'error' };
      try {
        await next(context);
      } catch (error) {
        throw new LostAnswer(!neverSent.has(networkCode(error)));
      }
      if (last || context.response?.status !== 401) return;
      tokens.forget(token);
      await context.response.body?.cancel();
    }
  });
}

function headersOf(headers: unknown): Record<string, string> {
  return headers instanceof Headers
    ? Object.fromEntries(headers)
    : { ...(headers as Record<string, string>) };
}

function chained(
  execute: (context: Context, next: (context: Context) => Promise<void>) => Promise<void>,
): Middleware {
  let following: Middleware | null = null;
  return {
    execute: (context) =>
      execute(context, async (onward) => {
        await following?.execute(onward);
      }),
    setNext: (next) => {
      following = next;
    },
  };
}

/** Errors of a connection that never stood, as Node names them. */
const neverSent: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
