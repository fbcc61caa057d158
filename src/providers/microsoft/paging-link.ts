import { isAllowedAddress } from '../transport/allowed-address.ts';

/**
 * A link of an answer (`@odata.nextLink`, `@odata.deltaLink`) as a path below the version, so that whatever follows it
 * goes to Graph and nowhere else.
 *
 * @param graph root of Graph, ends in a slash
 * @returns null for a link to another origin or outside of v1.0
 */
export function relativeLink(graph: string, link: string): string | null {
  const root = new URL('v1.0/', graph);
  const url = URL.parse(link);
  if (url === null || !isAllowedAddress(link, [graph]) || !url.pathname.startsWith(root.pathname))
    return null;
  return `/${url.pathname.slice(root.pathname.length)}${url.search}`;
}
