import { answerComment } from './answer-comment.ts';
import { documentBlocks } from './document-blocks.ts';
import { ownerMail } from './owner-mail.tsx';

/** What people read, in English. */
export function createWording() {
  return { answerComment, ownerMail, documentBlocks };
}
