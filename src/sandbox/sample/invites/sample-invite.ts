import type { Purpose } from '../../../core/signals/signal.ts';
import type { SampleMeeting, SampleRhythm } from '../sample-meeting.ts';

/** An invite of the stream: what it says, and on which of its days it falls. */
export interface SampleInvite extends SampleMeeting, Pick<SampleRhythm, 'at' | 'days'> {
  /** What it is for, whatever it calls itself: what a reader who understands it would say. */
  readonly purpose: Purpose;
  /** A weekly series with this many weeks between two occurrences; absent for a single meeting. */
  readonly repeatsEveryWeeks?: number;
  /** True where `body` is markup and goes out as it stands. */
  readonly markup?: true;
}
