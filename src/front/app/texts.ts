/** Languages that pages are written in. Structure of `Language` of the viewer; see there. */
export type Language = 'en' | 'de';

/**
 * The words of a page in each language. `T` is an interface of its own (`Texts<CaseTexts>`), so that a key missing in
 * one language does not compile.
 */
export type Texts<T> = Readonly<Record<Language, T>>;
