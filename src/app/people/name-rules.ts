import { literally } from './literally.ts';

type NameRule = (text: string, replacement: string) => string;

/** Longer ones are none; more of them are nobody's. Both come from invites, whose senders choose them. */
const longestName = 100;
const mostNames = 50;

/** Whoever sends an invite may call a person `the`: only what is written like a name is looked for in texts. */
const writtenLikeName = /^[\p{Lu}\p{Lt}\p{Lo}].*\s['’]?[\p{Lu}\p{Lt}\p{Lo}][^\s]*$/u;
const writtenLikeFirstName = /^\p{Lu}\p{Ll}{2,}$/u;

/** Whether texts are searched for it. */
export function isWrittenLikeName(name: string): boolean {
  return name.length <= longestName && (writtenLikeName.test(name) || writtenLikeFirstName.test(name));
}

/**
 * How texts are searched for names: a full name in any spelling of its letters and spaces; a single word only as it is
 * written, in a sentence or alone, because codes, zones (`Europe/Paris`) and ids are single words too.
 */
export function nameRules(names: readonly string[]): readonly NameRule[] {
  const given = [...new Set(names.map((name) => name.trim()))].filter((name) => name.length <= longestName);
  // The longer first: it may contain a shorter one.
  const sorted = given.toSorted((one, other) => other.length - one.length).slice(0, mostNames);
  const full = sorted.filter((name) => writtenLikeName.test(name));
  const single = sorted.filter((name) => writtenLikeFirstName.test(name));
  return [...ruleOf(full, 'giu', fullForm), ...ruleOf(single, 'gu', literally).map(inSentences(single))];
}

function ruleOf(names: readonly string[], flags: string, formOf: (name: string) => string): NameRule[] {
  if (names.length === 0) return [];
  const form = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${names.map(formOf).join('|')})(?![\p{L}\p{N}])`,
    flags,
  );
  return [(text, replacement) => text.replace(form, replacement)];
}

function fullForm(name: string): string {
  return name.split(/\s+/u).map(literally).join(String.raw`\s+`);
}

function inSentences(single: readonly string[]): (rule: NameRule) => NameRule {
  return (rule) => (text, replacement) =>
    single.includes(text) || /\s/u.test(text) ? rule(text, replacement) : text;
}
