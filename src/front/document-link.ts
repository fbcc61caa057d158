const isAddress = /^https?:\/\//;

/**
 * Where a document can be read. Addresses of the invented company are of vendors that know nothing of it: there the
 * sandbox shows what stands in it.
 *
 * @returns null for what is no address of the web
 */
export function documentLink(url: string | null, isSandbox: boolean): string | null {
  if (url === null || !isAddress.test(url)) return null;
  return isSandbox ? `/sandbox/documents?${new URLSearchParams({ url })}` : url;
}
