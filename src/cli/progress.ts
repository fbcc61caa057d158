import { Presets, SingleBar } from 'cli-progress';
import { noProgress, type Progress } from './cli-deps.ts';

/** Smaller files are read before anybody would look at a bar. */
const progressFromBytes = 5_000_000;

/**
 * A bar for a large file on a terminal; nothing otherwise.
 *
 * @param stream standard error, so that results stay clean
 */
export function createProgress(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  name: string,
  totalBytes: number,
): Progress {
  if (!stream.isTTY || totalBytes < progressFromBytes) return noProgress;
  const bar = new SingleBar(
    { stream, format: 'Reading {name} {bar} {percentage}%', clearOnComplete: true, hideCursor: false },
    Presets.shades_classic,
  );
  bar.start(totalBytes, 0, { name });
  return {
    update: (bytesSoFar) => bar.update(Math.min(bytesSoFar, totalBytes)),
    stop: () => bar.stop(),
  };
}
