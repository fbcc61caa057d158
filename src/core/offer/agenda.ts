import { longestRead, ownWords } from '../signals/wording/own-words.ts';

/** An offer quotes at most this many lines of the invite, each at most so long (UTF-16 units). */
const mostLines = 20;
const longestLine = 200;

const listItem = /^\s{0,20}(?:[-*•–—·▪◦]|\d{1,2}[.):]|[a-z][.)])\s{1,5}(\S.{0,300})/iu;
/** A line that only greets: with its comma up to four more words, else one. "Hello world demo" is no greeting. */
const greeting =
  /^(?:(?:hi|hello|hey|dear|hallo|lieber?|guten tag|guten morgen|sehr geehrter?)(?:\s\S{1,40}){0,4}[,!]|(?:hi|hello|hey|dear|hallo)(?:\s\S{1,40})?)$/i;
/** A line that only closes, with a name or two. "Best practices" close nothing. */
const closing =
  /^(?:(?:best|br|vg|lg)[,.!]?|(?:(?:many|kind|best|warm|viele|liebe|beste|mit freundlichen)\s)?(?:regards|rgds|wishes|thanks|thank you|cheers|danke|grüße|gruß|grüßen|gruss|gruesse)(?:[\s,!.]{1,3}\S{1,40}){0,2}[,.!]?)$/i;

/**
 * The invite's own agenda: its list items where it has any, else its sentences by line.
 * Greetings and signatures are left out. Plain text as written; whoever shows it has to escape it.
 */
export function agendaLines(description: string | null): string[] {
  const lines = linesOf(description);
  const items = lines.map((line) => listItem.exec(line)?.[1]).filter((item) => item !== undefined);
  return items.slice(0, mostLines).map(shorten);
}

/** What the invite says, line by line, for an offer to build on; the agenda where there is one. */
export function ownLines(description: string | null): string[] {
  const agenda = agendaLines(description);
  if (agenda.length > 0) return agenda;
  return linesOf(description)
    .map((line) => line.trim())
    .filter((line) => line.length > 2 && !greeting.test(line) && !closing.test(line))
    .slice(0, mostLines)
    .map(shorten);
}

function linesOf(description: string | null): string[] {
  if (!description) return [];
  const text = description.slice(0, longestRead);
  return ownWords(text).map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
}

function shorten(line: string): string {
  const trimmed = line.trim();
  return trimmed.length <= longestLine ? trimmed : `${trimmed.slice(0, longestLine - 1)}…`;
}
