import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** MSAL takes only https and known hosts for an authority, so it always believes to talk to this one. */
const publicLogin = 'https://login.microsoftonline.com/';

/** Addresses of Microsoft, or of the sandbox. Both end in a slash. */
export interface MicrosoftEndpoints {
  readonly graph: string;
  readonly login: string;
}

/** The authority as MSAL is told it. */
export function authorityOf({ login }: MicrosoftEndpoints, tenantId: string): string {
  return `${login.startsWith('https:') ? login : publicLogin}${encodeURIComponent(tenantId)}`;
}

/** An address that MSAL made, at the sign-in service that is meant. */
export function atLogin({ login }: MicrosoftEndpoints, address: string): string {
  if (login.startsWith('https:') || !address.startsWith(publicLogin)) return address;
  return new URL(address.slice(publicLogin.length), login).href;
}

/**
 * The network of MSAL: the runtime's own fetch, and the sandbox in place of Microsoft where the endpoints say so.
 * It follows no redirect, because the body holds secrets.
 */
export function loginNetwork(endpoints: MicrosoftEndpoints, timeoutMs: number): INetworkModule {
  const send = async <T>(
    method: string,
    address: string,
    options: NetworkRequestOptions | undefined,
  ): Promise<NetworkResponse<T>> => {
    const response = await fetch(atLogin(endpoints, address), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    const text = await response.text();
    return {
      headers: Object.fromEntries(response.headers),
      body: parsed<T>(text),
      status: response.status,
    };
  };
  return {
    sendGetRequestAsync: (address, options) => send('GET', address, options),
    sendPostRequestAsync: (address, options) => send('POST', address, options),
  };
}

/**
 * A body that is no JSON object (an error page of a gateway) is no answer of the sign-in service. It is thrown, which
 * MSAL calls `network_error`: given an empty body it would take the empty text for a token.
 */
function parsed<T>(text: string): T {
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null) throw new SyntaxError('the answer is no JSON object');
  return body as T;
}
