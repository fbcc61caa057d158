import { DateTime } from 'luxon';
import type { Draft } from '../../core/offer/draft.ts';
import { displayText } from '../plain-text.ts';
import { clockName, fullHour } from '../wording/spoken-time.ts';

const longestTitle = 200;
const longestLine = 300;
/** What Markdown takes for more than text anywhere in a line (CommonMark 0.31, chapter 6; GFM for `~` and links). */
const special = /[\\`*_[\]<>&~|]|:(?=\/\/)/g;
/** What it takes for a heading, a list or a quotation at the beginning of one (chapter 4 and 5). */
const opener = /^(?:[#+=-]|\d{1,9}[.)])/;

/**
 * A draft as Markdown, for any editor. Text of the invite is escaped, so that it stays text.
 * @param zone IANA name in which the due date is written; null writes it in UTC
 */
export function draftMarkdown(draft: Draft, zone: string | null): string {
  const sections = draft.sections.flatMap(({ heading, hint, lines }) => [
    `## ${heading}`,
    '',
    `*${hint}*`,
    '',
    ...lines.map((line) => `- ${escapeMarkdown(line, longestLine)}`),
    ...(lines.length > 0 ? [''] : []),
  ]);
  return [`# ${escapeMarkdown(draft.title, longestTitle)}`, '', ...dueLine(draft, zone), ...sections].join(
    '\n',
  );
}

function dueLine({ dueMs }: Draft, zone: string | null): string[] {
  if (dueMs === null) return [];
  const clock = zone ?? 'UTC';
  const due = DateTime.fromMillis(fullHour(dueMs, clock), { zone: clock, locale: 'en-GB' });
  return [`Answers by **${due.toFormat('cccc d LLLL yyyy, HH:mm')}** (${clockName(clock)}).`, ''];
}

function escapeMarkdown(text: string, maxLength: number): string {
  const escaped = displayText(text, maxLength).replace(special, '\\$&');
  return escaped.replace(opener, (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`);
}
