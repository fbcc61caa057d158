const standard = '/cases';
const longest = 2_000;

/**
 * Where to go afterwards: a path on this server, or the inbox of cases for anything else. Browsers take `\` for `/` and
 * leave out tabs and line breaks, so `/\evil.example` and `/<tab>/evil.example` lead away.
 * Source: url.spec.whatwg.org, section 4.4
 */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || given.length > longest || !/^\/(?!\/)[^\\]*$/.test(given)) return standard;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(given)) return standard;
  return new URL(given, 'http://local.invalid').host === 'local.invalid' ? given : standard;
}
