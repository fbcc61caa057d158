/** One answer, and the address that it came from as the browser shows it. */
export interface Visited {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** As much of a browser as a sign-in needs: cookies of each host, and redirects. */
export interface CookieBrowser {
  readonly open: (url: string, init?: RequestInit) => Promise<Visited>;
  /** Opens, and follows redirects until there is none, or until one leads to an address that begins so. */
  readonly follow: (url: string, init?: RequestInit, until?: string) => Promise<Visited>;
  /** Sends the form of a page that is opened first: its fields, and what is filled in. */
  readonly submit: (page: string, fields?: Readonly<Record<string, string>>) => Promise<Visited>;
  readonly cookies: (host: string) => Map<string, string>;
}

/** @param served from an origin as pages name it to where it is served in truth */
export function openCookieBrowser(served: Readonly<Record<string, string>>): CookieBrowser {
  const jar = new Map<string, Map<string, string>>();
  const cookies = (host: string) => jar.get(host) ?? jar.set(host, new Map()).get(host) ?? new Map();
  const open = async (address: string, init: RequestInit = {}): Promise<Visited> => {
    const url = new URL(address);
    const own = cookies(url.host);
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${served[url.origin] ?? url.origin}${url.pathname}${url.search}`, {
      ...init,
      headers: { ...(cookie !== '' && { cookie }), ...init.headers },
      redirect: 'manual',
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) own.delete(name);
      else own.set(name, value);
    }
    return { url: address, status: response.status, headers: response.headers, text: await response.text() };
  };
  const follow = async (address: string, init?: RequestInit, until?: string): Promise<Visited> => {
    let visited = await open(address, init);
    for (let hop = 0; hop < 15; hop += 1) {
      const location = visited.headers.get('location');
      const next = location === null ? null : new URL(location, visited.url).href;
      if (next === null || (until !== undefined && next.startsWith(until))) return visited;
      visited = await open(next);
    }
    throw new Error(`no end of redirects at ${visited.url}`);
  };
  return {
    open,
    follow,
    submit: async (page, fields = {}) => {
      const { text, url } = await open(page);
      const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const body = new URLSearchParams({ csrf, ...fields });
      return await open(new URL(new URL(url).pathname, url).href, { method: 'POST', body });
    },
    cookies,
  };
}
