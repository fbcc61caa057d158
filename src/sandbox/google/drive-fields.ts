/** Which fields of an answer are asked for; null is all of them. */
interface FieldMask {
  readonly [name: string]: FieldMask | null;
}

const deepest = 10;

/**
 * Reads a `fields` parameter such as `nextPageToken,files(id,owners/emailAddress)`.
 * @returns null where it is malformed
 */
export function parseFields(fields: string): FieldMask | null {
  const tokens = fields.match(/[A-Za-z]+|[*(),/]/g) ?? [];
  if (tokens.join('') !== fields.replaceAll(' ', '')) return null;
  const reader = { tokens, at: 0 };
  const mask = readList(reader, 0);
  return reader.at === tokens.length ? mask : null;
}

/** Leaves only what the mask names. */
export function selectFields(value: unknown, mask: FieldMask | null): unknown {
  if (mask === null || Object.hasOwn(mask, '*')) return value;
  if (Array.isArray(value)) return value.map((entry) => selectFields(entry, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]) => {
      const inner = Object.hasOwn(mask, name) ? mask[name] : undefined;
      return inner === undefined ? [] : [[name, selectFields(entry, inner)]];
    }),
  );
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function readList(reader: Reader, depth: number): FieldMask | null {
  const mask: Record<string, FieldMask | null> = Object.create(null);
  do {
    const entry = depth > deepest ? null : readPath(reader, depth);
    if (entry === null) return null;
    const before = mask[entry.name];
    mask[entry.name] = before && entry.inner ? { ...before, ...entry.inner } : entry.inner;
  } while (taken(reader, ','));
  return mask;
}

function readPath(
  reader: Reader,
  depth: number,
): { readonly name: string; readonly inner: FieldMask | null } | null {
  const name = reader.tokens[reader.at];
  if (name === undefined || /^[(),/]$/.test(name)) return null;
  reader.at += 1;
  if (taken(reader, '/')) {
    const inner = depth > deepest ? null : readPath(reader, depth + 1);
    return inner === null ? null : { name, inner: { [inner.name]: inner.inner } };
  }
  if (!taken(reader, '(')) return { name, inner: null };
  const inner = readList(reader, depth + 1);
  return inner !== null && taken(reader, ')') ? { name, inner } : null;
}

function taken(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at += 1;
  return true;
}
