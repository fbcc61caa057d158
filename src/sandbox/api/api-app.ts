import { setTimeout as delay } from 'node:timers/promises';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import type { Faults } from '../faults/create-faults.ts';
import { faultAnswer } from '../faults/fault-answer.ts';
import type { FaultRule } from '../faults/fault-plan.ts';
import type { Limits } from '../limits/limits.ts';
import { chargedUser, mailboxOf } from '../limits/limits-user.ts';
import type { Access, SandboxParts } from '../parts.ts';
import { cut, send, toWire, type WireAnswer } from './api-answer.ts';
import { accessOf, allows, headersOf, readApiRequest, splitUrl, UnreadableBody } from './api-request.ts';
import type { ApiAnswer, ApiErrors, ApiRoute } from './api-route.ts';
import type { Exchange } from './exchange.ts';

/** One vendor's API as a whole. */
export interface ApiAppOptions {
  readonly provider: 'google' | 'microsoft';
  /** The first that fits a path answers. */
  readonly routes: readonly ApiRoute[];
  readonly errors: ApiErrors;
  readonly parts: Pick<SandboxParts, 'clock' | 'access' | 'people'>;
  readonly faults?: Faults;
  readonly limits?: Limits;
  /** Told of every request before its answer leaves. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** One text for each fault of our own. */
  readonly log?: (text: string) => void;
}

const usualDelayMs = 1000;

/**
 * Serves a table of methods over HTTP: path, token, scopes, limits, body, faults, method. Whatever a method throws
 * becomes the vendor's 500 and a line in the log.
 */
export function createApiApp(options: ApiAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  // Graph takes its paths in any case, Google does not.
  app.set('case sensitive routing', options.provider === 'google');
  if (options.provider === 'microsoft') app.use(followPlainLinks);
  for (const route of options.routes) {
    const method = route.method.toLowerCase() as Lowercase<ApiRoute['method']>;
    app[method](route.path, (request: Request, response: Response) =>
      serve(options, route, request, response),
    );
  }
  app.use((request: Request, response: Response) => {
    const visit = createVisit(options, null, request, null);
    visit.end(response, toWire(signed(options, request, options.errors.noSuchMethod())), null);
  });
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const visit = createVisit(options, null, request, null);
    visit.end(response, toWire(signed(options, request, answerFor(error, options, request))), null);
  });
  return app;
}

/** The Graph client puts a whole link behind `/v1.0/` where it is not https (microsoft.md 7). */
function followPlainLinks(request: Request, _response: Response, next: NextFunction): void {
  request.url = request.url.replace(/^\/v1\.0\/http:\/\/[^/]*/, '');
  next();
}

async function serve(
  options: ApiAppOptions,
  route: ApiRoute,
  request: Request,
  response: Response,
): Promise<void> {
  const { errors, provider } = options;
  const access = route.scopes === null ? null : accessOf(request, provider, options.parts.access);
  const visit = createVisit(options, route, request, access);
  const refuse = (answer: ApiAnswer, fault: FaultRule | null = null) =>
    visit.end(response, toWire(signed(options, request, answer)), fault);
  if (route.scopes !== null) {
    if (access === null) return refuse(errors.unauthorized());
    if (!allows(access, route)) return refuse(errors.forbidden());
    const entry = options.limits?.enter(limited(options, request, access));
    if (entry?.admitted === false) return refuse(errors.throttled(entry.kind, entry.retryAfterSeconds));
    if (entry) response.once('close', entry.leave);
  }
  try {
    const fault = options.faults?.next({ ...visit.id, provider, isSignIn: route.scopes === null }) ?? null;
    if (fault?.kind === 'reset-before') return visit.endWithout(response, fault);
    const instead = fault && faultAnswer(fault, errors, options.parts.clock.nowMs());
    if (instead) return refuse(instead, fault);
    const read = await readApiRequest(request, response, access);
    visit.bodyWas(read.rawBody);
    const answer = await route.handle(read);
    if (fault?.kind === 'slow') await delay(fault.delayMs ?? usualDelayMs, null, { ref: false });
    visit.end(response, toWire(answer), fault);
  } catch (error) {
    refuse(answerFor(error, options, request));
  }
}

function signed({ errors }: ApiAppOptions, request: Request, answer: ApiAnswer): ApiAnswer {
  return errors.signed?.(answer, headersOf(request)) ?? answer;
}

function answerFor(error: unknown, { errors, log, provider }: ApiAppOptions, request: Request): ApiAnswer {
  if (error instanceof UnreadableBody) return errors.unreadableBody(error.status);
  // Of express itself: a path with a broken escape.
  if (error instanceof URIError) return errors.unreadableBody(400);
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log?.(`${provider} ${request.method} ${splitUrl(request.originalUrl).path}: ${what}`);
  return errors.serverFault(500);
}

function limited({ provider, parts }: ApiAppOptions, request: Request, access: Access) {
  const { path, query } = splitUrl(request.originalUrl);
  const isWriting = request.method !== 'GET' && request.method !== 'DELETE';
  const length = Number(request.headers['content-length'] ?? 0);
  const quotaUser =
    new URLSearchParams(query).get('quotaUser') ?? headersOf(request)['x-goog-quota-user'] ?? null;
  return {
    provider,
    clientId: access.clientId,
    user: chargedUser({ provider, path, access, quotaUser, find: parts.people.find }),
    uploadBytes: isWriting && Number.isFinite(length) ? length : 0,
  };
}

/** What is told of one request. */
function createVisit(
  { provider, parts, onExchange }: ApiAppOptions,
  route: ApiRoute | null,
  request: Request,
  access: Access | null,
) {
  const { method } = request;
  const { path, query } = splitUrl(request.originalUrl);
  const atMs = parts.clock.nowMs();
  let requestBody: Uint8Array = new Uint8Array();
  const tell = (answer: WireAnswer | null, faulted: FaultRule | null) =>
    onExchange?.({
      provider,
      routeId: route?.id ?? null,
      method,
      path,
      query,
      requestHeaders: headersOf(request),
      requestBody,
      status: answer?.status ?? null,
      responseHeaders: answer?.headers ?? {},
      responseBody: answer?.body ?? null,
      mailbox: mailboxOf(path, access, parts.people.find),
      atMs,
      faulted: faulted?.kind ?? null,
    });
  return {
    id: { method, path },
    bodyWas: (bytes: Uint8Array) => {
      requestBody = bytes;
    },
    end: (response: Response, answer: WireAnswer, fault: FaultRule | null) => {
      tell(answer, fault);
      send(response, answer, fault?.kind ?? null);
    },
    endWithout: (response: Response, fault: FaultRule) => {
      tell(null, fault);
      cut(response);
    },
  };
}
