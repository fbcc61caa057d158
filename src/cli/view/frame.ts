import type { TextOutput } from '../cli-deps.ts';

/** What there is to draw in: cells of the terminal, or null for a file or a pipe, where nothing is cut. */
export interface Frame {
  readonly columns: number | null;
  readonly colors: boolean;
}

export function frameOf({ isTTY, columns, colors }: TextOutput): Frame {
  return { columns: isTTY ? columns : null, colors };
}
