import { describe, expect, it } from '@jest/globals';
import { responseWindowNames } from '../../../src/core/meeting/policy.ts';
import { alternativeFor } from '../../../src/core/offer/alternative.ts';
import { purposes } from '../../../src/core/signals/signal.ts';

describe('what is offered instead', () => {
  it.each([
    ['status', 'document', 'status-round', 'status'],
    ['broadcast', 'video', 'video-outline', 'video'],
    ['demo', 'video', 'video-outline', 'video'],
    ['training', 'video', 'video-outline', 'video'],
    ['review', 'document', 'rfc', 'review'],
    ['approval', 'document', 'one-page-proposal', 'decision'],
    ['decision', 'document', 'one-page-proposal', 'decision'],
    ['planning', 'document', 'one-page-proposal', 'rfc'],
    ['handover', 'document', 'state-of-play', 'handover'],
    ['question', 'thread', 'question-thread', 'question'],
    ['unknown', 'thread', 'question-thread', 'question'],
  ] as const)('%s: a %s', (purpose, format, template, window) => {
    expect(alternativeFor(purpose)).toEqual({ format, template, window });
  });

  it.each(purposes)('%s has one, with a window that a policy knows', (purpose) => {
    expect(responseWindowNames).toContain(alternativeFor(purpose).window);
  });
});
