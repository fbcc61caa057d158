import type { ApiAnswer, ApiErrors } from '../api-route.ts';
import type { FaultRule } from './fault-plan.ts';

const quotaRetrySeconds = 3600;

/** The vendor's refusal for faults that come instead of the work; null for the kinds that are no answer. */
export function faultAnswer(rule: FaultRule, errors: ApiErrors): ApiAnswer | null {
  const { kind, retryAfterSeconds } = rule;
  if (kind === 'rate-limit') return changed(errors.throttled('mailbox', retryAfterSeconds ?? null), rule);
  if (kind === 'quota') {
    return changed(errors.quotaExhausted?.() ?? errors.throttled('mailbox', quotaRetrySeconds), rule);
  }
  if (kind === 'server-error') return changed(errors.serverFault(serverStatus(rule.status)), rule);
  return null;
}

function serverStatus(status: number | undefined): 500 | 502 | 503 | 504 {
  return status === 500 || status === 502 || status === 504 ? status : 503;
}

function changed(answer: ApiAnswer, { status, retryAfterSeconds }: FaultRule): ApiAnswer {
  const headers =
    retryAfterSeconds === undefined
      ? answer.headers
      : { ...answer.headers, 'retry-after': String(retryAfterSeconds) };
  return { ...answer, status: status ?? answer.status, ...(headers && { headers }) };
}
