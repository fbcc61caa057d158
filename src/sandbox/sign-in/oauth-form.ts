import type { ApiAnswer, ApiRequest } from '../api/api-route.ts';

/** Fields of a form body (application/x-www-form-urlencoded). */
export function formOf(request: ApiRequest): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(request.rawBody));
}

/** Words of a space-separated list (RFC 6749, 3.3), each once. */
export function wordsOf(list: string | null): readonly string[] {
  return [...new Set((list ?? '').split(' ').filter((word) => word !== ''))];
}

/** Both vendors take plain http for a machine's own addresses only. */
export function isAcceptableRedirect(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname, hash } = new URL(uri);
  if (hash !== '') return false;
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

/** Sends the browser back to the application with these parameters; null ones are left out. */
export function redirectTo(uri: string, parameters: Readonly<Record<string, string | null>>): ApiAnswer {
  const target = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) target.searchParams.set(name, value);
  }
  return { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } };
}

/** Answer of a token endpoint; never kept by a cache (RFC 6749, 5.1). */
export function tokenAnswer(status: number, json: Readonly<Record<string, unknown>>): ApiAnswer {
  return { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache' }, json };
}
