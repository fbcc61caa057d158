import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { inboxTexts } from './inbox-texts.ts';
import { ruleWords } from './rule-words.ts';

const longestTitle = 160;
const longestName = 80;
const longestSentence = 400;

/** How a meeting is called: its title as one line, or that it has none to show. */
export function shownTitle(
  { title, isPrivate }: { readonly title: string | null; readonly isPrivate: boolean },
  { language }: Pick<PageFrame, 'language'>,
): string {
  const texts = inboxTexts[language];
  if (isPrivate) return texts.privateEntry;
  return (title === null ? '' : displayText(title, longestTitle)) || texts.untitled;
}

/** Whose invite it is, in words; null where nobody knows. */
export function shownOrganizer(
  { organizer, isOwn }: { readonly organizer: string | null; readonly isOwn: boolean },
  { language }: Pick<PageFrame, 'language'>,
): string | null {
  const texts = inboxTexts[language];
  if (isOwn) return texts.ownInvite;
  const name = organizer === null ? '' : shownName(organizer);
  return name === '' ? null : texts.from(name);
}

export function shownName(name: string): string {
  return displayText(name, longestName);
}

export function shownSentence(text: string): string {
  return displayText(text, longestSentence);
}

/**
 * A reason of a rule. Core gives it in English, sometimes with words of the invite in it; another language says what the
 * rule means first.
 */
export function Because({
  rule,
  because,
  language,
}: {
  rule: string;
  because: string;
  language: PageFrame['language'];
}) {
  if (language === 'en') return <>{shownSentence(because)}</>;
  const sentence = ruleWords(rule, language)?.sentence;
  return (
    <>
      {sentence !== undefined && `${sentence} `}
      <span class="soft" lang="en">
        {shownSentence(because)}
      </span>
    </>
  );
}
