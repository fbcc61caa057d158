import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Where a process can be made to kill itself: before a provider is asked, and between its success and our commit. */
export const faultPoints = [
  'answerInvite:after-call',
  'tellOwner:after-call',
  'promptOwner:after-call',
  'withdrawAnswer:after-call',
  'answerInvite:before-call',
  'tellOwner:before-call',
  'promptOwner:before-call',
  'withdrawAnswer:before-call',
] as const;

/** Time is held once, right after the mailboxes were connected: whoever starts first meets it, or nobody does. */
export const firstPoints = ['holdTime:after-call', 'holdTime:before-call'] as const;

export interface PointWish {
  readonly process: number;
  /** The how manieth start of that process, from 0. */
  readonly start: number;
  readonly seed: number;
  /** Names of the points at which processes were killed so far. */
  readonly hits: readonly string[];
  /** The more there is to do, the longer a process lives. */
  readonly mostPasses: number;
}

/** Of a hundred passes of an answer, about so many are there of what comes less often. */
const rare: Readonly<Record<string, number>> = { promptOwner: 15, withdrawAnswer: 4, holdTime: 20 };

/** `NAME:COUNT` for a start of a process: all points in turn by seed, those first that were hit least; null for none. */
export function faultPointOf({ process, start, seed, hits, mostPasses }: PointWish): string | null {
  // Every fourth start lives until it is killed from outside.
  if (start % 4 === 3) return null;
  const candidates = start === 0 ? firstPoints : faultPoints;
  const turn = start + process * 3;
  const inTurn = candidates.map((_, index) => candidates[(index + turn) % candidates.length] ?? '');
  const timesOf = (point: string) => hits.filter((hit) => hit === point).length;
  // Rare points only where they are behind: whoever waits for one is killed by nothing else for long.
  const [least = ''] = inTurn.toSorted((one, other) => timesOf(one) - timesOf(other));
  const point = start % 2 === 0 ? least : (inTurn[0] ?? least);
  const generator = xoroshiro128plus(seed + start * 1000 + process);
  const share = rare[point.slice(0, point.indexOf(':'))] ?? 100;
  return `${point}:${uniformInt(generator, 1, Math.max(1, Math.floor((mostPasses * share) / 100)))}`;
}
