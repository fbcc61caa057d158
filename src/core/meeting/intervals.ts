import type { Window } from './event-time.ts';

/** Total length of the windows in milliseconds; windows that overlap count each. */
export function totalMs(windows: readonly Window[]): number {
  return windows.reduce((sum, window) => sum + (window.toMs - window.fromMs), 0);
}

/** The union: disjoint windows in order, touching ones joined, empty ones dropped. O(n log n). */
export function unionOf(windows: readonly Window[]): Window[] {
  return joinSorted(sortedByStart(windows));
}

/** The time that two or more of the windows cover, as disjoint windows in order: each minute once. O(n log n). */
export function coveredTwice(windows: readonly Window[]): Window[] {
  const shared: Window[] = [];
  let reachedMs = Number.NEGATIVE_INFINITY;
  for (const { fromMs, toMs } of sortedByStart(windows)) {
    // Everything before started no later, so the one that reaches furthest covers this one from its start.
    if (fromMs < reachedMs) shared.push({ fromMs, toMs: Math.min(toMs, reachedMs) });
    reachedMs = Math.max(reachedMs, toMs);
  }
  return joinSorted(shared);
}

/** The time that is in both lists. Each list must be disjoint and in order, as `unionOf` returns it. */
export function intersectionOf(left: readonly Window[], right: readonly Window[]): Window[] {
  const common: Window[] = [];
  let [l, r] = [0, 0];
  for (let a = left[l], b = right[r]; a && b; a = left[l], b = right[r]) {
    const window = { fromMs: Math.max(a.fromMs, b.fromMs), toMs: Math.min(a.toMs, b.toMs) };
    if (window.fromMs < window.toMs) common.push(window);
    if (a.toMs < b.toMs) l += 1;
    else r += 1;
  }
  return common;
}

/**
 * What is left of each frame once the taken time is cut out. A gap never runs from one frame into the next.
 * Both lists must be disjoint and in order.
 */
export function gapsOf(frames: readonly Window[], taken: readonly Window[]): Window[] {
  const gaps: Window[] = [];
  let next = 0;
  for (const frame of frames) {
    let freeFromMs = frame.fromMs;
    for (let cut = taken[next]; cut && cut.fromMs < frame.toMs; cut = taken[next]) {
      if (cut.fromMs > freeFromMs) gaps.push({ fromMs: freeFromMs, toMs: cut.fromMs });
      freeFromMs = Math.max(freeFromMs, cut.toMs);
      // A meeting that runs on may reach into the next frame as well.
      if (cut.toMs > frame.toMs) break;
      next += 1;
    }
    if (freeFromMs < frame.toMs) gaps.push({ fromMs: freeFromMs, toMs: frame.toMs });
  }
  return gaps;
}

/** Milliseconds of `windows` inside each frame. Both lists must be disjoint and in order; frames may be empty. */
export function msPerFrame(frames: readonly Window[], windows: readonly Window[]): number[] {
  let first = 0;
  return frames.map((frame) => {
    let ms = 0;
    for (let at = windows[first]; at && at.toMs <= frame.fromMs; at = windows[first]) first += 1;
    for (let i = first, at = windows[i]; at && at.fromMs < frame.toMs; i += 1, at = windows[i]) {
      ms += Math.max(0, Math.min(at.toMs, frame.toMs) - Math.max(at.fromMs, frame.fromMs));
    }
    return ms;
  });
}

function sortedByStart(windows: readonly Window[]): Window[] {
  return windows.filter(({ fromMs, toMs }) => fromMs < toMs).sort((a, b) => a.fromMs - b.fromMs);
}

function joinSorted(sorted: readonly Window[]): Window[] {
  const joined: Window[] = [];
  let last: { fromMs: number; toMs: number } | null = null;
  for (const { fromMs, toMs } of sorted) {
    if (last && fromMs <= last.toMs) {
      last.toMs = Math.max(last.toMs, toMs);
    } else {
      last = { fromMs, toMs };
      joined.push(last);
    }
  }
  return joined;
}
