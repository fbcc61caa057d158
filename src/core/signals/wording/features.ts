import type { Meeting } from '../../meeting/meeting.ts';
import type { EvidenceField } from '../signal.ts';
import { concepts } from './concepts/index.ts';
import { negations } from './concepts/negation.ts';
import { type Language, languageOfText } from './language.ts';
import { Lexicon } from './lexicon.ts';
import { longestRead, ownWords } from './own-words.ts';
import { structureFeatures } from './structure.ts';
import { normalizeWord, type Token, tokenize } from './tokens.ts';

/** Something of an invite that the model knows a weight for, with the place that shows it. */
export interface Feature {
  readonly name: string;
  /** Null for features of the invite's structure. */
  readonly place: { readonly field: EvidenceField; readonly start: number; readonly end: number } | null;
}

/** What was read from an invite. */
export interface InviteFeatures {
  readonly features: readonly Feature[];
  readonly language: Language;
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

const lexicon = new Lexicon(
  Object.fromEntries(
    Object.entries(concepts).map(([name, phrases]) => [
      name,
      [...phrases.en, ...phrases.de, ...('other' in phrases && phrases.other ? phrases.other : [])],
    ]),
  ),
);
const negationLexicon = new Lexicon({ negation: [...negations.en, ...negations.de, ...negations.other] });

/**
 * Everything the model looks at: words and word pairs, the lexicon's concepts, and the structure of the invite.
 * Names of attendees become `@name`, numbers `#`, so that no weight can stick to a person.
 * Where there is a description, the title speaks only through features of its own (`t:`): what an invite does
 * outweighs what it calls itself.
 */
export function readFeatures(meeting: Meeting, ownDomains: readonly string[], me: string | null): InviteFeatures {
  const names = attendeeNames(meeting);
  const title = tokenize(meeting.summary ?? '', 0, Math.min(meeting.summary?.length ?? 0, longestTitle));
  const body = bodyTokens(meeting.description);
  const features: Feature[] = [];
  const seen = new Set<string>();
  const add = (name: string, place: Feature['place']): void => {
    if (seen.has(name)) return;
    seen.add(name);
    features.push({ name, place });
  };
  readText(body, 'description', ['w', 'b', 'c'], names, add);
  readText(title, 'summary', ['t', 'tb', 'tc'], names, add);
  if (body.length === 0) readText(title, 'summary', ['w', 'b', 'c'], names, add);
  for (const name of structureFeatures(meeting, ownDomains, me, { title, body, names })) add(name, null);
  return { features, language: languageOfText(`${meeting.summary ?? ''}\n${meeting.description ?? ''}`, [...title, ...body]) };
}

function bodyTokens(description: string | null): Token[] {
  if (!description) return [];
  const text = description.length > longestRead ? description.slice(0, longestRead) : description;
  return ownWords(text).flatMap((span) => tokenize(text, span.start, span.end));
}

type Add = (name: string, place: Feature['place']) => void;

function readText(
  tokens: readonly Token[],
  field: EvidenceField,
  [word, pair, concept]: readonly [string, string, string],
  names: ReadonlySet<string>,
  add: Add,
): void {
  const negationEnds = new Set(negationLexicon.match(tokens).map((match) => match.to));
  for (const match of lexicon.match(tokens)) {
    const first = tokens[match.from];
    const last = tokens[match.to - 1];
    if (!first || !last) continue;
    const negated = negatedBefore.some((distance) => negationEnds.has(match.from - distance));
    add(`${negated ? 'n' : concept}:${match.concept}`, { field, start: first.start, end: last.end });
  }
  let previous: Token | null = null;
  let previousStem = '';
  for (const token of tokens) {
    const stem = stemOf(token.norm, names);
    if (!smallWords.has(token.norm)) add(`${word}:${stem}`, { field, start: token.start, end: token.end });
    if (previous) add(`${pair}:${previousStem} ${stem}`, { field, start: previous.start, end: token.end });
    previous = token;
    previousStem = stem;
  }
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

const endings = /(?:ings?|edly|ed|es|s|ungen|ung|en|er|em|e|n)$/;
const digits = /^\d+$/;

/** A crude stem, good enough for English and German: one ending off where at least four letters remain. */
function stemOf(norm: string, names: ReadonlySet<string>): string {
  if (names.has(norm)) return '@name';
  if (digits.test(norm)) return '#';
  if (norm.length < 5) return norm;
  const cut = norm.replace(endings, '');
  return cut.length >= 4 ? cut : norm;
}
