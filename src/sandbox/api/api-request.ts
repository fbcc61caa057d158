import express, { type Request, type Response } from 'express';
import type { Access, SandboxParts } from '../parts.ts';
import type { ApiRequest, ApiRoute } from './api-route.ts';

const uploadLimit = '260mb';
const usualLimit = '4mb';

/** A body that nobody can read, or that is too large. */
export class UnreadableBody extends Error {
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super('the body cannot be read', options);
    this.status = status;
  }
}

/** Header names are lower case already; of a repeated one Node keeps what HTTP says. */
export function headersOf(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

/** Path and query as they were sent. */
export function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const at = url.indexOf('?');
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) };
}

/** The access of the bearer token (RFC 6750); null without one that holds at this vendor. */
export function accessOf(
  request: Request,
  provider: Access['provider'],
  access: SandboxParts['access'],
): Access | null {
  const [scheme = '', token = ''] = (request.headers.authorization ?? '').split(' ');
  const found = scheme.toLowerCase() === 'bearer' ? access.find(token) : null;
  return found?.provider === provider ? found : null;
}

/** Whether a token opens a method. */
export function allows(access: Access, { scopes }: ApiRoute): boolean {
  return scopes === null || scopes.length === 0 || scopes.some((scope) => access.scopes.includes(scope));
}

/**
 * Reads the body, up to 260 MB for files and 4 MB for everything else.
 *
 * @throws UnreadableBody for a larger one, and for JSON that is none
 */
export async function readApiRequest(
  request: Request,
  response: Response,
  access: Access | null,
): Promise<ApiRequest> {
  const { path, query } = splitUrl(request.originalUrl);
  const rawBody = await readBody(request, response, isUpload(path) ? uploadLimit : usualLimit);
  return {
    params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
    query: new URLSearchParams(query),
    headers: headersOf(request),
    body: isFile(path) ? undefined : parseBody(rawBody, request.headers['content-type'] ?? ''),
    rawBody,
    access,
    origin: `http://${request.headers.host ?? ''}`,
  };
}

function isUpload(path: string): boolean {
  return path.includes('/upload/') || isFile(path);
}

/** The body is the file itself, also where it calls itself JSON. */
function isFile(path: string): boolean {
  return path.endsWith('/content');
}

function readBody(request: Request, response: Response, limit: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    express.raw({ type: () => true, limit })(request, response, (error?: unknown) => {
      if (error) reject(new UnreadableBody(statusOf(error), { cause: error }));
      else resolve(request.body instanceof Uint8Array ? request.body : new Uint8Array());
    });
  });
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : 400;
  return typeof status === 'number' ? status : 400;
}

function parseBody(bytes: Uint8Array, contentType: string): unknown {
  if (bytes.length === 0) return undefined;
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') {
    return Object.fromEntries(new URLSearchParams(textOf(bytes)));
  }
  if (type !== 'application/json' && !type.endsWith('+json')) return undefined;
  try {
    return JSON.parse(textOf(bytes));
  } catch (error) {
    throw new UnreadableBody(400, { cause: error });
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
