/**
 * Phrases by language. Lower case, without accents; tokens separated by one blank. `word*` is a prefix, `*word` a
 * suffix (German compounds). A phrase stands once per concept, under the first language that has it, and a longer one
 * that contains it is left out: match the phrases of all languages together.
 */
export type ConceptTable = Readonly<
  Record<
    string,
    { readonly en: readonly string[]; readonly de: readonly string[]; readonly other?: readonly string[] }
  >
>;

/** The phrases of a list written with commas, in the order written; line ends and blanks around a phrase do not count. */
export function phrases(list: TemplateStringsArray): readonly string[] {
  return list
    .join('')
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
