import { describeAnswering } from './cases/answering.ts';
import { describeAvailability } from './cases/availability.ts';
import { describeOrganizing } from './cases/organizing.ts';
import { describePacing } from './cases/pacing.ts';
import { describeReading } from './cases/reading.ts';
import { describeSending } from './cases/sending.ts';
import { describeSigningIn } from './cases/signing-in.ts';
import { describeSubscribing } from './cases/subscribing.ts';
import { describeWhose } from './cases/whose.ts';
import type { OpenWorld } from './world.ts';

/** What every calendar provider has to do, whichever it is and however its unverified facts turn out. */
export function describeContract(open: OpenWorld): void {
  describeReading(open);
  describeAnswering(open);
  describeOrganizing(open);
  describeAvailability(open);
  describeSubscribing(open);
  describeSending(open);
  describeSigningIn(open);
  describeWhose(open);
  describePacing(open);
}
