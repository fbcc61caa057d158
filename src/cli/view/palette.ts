import pc from 'picocolors';
import type { Verdict } from '../../core/gate/verdict.ts';

/** Colours of the terminal, or none. Colour never carries anything that the words do not say. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly verdict: (verdict: Verdict, text: string) => string;
}

export function createPalette(colors: boolean): Palette {
  const { bold, dim, green, cyan, red, yellow, magenta } = pc.createColors(colors);
  const byVerdict: Readonly<Record<Verdict, (text: string) => string>> = {
    meet: green,
    'meet-differently': green,
    'go-async': cyan,
    move: yellow,
    decline: red,
    ask: magenta,
    skip: dim,
  };
  return { bold, quiet: dim, verdict: (verdict, text) => byVerdict[verdict](text) };
}
