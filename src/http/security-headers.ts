import type { NextFunction, Request, Response } from 'express';

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

export function securityHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.set(headers);
  next();
}
