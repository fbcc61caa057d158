import { STATUS_CODES } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import type { GateDeps } from '../app/gate-deps.ts';

/** Nobody knows this address. */
export function answerNotFound(_request: Request, response: Response): void {
  sendError(response, 404);
}

/**
 * What a route threw. Faults of the request (of express: a body that is too large, a broken escape in a path) keep
 * their status; everything else is ours: a line in the log, and a 500 that tells only the id of the request.
 */
export function answerError(log: GateDeps['log']) {
  return (thrown: unknown, _request: Request, response: Response, next: NextFunction): void => {
    const status = statusOf(thrown);
    if (status === 500) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      log.error('request-failed', { requestId: String(response.locals.requestId), error });
    }
    if (response.headersSent) next(thrown);
    else sendError(response, status);
  };
}

function sendError(response: Response, status: number): void {
  response.status(status).json({ error: STATUS_CODES[status], requestId: response.locals.requestId });
}

function statusOf(thrown: unknown): number {
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
