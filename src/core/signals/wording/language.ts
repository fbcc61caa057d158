import type { Token } from './tokens.ts';

/** Languages whose invites the gate was taught; `other` is any language that it was not. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pl' | 'pt' | 'ja' | 'other';

/** The languages in which judgements reach the published figures; in the others the gate is never sure. */
export const fluentLanguages: ReadonlySet<Language> = new Set(['en', 'de']);

/**
 * Frequent small words, normalized as tokens are. A word that English or German share with another language tells
 * nothing; one that only the others share tells that it is neither English nor German.
 */
const smallWords: Readonly<Record<Exclude<Language, 'ja'>, readonly string[]>> = {
  en: words`the and of to for with you we our is are be will this that on at it from have please can if your not by as what how who all do i a am an so no me or per in he`,
  de: words`der die das und den dem des ein eine einen mit fur ist sind wir ihr sie ich zu zum zur auf bitte nicht auch von im am uber bei nach wird werden noch euch uns kann wie oder wer es um da des so in an man ja per hat du hast dein`,
  fr: words`le la les des une du de et est nous vous je pour avec sur dans qui que au aux par ce cette ne pas sont notre votre bonjour merci elle tous chacun`,
  es: words`el la los las una del de y es con para por que en se su lo nos al como mas pero hola gracias esta este nuestro sobre hay cada si no`,
  pl: words`na nie sie jest dla czy od do i z jak za przed oraz tego ze czesc prosze dzien dobry nasz`,
  pt: words`os um uma da do dos das de para por que em na no nos voces ola obrigado nao esta sobre ao mais nosso ou hoje quem`,
  other: words`il di che non sono gli della het een van voor niet zijn og det ikke som till och att`,
};

/** Small words of one language only: what two languages share does not tell them apart. */
const languageOf = new Map<string, Language>();
/** Small words of several languages, none of them one that the gate is fluent in. */
const sharedByOthers = new Set<string>();
for (const word of new Set(Object.values(smallWords).flat())) {
  const of = (Object.keys(smallWords) as (keyof typeof smallWords)[]).filter((language) =>
    smallWords[language].includes(word),
  );
  const [only] = of;
  if (of.length === 1 && only) languageOf.set(word, only);
  else if (!of.some((language) => fluentLanguages.has(language))) sharedByOthers.add(word);
}

/** One small word of another language may be a name or a loan, where English or German ones stand beside it. */
const enoughForForeign = 2;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const latin = /[a-z0-9]/;
/** A title without any small word is read as English, the usual language of titles, unless its script says otherwise. */
const byDefault: Language = 'en';

/** Letters that only one of the taught languages has, and spellings of Polish; each counts like a small word. */
const ownLetters: readonly (readonly [Language, RegExp])[] = [
  ['de', /[äöüß]/giu],
  ['pl', /[ąęłśżźćń]|prz|szcz/giu],
  ['pt', /[ãõ]/giu],
  ['es', /[ñ¿¡]/giu],
  ['fr', /[èêëîïùûœ]/giu],
];
/** Letters of several languages that are neither English nor German. */
const foreignLetters = /[àáâçéíóôú]/giu;
/** What one of those patterns can begin with; most texts have none of it and are spared the rest. */
const worthCounting = /[\u0080-\uffff]|prz|szcz/i;
/** Enough text to know its language, UTF-16 units. */
const lettersRead = 2000;

/** Counts of what speaks for a language; `shared` speaks for any that the gate is not fluent in. */
interface LanguageEvidence {
  readonly counts: ReadonlyMap<Language, number>;
  readonly shared: number;
  /** Words in a script that none of the taught languages has. */
  readonly otherScript: number;
}

/**
 * The language of an invite, from its small words, its letters and its script. Linear in the length of the text.
 * A doubt between a language that the gate is fluent in and another one goes to the other: there the gate is never
 * sure enough to answer by itself, so the mistake costs a question and not a wrong answer.
 *
 * @param foreignPhrases phrases of the lexicon in the text that only languages other than English and German have
 */
export function languageOfText(text: string, tokens: readonly Token[], foreignPhrases = 0): Language {
  const { counts, shared, otherScript } = evidenceOf(text.slice(0, lettersRead), tokens);
  const fluent = likeliest(counts, true);
  const other = likeliest(counts, false);
  if (otherScript > Math.max(fluent.count, other.count)) return 'other';
  const foreign = other.count + shared + foreignPhrases;
  const isForeign = foreign > fluent.count && foreign >= (fluent.count > 0 ? enoughForForeign : 1);
  return isForeign ? (other.language ?? 'other') : (fluent.language ?? byDefault);
}

/** The language with the highest count among those the gate is fluent in, or among the others; the first of equals. */
function likeliest(
  counts: ReadonlyMap<Language, number>,
  isFluent: boolean,
): { readonly language: Language | null; readonly count: number } {
  let best: { language: Language | null; count: number } = { language: null, count: 0 };
  for (const [language, count] of counts) {
    if (count > best.count && fluentLanguages.has(language) === isFluent) best = { language, count };
  }
  return best;
}

function evidenceOf(text: string, tokens: readonly Token[]): LanguageEvidence {
  const counts = new Map<Language, number>();
  let shared = 0;
  let otherScript = 0;
  if (worthCounting.test(text)) {
    for (const [language, letters] of ownLetters) counts.set(language, text.match(letters)?.length ?? 0);
    shared = text.match(foreignLetters)?.length ?? 0;
  }
  for (const { norm } of tokens) {
    const language = languageOf.get(norm);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
    else if (sharedByOthers.has(norm)) shared += 1;
    else if (norm === '' || latin.test(norm)) continue;
    else if (kana.test(norm)) counts.set('ja', (counts.get('ja') ?? 0) + 1);
    else otherScript += 1;
  }
  return { counts, shared, otherScript };
}

function words(text: TemplateStringsArray): readonly string[] {
  return text.join('').split(' ');
}
