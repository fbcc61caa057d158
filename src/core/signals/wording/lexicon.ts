import { normalizeWord, type Token } from './tokens.ts';

/** A phrase of the lexicon found in a text. */
export interface LexiconMatch {
  readonly concept: string;
  /** Index of its first token, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

/** A tree of phrases, one token a step. `word*` matches by beginning, `*word` by ending. */
interface Node {
  readonly concepts: string[];
  exact: Map<string, Node> | null;
  prefixes: AffixTable | null;
  suffixes: AffixTable | null;
}

interface Affix {
  readonly text: string;
  readonly node: Node;
}

/** Affixes by the three letters at their outer end, the shortest first: a word looks only at those it may have. */
type AffixTable = Map<string, Affix[]>;

/** Shortest and longest text before or after a `*`. */
const shortestAffix = 3;
const longestAffix = 16;

export class Lexicon {
  readonly #root: Node = emptyNode();

  constructor(concepts: Readonly<Record<string, readonly string[]>>) {
    for (const [concept, phrases] of Object.entries(concepts)) {
      for (const phrase of phrases) this.#add(concept, phrase);
    }
  }

  #add(concept: string, phrase: string): void {
    let node = this.#root;
    for (const word of phrase.split(' ')) node = step(node, word);
    if (!node.concepts.includes(concept)) node.concepts.push(concept);
  }

  /** All phrases in a text, at every place where one begins. Linear: a phrase has a bounded number of words. */
  match(tokens: readonly Token[]): LexiconMatch[] {
    const matches: LexiconMatch[] = [];
    for (let from = 0; from < tokens.length; from++) walk(this.#root, tokens, from, from, matches);
    return matches;
  }
}

function walk(node: Node, tokens: readonly Token[], from: number, at: number, matches: LexiconMatch[]): void {
  const word = tokens[at]?.norm;
  if (word === undefined) return;
  const reach = (next: Node): void => {
    for (const concept of next.concepts) matches.push({ concept, from, to: at + 1 });
    walk(next, tokens, from, at + 1, matches);
  };
  const exact = node.exact?.get(word);
  if (exact) reach(exact);
  if (word.length < shortestAffix) return;
  for (const { text, node: next } of node.prefixes?.get(word.slice(0, shortestAffix)) ?? noAffixes) {
    if (word.startsWith(text)) reach(next);
  }
  for (const { text, node: next } of node.suffixes?.get(word.slice(-shortestAffix)) ?? noAffixes) {
    if (word.endsWith(text)) reach(next);
  }
}

const noAffixes: readonly Affix[] = [];

/** Most nodes end a phrase, so what leads on from one is made when it is needed. */
function emptyNode(): Node {
  return { concepts: [], exact: null, prefixes: null, suffixes: null };
}

/** The node that a word of a phrase leads to, made where there is none. */
function step(node: Node, word: string): Node {
  if (word.endsWith('*')) {
    const text = normalizeWord(word.slice(0, -1)).slice(0, longestAffix);
    node.prefixes ??= new Map();
    return affixStep(node.prefixes, text.slice(0, shortestAffix), text);
  }
  if (word.startsWith('*')) {
    const text = normalizeWord(word.slice(1)).slice(-longestAffix);
    node.suffixes ??= new Map();
    return affixStep(node.suffixes, text.slice(-shortestAffix), text);
  }
  const norm = normalizeWord(word);
  node.exact ??= new Map();
  let next = node.exact.get(norm);
  if (!next) {
    next = emptyNode();
    node.exact.set(norm, next);
  }
  return next;
}

function affixStep(table: AffixTable, outerLetters: string, text: string): Node {
  const affixes = table.get(outerLetters) ?? [];
  const known = affixes.find((affix) => affix.text === text);
  if (known) return known.node;
  const affix = { text, node: emptyNode() };
  table.set(
    outerLetters,
    [...affixes, affix].sort((a, b) => a.text.length - b.text.length),
  );
  return affix.node;
}
