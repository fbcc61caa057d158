import type { Meeting } from '../../meeting/meeting.ts';
import type { EvidenceField } from '../signal.ts';
import { concepts } from './concepts/index.ts';
import { negations } from './concepts/negation.ts';
import { type Language, languageOfText } from './language.ts';
import { Lexicon, type LexiconMatch } from './lexicon.ts';
import { longestRead, ownWords } from './own-words.ts';
import { outsidersOf, structureFeatures } from './structure.ts';
import { normalizeWord, type Token, tokenize } from './tokens.ts';

/**
 * What a feature is: word, pair of words or concept of the text (`w`, `b`, `c`) or of the title (`t`, `tb`, `tc`),
 * a concept that is negated (`n`), or the structure of the invite (`s`).
 */
export type FeatureKind = 'w' | 'b' | 'c' | 't' | 'tb' | 'tc' | 'n' | 's';

/** Something of an invite that the model may know a weight for, with the place that shows it. */
export interface Feature {
  readonly kind: FeatureKind;
  /** What it says: a stem, two stems, the name of a concept, a property. */
  readonly value: string;
  /** `kind:value`, as the weights name it. */
  readonly name: string;
  /** Null for features of the invite's structure. */
  readonly place: { readonly field: EvidenceField; readonly start: number; readonly end: number } | null;
}

/** What was read from an invite. */
export interface InviteFeatures {
  readonly features: readonly Feature[];
  readonly language: Language;
  /** Addresses of the people outside the organization. */
  readonly outsiders: readonly string[];
}

/** Titles are read up to here, UTF-16 units. */
const longestTitle = 500;
/** A negation that ends less than this many words before a phrase turns it around: "no need to attend". */
const negatedBefore = [0, 1, 2];

/** Words that say nothing alone; pairs with them may. */
const smallWords: ReadonlySet<string> = new Set(
  (
    'the a an and or of to in on at for with by from is are be it its this that as so but if then than was were will ' +
    'would can could do does did has have had der die das und oder mit von zu im in am an auf fur ist sind ein wird ' +
    'werd auch noch es den dem des'
  ).split(' '),
);

/** The name under which negations stand in the lexicon beside the concepts. */
const negation = '(negation)';

/** The name under which the phrases of the half-known languages stand once more, to tell the language by. */
const foreignPhrase = '(foreign)';

const lexicon = new Lexicon({
  ...Object.fromEntries(
    Object.entries(concepts).map(([name, { en, de, other = [] }]) => [name, [...en, ...de, ...other]]),
  ),
  [negation]: Object.values(negations).flat(),
  [foreignPhrase]: Object.values(concepts).flatMap(({ other = [] }) => other),
});

/**
 * Everything the model looks at: words and word pairs, the lexicon's concepts, and the structure of the invite.
 * Names of attendees become `@name`, numbers `#`, so that no weight can stick to a person.
 * Where there is a description, the title speaks only through features of its own (`t:`): what an invite does
 * outweighs what it calls itself.
 */
export function readFeatures(
  meeting: Meeting,
  ownDomains: readonly string[],
  me: string | null,
): InviteFeatures {
  const names = attendeeNames(meeting);
  const title = tokenize(meeting.summary ?? '', 0, Math.min(meeting.summary?.length ?? 0, longestTitle));
  const body = bodyTokens(meeting.description);
  const outsiders = outsidersOf(meeting, ownDomains, me);
  const features = new FeatureList();
  const titleText = readText(title, 'summary', names);
  const bodyText = readText(body, 'description', names);
  addText(features, bodyText, textKinds);
  addText(features, titleText, titleKinds);
  if (body.length === 0) addText(features, titleText, textKinds);
  features.add('s', `concepts ${sayingConcepts(features.list)}${body.length === 0 ? ' alone' : ''}`, null);
  const hasOutsiders = outsiders.length > 0;
  for (const value of structureFeatures(meeting, { title, body, names, hasOutsiders }))
    features.add('s', value, null);
  const start = `${meeting.summary ?? ''}\n${meeting.description ?? ''}`;
  const foreignPhrases = [...titleText.phrases, ...bodyText.phrases].filter(
    ({ concept }) => concept === foreignPhrase,
  ).length;
  return {
    features: features.list,
    language: languageOfText(start, [...title, ...body], foreignPhrases),
    outsiders,
  };
}

