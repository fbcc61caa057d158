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
  readonly exact: Map<string, Node>;
  readonly prefix: Map<string, Node>;
  readonly suffix: Map<string, Node>;
  readonly concepts: string[];
}

/** Shortest and longest text before or after a `*`; bounds the look-ups of a token. */
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
    for (const word of phrase.split(' ')) {
      const norm = normalizeWord(word.replaceAll('*', ''));
      const affix = norm.slice(0, longestAffix);
      if (word.endsWith('*')) node = step(node.prefix, affix);
      else if (word.startsWith('*')) node = step(node.suffix, norm.slice(-longestAffix));
      else node = step(node.exact, norm);
    }
    if (!node.concepts.includes(concept)) node.concepts.push(concept);
  }

  /** All phrases in a text, at every place where one begins. Linear: a phrase has a bounded number of words. */
  match(tokens: readonly Token[]): LexiconMatch[] {
    const matches: LexiconMatch[] = [];
    for (let from = 0; from < tokens.length; from++) this.#walk(this.#root, tokens, from, from, matches);
    return matches;
  }

  #walk(node: Node, tokens: readonly Token[], from: number, at: number, matches: LexiconMatch[]): void {
    const word = tokens[at]?.norm;
    if (word === undefined) return;
    const reach = (next: Node | undefined): void => {
      if (!next) return;
      for (const concept of next.concepts) matches.push({ concept, from, to: at + 1 });
      this.#walk(next, tokens, from, at + 1, matches);
    };
    reach(node.exact.get(word));
    const longest = Math.min(word.length, longestAffix);
    if (node.prefix.size > 0) {
      for (let length = shortestAffix; length <= longest; length++) reach(node.prefix.get(word.slice(0, length)));
    }
    if (node.suffix.size > 0) {
      for (let length = shortestAffix; length <= longest; length++) reach(node.suffix.get(word.slice(-length)));
    }
  }
}

function emptyNode(): Node {
  return { exact: new Map(), prefix: new Map(), suffix: new Map(), concepts: [] };
}

function step(children: Map<string, Node>, word: string): Node {
  let next = children.get(word);
  if (!next) {
    next = emptyNode();
    children.set(word, next);
  }
  return next;
}
