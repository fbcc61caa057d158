import type { Response } from 'express';
import type { FaultKind } from '../faults/fault-plan.ts';
import type { ApiAnswer } from './api-route.ts';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** Adds what HTTP wants. Header names come out in lower case. */
export function toWire({ status, headers = {}, json, raw }: ApiAnswer): WireAnswer {
  const text = json === undefined ? raw : JSON.stringify(json);
  const body = text === undefined ? null : Buffer.from(text);
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const type = json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  // RFC 9110, 8.6: an answer without content has no length either.
  const length = status === 204 || status === 304 ? {} : { 'content-length': String(body?.length ?? 0) };
  return { status, headers: { ...type, ...own, ...length }, body };
}

/** Sends the answer, whole or as a fault leaves it. */
export function send(response: Response, answer: WireAnswer, fault: FaultKind | null): void {
  const { status, headers, body } = answer;
  if (fault === 'reset-after' || (fault === 'half-answer' && !body?.length)) cut(response);
  else if (fault === 'half-answer' && body) {
    response.writeHead(status, headers);
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
  } else {
    response.writeHead(status, headers);
    response.end(body ?? undefined);
  }
}

/** Ends the connection without an answer. */
export function cut(response: Response): void {
  response.socket?.resetAndDestroy();
}
