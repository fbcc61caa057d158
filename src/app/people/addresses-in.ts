/** RFC 5321 section 4.5.3.1. */
const longestLocalPart = 64;
const longestDomain = 255;

const inLocalPart = /[\p{L}\p{N}.!#$&'*+/=?^_`{|}~%-]/u;
const inDomain = /[\p{L}\p{N}.-]/u;
const around = /^[.\-']+|[.\-']+$/g;
const escaped = /^.*%[0-9A-Fa-f]{2}/;

/**
 * Every mail address that stands anywhere in a value, lower case. Looks at a bounded stretch around each `@`, so it is
 * linear whatever the text is. Of what a link or a sentence glued to an address both readings are given.
 */
export function addressesIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  collect(value, found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') collectFromText(value, found);
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      if (key.includes('@')) collectFromText(key, found);
      collect(part, found);
    }
}

function collectFromText(text: string, found: Set<string>): void {
  for (const sign of ['@', '%40'])
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) {
      const domain = domainAfter(text, at + sign.length);
      const local = domain.includes('.') ? localPartBefore(text, at) : '';
      if (local === '') continue;
      for (const reading of readingsOf(local)) found.add(`${reading}@${domain}`.toLowerCase());
    }
}

function readingsOf(local: string): readonly string[] {
  const trimmed = local.replace(around, '');
  const readings = [local, trimmed, trimmed.replace(escaped, ''), trimmed.slice(lastSeparator(trimmed) + 1)];
  return [...new Set(readings)].filter((reading) => reading !== '');
}

/** Allowed in an address by RFC 5321, used in none, and what links put before one. */
function lastSeparator(local: string): number {
  return Math.max(
    ...['/', '=', '?', '&', "'", '|', '{', '`'].map((separator) => local.lastIndexOf(separator)),
  );
}

function localPartBefore(text: string, end: number): string {
  let start = end;
  const least = Math.max(0, end - longestLocalPart * 2);
  while (start > least && inLocalPart.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function domainAfter(text: string, start: number): string {
  let end = start;
  const most = Math.min(text.length, start + longestDomain);
  while (end < most && inDomain.test(text.charAt(end))) end += 1;
  return text.slice(start, end).replace(around, '');
}
