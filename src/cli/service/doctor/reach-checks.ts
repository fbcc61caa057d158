import { isLoopback } from '../../../app/access/loopback.ts';
import type { Service } from '../create-service.ts';
import { broken, doubtful, durationText, type Finding, fine } from './finding.ts';

const patienceMs = 5_000;
/** Signed requests and tokens are refused at a skew of five minutes; well before that somebody should know. */
const mostSkewMs = 60_000;
const clocks = {
  google: 'https://www.googleapis.com/discovery/v1/apis',
  microsoft: 'https://graph.microsoft.com/v1.0/$metadata',
} as const;

/** Whether notifications can reach this server, as far as that can be seen from here. */
export async function checkReach({ deps, url }: Service): Promise<readonly Finding[]> {
  const { baseUrl } = deps;
  const check = 'reachable (BASE_URL)';
  if (baseUrl === null) {
    const what = 'not stated: calendars are asked every few minutes, and answers carry no links';
    return [doubtful(check, what, 'state the https address of this server')];
  }
  const { protocol, hostname } = new URL(baseUrl);
  const isLocal = isLoopback(hostname);
  const findings: Finding[] = [];
  if (protocol !== 'https:' && !isLocal)
    findings.push(
      broken(check, 'it is not https, so no calendar notifies it', 'put a proxy with TLS in front'),
    );
  findings.push(await askHealth(`${baseUrl}/healthz`, url !== null));
  if (isLocal)
    findings.push(
      doubtful(check, 'only this machine can reach it', 'for real calendars state an https address'),
    );
  return findings;
}

async function askHealth(address: string, serves: boolean): Promise<Finding> {
  const check = 'healthz through BASE_URL';
  const remedy = serves ? 'check the proxy, DNS and the firewall' : 'start "serve", then ask again';
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const body: unknown = await answer.json().catch(() => null);
    const isOurs = answer.ok && typeof body === 'object' && body !== null && 'alive' in body;
    return isOurs
      ? fine(check, 'answers')
      : broken(check, `somebody else answers (${answer.status})`, remedy);
  } catch (error) {
    return broken(check, `no answer (${codeOf(error)})`, remedy);
  }
}

/** The clock of this machine against those of the providers that are used. In the sandbox time is its own. */
export async function checkClock({ deps, settings, isSandbox }: Service): Promise<readonly Finding[]> {
  const endpoints = { google: settings.GOOGLE_ENDPOINT, microsoft: settings.MICROSOFT_ENDPOINT };
  const findings: Finding[] = [];
  for (const name of ['google', 'microsoft'] as const) {
    if (deps.providers[name] === null || isSandbox || endpoints[name] !== null) continue;
    findings.push(await checkSkew(`clock against ${name}`, clocks[name], deps.clock.nowMs));
  }
  return findings;
}

async function checkSkew(check: string, address: string, nowMs: () => number): Promise<Finding> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    const theirMs = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isNaN(theirMs)) return doubtful(check, 'they say no time', 'ask again later');
    const skewMs = Math.abs(nowMs() - theirMs);
    if (skewMs <= mostSkewMs) return fine(check, `${durationText(skewMs)} apart`);
    return broken(check, `${durationText(skewMs)} apart`, 'set the clock of this machine (NTP)');
  } catch (error) {
    return broken(check, `cannot be reached (${codeOf(error)})`, 'open the way to it for https');
  }
}

export function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.name : 'unknown';
}
