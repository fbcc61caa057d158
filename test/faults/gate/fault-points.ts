import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Where a process can be made to kill itself: before a provider is asked, and between its success and our commit. */
const faultPoints = [
  'answerInvite:after-call',
  'tellOwner:after-call',
  'promptOwner:after-call',
  'answerInvite:before-call',
  'withdrawAnswer:after-call',
  'tellOwner:before-call',
  'promptOwner:before-call',
  'withdrawAnswer:before-call',
] as const;

const mostPasses = 40;

/** The point of the n-th start of the n-th process: all of them in turn, each after a few passes, by seed. */
export function faultPointOf(process: number, start: number, seed: number): string | null {
  // The server carries nothing out, unless it is alone; every fourth start lives until it is killed from outside.
  if (start % 4 === 3) return null;
  const point = faultPoints[(start + process * 3) % faultPoints.length] ?? faultPoints[0];
  const generator = xoroshiro128plus(seed + start * 1000 + process);
  const passes = point.startsWith('withdraw') ? 1 : uniformInt(generator, 1, mostPasses);
  return `${point}:${passes}`;
}
