import type { PageFrame } from '../page-frame.ts';
import type { Texts } from '../texts.ts';

const said = {
  en: {
    undone: 'Undone. Your calendar follows within seconds, and this meeting is not touched again.',
    'undone-before': 'It was undone before. This meeting is not touched again.',
    'left-alone': 'This meeting is left as it is from now on.',
    'judged-again': 'Thank you. It was judged again with what you said.',
    'not-waiting': 'Nothing is waiting for that any more: the meeting was answered, changed or left alone.',
    decided: 'The decision is kept.',
    'not-open': 'There is nothing left to decide here: it was decided before, or has ended.',
  },
  de: {
    undone: 'Zurückgenommen. Der Kalender folgt in wenigen Sekunden, und diese Besprechung bleibt unberührt.',
    'undone-before': 'Es war schon zurückgenommen. Diese Besprechung bleibt unberührt.',
    'left-alone': 'Diese Besprechung bleibt von jetzt an, wie es ist.',
    'judged-again': 'Danke. Es wurde mit dieser Angabe neu beurteilt.',
    'not-waiting':
      'Darauf wartet nichts mehr: die Besprechung wurde beantwortet, geändert oder bleibt, wie es ist.',
    decided: 'Die Entscheidung ist festgehalten.',
    'not-open': 'Hier ist nichts mehr zu entscheiden: es war schon entschieden oder ist vorbei.',
  },
} satisfies Texts<Readonly<Record<string, string>>>;

/** What the act before this page did; null for a code that no act of these pages has. */
export function saidText({ said: code, language }: Pick<PageFrame, 'said' | 'language'>): string | null {
  const texts: Readonly<Partial<Record<string, string>>> = said[language];
  return code !== null && Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}
