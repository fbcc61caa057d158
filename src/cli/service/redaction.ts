/** Takes secrets out of a text. */
export type Redaction = (text: string) => string;

const removed = '[removed]';
/** Shorter ones would tear holes into ordinary words. */
const shortestSecret = 8;

/**
 * What looks like a secret wherever it comes from: a bearer token, a password in an address, a token of Google or
 * Microsoft, a private key, a token of one of our links, a field of that name. Each pattern runs in linear time.
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, `$1 ${removed}`],
  [/(:\/\/[^\s:/@]{0,200}:)[^\s@/]{1,500}@/g, `$1${removed}@`],
  [/\b(?:ya29\.|1\/\/0|GOCSPX-)[\w-]{8,}/g, removed],
  [/\beyJ[\w-]{10,}\.[\w-]{5,}(?:\.[\w-]*)?/g, removed],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\w\s+/=\\]*/g, removed],
  [/(\/[oc]\/)[\w-]{22}(?![\w-])/g, `$1${removed}`],
  [
    /("?(?:access_?token|refresh_?token|client_?secret|client_?state|password|secret|authorization|cookie|validationToken)"?\s{0,3}[:=]\s{0,3}"?)[^\s",;&}]{1,4000}/gi,
    `$1${removed}`,
  ],
];

/** @param secrets known ones, replaced wherever and in whatever encoding of an address they stand */
export function createRedaction(secrets: readonly string[]): Redaction {
  const known = [...new Set(secrets.flatMap(partsOf))]
    .filter((secret) => secret.length >= shortestSecret)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, removed), text);
    return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), without);
  };
}

/** A secret as it is, as an address encodes it, and the keys or the password inside it. */
function partsOf(secret: string): readonly string[] {
  const password = URL.parse(secret)?.password ?? '';
  const keys = secret.split(',').map((part) => part.slice(part.indexOf(':') + 1));
  return [secret, encodeURIComponent(secret), password, decoded(password), ...keys];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
