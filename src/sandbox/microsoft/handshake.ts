import { type Refusal, refuse } from './errors.ts';

/** Time for the answer (microsoft.md 4.2). */
const answerWithinMs = 10_000;

/** Public addresses need https; http is for this machine alone. Null where the address will do. */
export function refuseAddress(text: string, field: string): Refusal | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLoopback = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return null;
  return refuse(400, 'InvalidRequest', `${field} has to be an https address.`);
}

/** Asks an endpoint to repeat a token; null where it did. The token holds spaces and a colon, as Graph's does. */
export async function refuseUnvalidated(address: string, requestId: string): Promise<Refusal | null> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${requestId}`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  const fault = await askToRepeat(url, token);
  return fault === null
    ? null
    : refuse(
        400,
        'ValidationError',
        `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request. ${fault}`,
      );
}

async function askToRepeat(url: URL, token: string): Promise<string | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const text = await answer.text();
    if (answer.status !== 200) return `The answer was ${answer.status}.`;
    if (!answer.headers.get('content-type')?.startsWith('text/plain'))
      return 'The answer was not text/plain.';
    return text === token ? null : 'The answer was not the validation token.';
  } catch (error) {
    // What fetch throws: no connection, or no answer in time.
    return error instanceof Error && error.name === 'TimeoutError'
      ? 'The endpoint did not answer in time.'
      : 'The endpoint could not be reached.';
  }
}