/** Concepts that say nothing about what a meeting does. */
const emptyConcepts: ReadonlySet<string> = new Set(['vague-title', 'agenda-missing', 'loud']);

/** How many concepts say something: a placeholder has none, whatever its length. */
function sayingConcepts(features: readonly Feature[]): 'none' | 'one' | 'more' {
  const said = new Set<string>();
  for (const { kind, value } of features) {
    if ((kind === 'c' || kind === 'tc') && !emptyConcepts.has(value)) said.add(value);
  }
  if (said.size === 0) return 'none';
  return said.size === 1 ? 'one' : 'more';
}

/** Features in the order in which they were first seen. */
class FeatureList {
  readonly list: Feature[] = [];
  readonly #seen = new Set<string>();

  add(kind: FeatureKind, value: string, place: Feature['place']): void {
    const name = `${kind}:${value}`;
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    this.list.push({ kind, value, name, place });
  }
}

function bodyTokens(description: string | null): Token[] {
  if (!description) return [];
  const text = description.length > longestRead ? description.slice(0, longestRead) : description;
  return ownWords(text).flatMap((span) => tokenize(text, span.start, span.end));
}

/** A text as the features see it; a title without a description is read once and counts twice. */
interface ReadText {
  readonly field: EvidenceField;
  readonly tokens: readonly Token[];
  /** The stem of each token. */
  readonly stems: readonly string[];
  readonly phrases: readonly LexiconMatch[];
}

function readText(tokens: readonly Token[], field: EvidenceField, names: ReadonlySet<string>): ReadText {
  return {
    field,
    tokens,
    stems: tokens.map(({ norm }) => stemOf(norm, names)),
    phrases: lexicon.match(tokens),
  };
}

type TextKinds = Readonly<Record<'word' | 'pair' | 'concept', FeatureKind>>;
const textKinds: TextKinds = { word: 'w', pair: 'b', concept: 'c' };
const titleKinds: TextKinds = { word: 't', pair: 'tb', concept: 'tc' };

function addText(features: FeatureList, { field, tokens, stems, phrases }: ReadText, kinds: TextKinds): void {
  const place = (first: number, last: number): Feature['place'] => ({
    field,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
  });
  const negationEnds = new Set(phrases.filter(({ concept }) => concept === negation).map(({ to }) => to));
  for (const { concept, from, to } of phrases) {
    if (concept === negation || concept === foreignPhrase) continue;
    const negated = negatedBefore.some((distance) => negationEnds.has(from - distance));
    features.add(negated ? 'n' : kinds.concept, concept, place(from, to - 1));
  }
  stems.forEach((stem, at) => {
    if (!smallWords.has(tokens[at]?.norm ?? '')) features.add(kinds.word, stem, place(at, at));
    if (at > 0) features.add(kinds.pair, `${stems[at - 1]} ${stem}`, place(at - 1, at));
  });
}

/** First and last names of the attendees, normalized; short or common-word names are left to be words. */
function attendeeNames(meeting: Meeting): ReadonlySet<string> {
  const names = new Set<string>();
  for (const person of [...meeting.attendees, ...(meeting.organizer ? [meeting.organizer] : [])]) {
    const local = person.email?.split('@')[0]?.split(/[._-]/) ?? [];
    for (const part of [...(person.name?.split(/[\s,]+/) ?? []), ...local]) {
      const norm = normalizeWord(part.slice(0, 40));
      if (norm.length >= 3) names.add(norm);
    }
  }
  return names;
}

/** The longest first, so that the first that fits is the whole ending. */
const endings = ['ungen', 'ings', 'edly', 'ing', 'ung', 'ed', 'es', 'en', 'er', 'em', 's', 'e', 'n'] as const;
const digits = /^\d+$/;

/** A crude stem, good enough for English and German: one ending off where at least four letters remain. */
function stemOf(norm: string, names: ReadonlySet<string>): string {
  if (names.has(norm)) return '@name';
  if (digits.test(norm)) return '#';
  if (norm.length < 5) return norm;
  const ending = endings.find((candidate) => norm.endsWith(candidate)) ?? '';
  return norm.length - ending.length >= 4 ? norm.slice(0, norm.length - ending.length) : norm;
}
