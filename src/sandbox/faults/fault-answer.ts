import type { ApiAnswer, ApiErrors } from '../api/api-route.ts';
import type { FaultRule } from './fault-plan.ts';

const quotaRetrySeconds = 3600;

/**
 * The vendor's refusal for faults that come instead of the work; null for the kinds that are no answer.
 *
 * @param nowMs sandbox time, epoch milliseconds
 */
export function faultAnswer(rule: FaultRule, errors: ApiErrors, nowMs: number): ApiAnswer | null {
  const { kind } = rule;
  if (kind === 'rate-limit') return changed(errors.throttled('mailbox', null), rule, nowMs);
  if (kind === 'quota') {
    return changed(errors.quotaExhausted?.() ?? errors.throttled('mailbox', quotaRetrySeconds), rule, nowMs);
  }
  if (kind === 'server-error') return changed(errors.serverFault(serverStatus(rule.status)), rule, nowMs);
  return null;
}

function serverStatus(status: number | undefined): 500 | 502 | 503 | 504 {
  return status === 500 || status === 502 || status === 504 ? status : 503;
}

function changed(answer: ApiAnswer, rule: FaultRule, nowMs: number): ApiAnswer {
  const headers = { ...answer.headers, ...retryAfter(rule, nowMs) };
  return { ...answer, status: rule.status ?? answer.status, headers };
}

function retryAfter({ retryAfterSeconds, retryAfterAsDate }: FaultRule, nowMs: number): ApiAnswer['headers'] {
  if (retryAfterSeconds === undefined) return {};
  if (retryAfterAsDate !== true) return { 'retry-after': String(retryAfterSeconds) };
  const date = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toUTCString();
  return { date: date(nowMs), 'retry-after': date(nowMs + retryAfterSeconds * 1000) };
}
