/** A word of a text with its place in it. */
export interface Token {
  /** Lower case, without accents and apostrophes: what the lexicon and the model compare. */
  readonly norm: string;
  /** Offsets into the text it came from, UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const cjkCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** Words beyond this length say nothing and would only cost time: base64, links, quantifier bait. */
const longestWord = 40;

/** What a character is to a word: nothing, a part of one, or (CJK, which has no blanks) one by itself. */
type CharacterKind = 'gap' | 'letter' | 'alone' | 'apostrophe';

/**
 * Splits a text into words, in time linear in its length.
 * @param from offset at which reading starts, `to` where it ends (exclusive), both UTF-16 units
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let wordStart = -1;
  const endWord = (end: number): void => {
    if (wordStart >= 0 && end - wordStart <= longestWord) {
      tokens.push({ norm: normalizeWord(text.slice(wordStart, end)), start: wordStart, end });
    }
    wordStart = -1;
  };
  let at = from;
  while (at < to) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const kind = kindOf(code);
    if (kind === 'letter') {
      if (wordStart < 0) wordStart = at;
    } else if (kind === 'alone') {
      endWord(at);
      tokens.push({ norm: normalizeWord(String.fromCodePoint(code)), start: at, end: at + width });
    } else if (kind === 'gap' || wordStart < 0 || kindOf(text.codePointAt(at + 1) ?? 0) !== 'letter') {
      endWord(at);
    }
    at += width;
  }
  endWord(to);
  return tokens;
}

/** ASCII by number, since most text is; everything else by Unicode's own properties. */
function kindOf(code: number): CharacterKind {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))
      return 'letter';
    return code === 39 ? 'apostrophe' : 'gap';
  }
  if (code === 0x2019) return 'apostrophe';
  const character = String.fromCodePoint(code);
  if (!wordCharacter.test(character)) return code === 0x30fc ? 'alone' : 'gap';
  return cjkCharacter.test(character) ? 'alone' : 'letter';
}

/** Lower case, accents and apostrophes removed, ß, ł and ø as plain letters. */
export function normalizeWord(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o');
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127 || code === 39) return false;
  }
  return true;
}
