import type { StoryStep } from './case-view-types.ts';

/**
 * Whether a step is the button that turns a meeting into a document: only the page of an offer has it, which is linked
 * in the answer to whoever invited.
 */
export function isByInviter(step: StoryStep): boolean {
  return step.kind === 'event' && step.event === 'CONVERTED' && step.actor === 'link';
}
