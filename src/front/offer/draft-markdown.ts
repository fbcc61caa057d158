import { DateTime } from 'luxon';
import type { Draft } from '../../core/offer/draft.ts';
import { displayText } from '../plain-text.ts';

const longestTitle = 200;
const longestLine = 300;
/** Everything that Markdown or the HTML in it could take for more than text (CommonMark 0.31, section 2.4). */
const special = /[\\`*_{}[\]()#+\-.!|<>&~:=]/g;

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
  const due = DateTime.fromMillis(dueMs, { zone: zone ?? 'utc', locale: 'en-GB' });
  return [`Answers by **${due.toFormat('cccc d LLLL yyyy, HH:mm')}** (${zone ?? 'UTC'}).`, ''];
}

function escapeMarkdown(text: string, maxLength: number): string {
  return displayText(text, maxLength).replace(special, '\\$&');
}
