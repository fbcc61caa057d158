import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../../../src/core/offer/draft.ts';
import { documentBlocks } from '../../../src/front/wording/document-blocks.ts';

const draft: Draft = {
  alternative: { format: 'document', template: 'rfc', window: 'rfc' },
  title: 'RFC: Billing',
  sections: [
    { heading: 'Problem', hint: 'What hurts.', lines: [] },
    { heading: 'Questions', hint: 'The points.', lines: ['who pays', 'when\u202E\r\nand how'] },
  ],
  dueMs: null,
};

describe('the blocks of a document', () => {
  it('hold every part with its hint, and the lines of the invite as clean text', () => {
    expect(documentBlocks(draft)).toEqual([
      { kind: 'heading', text: 'Problem' },
      { kind: 'paragraph', text: 'What hurts.' },
      { kind: 'heading', text: 'Questions' },
      { kind: 'paragraph', text: 'The points.' },
      { kind: 'bullet', text: 'who pays' },
      { kind: 'bullet', text: 'when and how' },
    ]);
  });
});
