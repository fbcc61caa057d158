import type { ResponseWindowName } from '../meeting/policy.ts';
import type { Purpose } from '../signals/signal.ts';

/** The medium that replaces the meeting. */
type Format = 'document' | 'video' | 'thread';

/** What the reader gets to fill in; one file each in `templates`. */
export type TemplateName =
  | 'status-round'
  | 'video-outline'
  | 'rfc'
  | 'one-page-proposal'
  | 'decision-record'
  | 'state-of-play'
  | 'question-thread';

/** The better way for a meeting that need not be live. */
export interface Alternative {
  readonly format: Format;
  readonly template: TemplateName;
  readonly window: ResponseWindowName;
}

const byPurpose: Readonly<Partial<Record<Purpose, Alternative>>> = {
  status: { format: 'document', template: 'status-round', window: 'status' },
  broadcast: { format: 'video', template: 'video-outline', window: 'video' },
  demo: { format: 'video', template: 'video-outline', window: 'video' },
  training: { format: 'video', template: 'video-outline', window: 'video' },
  review: { format: 'document', template: 'rfc', window: 'review' },
  approval: { format: 'document', template: 'one-page-proposal', window: 'decision' },
  decision: { format: 'document', template: 'one-page-proposal', window: 'decision' },
  planning: { format: 'document', template: 'one-page-proposal', window: 'rfc' },
  handover: { format: 'document', template: 'state-of-play', window: 'handover' },
  question: { format: 'thread', template: 'question-thread', window: 'question' },
};

/** What to offer instead (principles: "What is offered instead"). A purpose without a better medium gets a thread. */
export function alternativeFor(purpose: Purpose | 'unknown'): Alternative {
  return (
    (purpose !== 'unknown' && byPurpose[purpose]) || {
      format: 'thread',
      template: 'question-thread',
      window: 'question',
    }
  );
}
