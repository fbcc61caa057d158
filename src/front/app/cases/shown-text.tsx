import type { Verdict } from '../../../core/gate/verdict.ts';
import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge } from '../parts.tsx';
import { readersDates } from '../when.ts';
import type { Status } from './case-view-types.ts';
import { inboxTexts, unaskedNames, verdictNames, verdictTones } from './inbox-texts.ts';
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

/** A sentence of core, its times as the reader writes them. */
export function shownSentence(text: string, frame: PageFrame): string {
  return readersDates(displayText(text, longestSentence), frame);
}

/**
 * A reason of a rule. Core gives it in English, sometimes with words of the invite in it; another language says what the
 * rule means instead, and has the English only where it has no sentence of its own.
 */
export function Because({ rule, because, frame }: { rule: string; because: string; frame: PageFrame }) {
  const { language } = frame;
  const sentence = language === 'en' ? undefined : ruleWords(rule, language)?.sentence;
  return (
    <span lang={sentence === undefined ? 'en' : language}>{sentence ?? shownSentence(because, frame)}</span>
  );
}

/** What the gate thinks of a meeting; it speaks of a question only while one is open. */
export function VerdictBadge({
  verdict,
  status,
  frame: { language },
}: {
  verdict: Verdict | null;
  status: Pick<Status, 'state'>;
  frame: PageFrame;
}) {
  if (verdict === null) return null;
  const isUnasked = verdict === 'ask' && status.state !== 'asked';
  return (
    <Badge tone={verdictTones[verdict]}>
      {isUnasked ? unaskedNames[language] : verdictNames[language][verdict]}
    </Badge>
  );
}
