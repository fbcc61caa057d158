import type { Token } from './tokens.ts';

/** Languages whose invites the gate was taught; `other` is any language that it was not. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pl' | 'pt' | 'ja' | 'other';

/** The languages in which judgements reach the published figures; in the others the gate is never sure. */
export const fluentLanguages: ReadonlySet<Language> = new Set(['en', 'de']);

/** Frequent small words, normalized as tokens are; words that two languages share stand in neither list. */
const smallWords: Readonly<Record<Exclude<Language, 'ja'>, readonly string[]>> = {
  en: words`the and of to for with you we our is are be will this that on at it from have please can if your not by as what how who all`,
  de: words`der die das und den dem des ein eine einen mit fur ist sind wir ihr sie ich zu zum zur auf bitte nicht auch von im am uber bei nach wird werden noch euch uns kann wie oder wer`,
  fr: words`le la les des une du et est nous vous je pour avec sur dans qui que au aux par ce cette ne pas sont notre votre bonjour merci`,
  es: words`el los las una del y es con para por que en se su lo nos al como mas pero hola gracias esta este nuestro sobre`,
  pl: words`na nie sie jest co dla po czy od do to i w z jak za od przed oraz tego ze czesc prosze dzien dobry nasz`,
  pt: words`os um uma da dos das e com para por que em na nos voces ola obrigado nao esta sobre ao mais nosso`,
  other: words`il di che per non con sono gli della het een van voor niet zijn og det ikke som till och att`,
};

/** Small words of one language only: what two languages share does not tell them apart. */
const languageOf = new Map<string, Language>();
const shared = new Set<string>();
for (const [language, list] of Object.entries(smallWords) as [Language, readonly string[]][]) {
  for (const word of list) {
    if (languageOf.has(word)) shared.add(word);
    else languageOf.set(word, language);
  }
}
for (const word of shared) languageOf.delete(word);

/** One small word of another language may be a name or a loan. */
const enoughForForeign = 2;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const latin = /[a-z0-9]/;
/** A title without any small word is read as English, the usual language of titles, unless its script says otherwise. */
const byDefault: Language = 'en';

/** Letters that only one of the taught languages has; each counts like a small word. */
const ownLetters: readonly (readonly [Language, RegExp])[] = [
  ['de', /[äöüß]/giu],
  ['pl', /[ąęłśżźćń]/giu],
  ['pt', /[ãõ]/giu],
  ['es', /[ñ¿¡]/giu],
  ['fr', /[èêëîïùûœ]/giu],
];
/** Enough text to know its language, UTF-16 units. */
const lettersRead = 2000;

/** The language of an invite, from its small words, its letters and its script. Linear in the length of the text. */
export function languageOfText(text: string, tokens: readonly Token[]): Language {
  const counts = new Map<Language, number>();
  const start = text.slice(0, lettersRead);
  for (const [language, letters] of ownLetters) {
    const found = start.match(letters)?.length ?? 0;
    if (found > 0) counts.set(language, found);
  }
  let foreign = 0;
  for (const { norm } of tokens) {
    const language = languageOf.get(norm) ?? (kana.test(norm) ? 'ja' : undefined);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
    else if (!latin.test(norm)) foreign += 1;
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (foreign > (best?.[1] ?? 0)) return 'other';
  if (best === undefined) return byDefault;
  return fluentLanguages.has(best[0]) || best[1] >= enoughForForeign ? best[0] : byDefault;
}

function words(text: TemplateStringsArray): readonly string[] {
  return text.join('').split(' ');
}
