/** Longer text is cut before anything looks at it: what comes later would never be shown. */
const longestRead = 20_000;

/** Controls and line ends: whatever they stood for, a gap is left. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/**
 * Characters that change how a line looks without being seen in it: direction marks and overrides (Unicode TR36,
 * "bidirectional text spoofing"), zero-width characters, tags, private use.
 * Kept: the joiners that emoji and Persian need.
 */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Co}/gu;

/** Marks piled on one letter cover the lines around it; no script needs more than four. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * Text of an invite as one line that can be shown anywhere: no control or direction characters, white space
 * collapsed, well-formed, at most `maxLength` characters as a reader counts them (the last one is `…` where it was
 * cut); `maxLength` is at least 1. Does not escape: the place that prints it knows how.
 */
export function displayText(text: string, maxLength: number): string {
  const line = text
    .slice(0, longestRead)
    .toWellFormed()
    .replace(controls, ' ')
    .replace(invisible, '')
    .replace(piledMarks, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  // A character has at least one code unit, so a short string needs no counting.
  if (line.length <= maxLength && text.length <= longestRead) return line;
  const characters = [
    ...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line.slice(0, maxLength * 40)),
  ];
  if (characters.length <= maxLength && text.length <= longestRead) return line;
  const kept = characters.slice(0, Math.max(0, maxLength - 1)).map(({ segment }) => segment);
  return `${kept.join('').trimEnd()}…`;
}
