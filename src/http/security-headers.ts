import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * What every answer carries unless its route says otherwise: nothing is stored, framed, guessed or loaded from it.
 * A page that needs styles sets a Content-Security-Policy of its own.
 */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** A year, as browsers' lists of such sites ask for; other names of the domain are not ours to bind. */
const onlyEncrypted = { 'Strict-Transport-Security': 'max-age=31536000' } as const;

/** @param baseUrl where it is https, browsers are told never to come unencrypted (RFC 6797) */
export function securityHeaders(baseUrl: string | null): RequestHandler {
  const all = baseUrl?.startsWith('https:') ? { ...headers, ...onlyEncrypted } : headers;
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.set(all);
    next();
  };
}
