import type { Draft } from '../../core/offer/draft.ts';
import { displayText } from '../plain-text.ts';

const longestLine = 300;

interface Block {
  readonly kind: 'heading' | 'paragraph' | 'bullet';
  readonly text: string;
}

/** A draft as blocks of a document: what belongs in each part, and what the invite already says about it. */
export function documentBlocks({ sections }: Draft): readonly Block[] {
  return sections.flatMap(({ heading, hint, lines }): Block[] => [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: hint },
    ...lines.map((line): Block => ({ kind: 'bullet', text: displayText(line, longestLine) })),
  ]);
}
