import { displayText } from '../../plain-text.ts';
import type { Language } from '../texts.ts';
import { policyTexts } from './policy-texts.ts';

/** Structure of `PolicyTextProblem`; see there. */
export interface PolicyProblem {
  readonly place: string | null;
  readonly key: string;
  readonly what: string;
  readonly remedy: string;
  readonly code?: 'states-nothing';
}

const longestKey = 120;
const longestSentence = 400;
const mostShown = 40;

/** What is wrong with a policy text: where, what, and what to do. Sentences without a code come in English. */
export function Problems({ problems, language }: { problems: readonly PolicyProblem[]; language: Language }) {
  if (problems.length === 0) return null;
  const texts = policyTexts[language];
  const more = problems.length - mostShown;
  return (
    <ul class="policy-problems">
      {problems.slice(0, mostShown).map(({ place, key, what, remedy, code }) => (
        <li>
          {place !== null && <strong>{texts.place(displayText(place, longestKey))}</strong>}{' '}
          {key !== '' && <code>{displayText(key, longestKey)}</code>}{' '}
          {code !== undefined ? (
            texts.problems[code]
          ) : (
            <span lang="en">
              {sentence(what)} {sentence(remedy)}
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li>{texts.more(more)}</li>}
    </ul>
  );
}

/** As a sentence: the policy's checks begin in lower case, since commands print a place before them. */
function sentence(text: string): string {
  const line = displayText(text, longestSentence);
  const begun = line.slice(0, 1).toUpperCase() + line.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
