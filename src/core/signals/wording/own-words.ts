/**
 * The part of a description that its writer wrote for this invite: conferencing boilerplate, quoted mail,
 * signature delimiters and links are left out. Works line by line, so it is linear in the text.
 */
export interface Span {
  /** Offsets into the text, UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Descriptions are read up to here; a longer one has said what it does long before. */
export const longestRead = 20_000;

/** A line that opens a conferencing block; everything up to the block's end is the vendor's text, not the writer's. */
const conferenceOpeners = [
  'microsoft teams meeting',
  'microsoft teams need help',
  'microsoft teams-besprechung',
  'reunion microsoft teams',
  'join zoom meeting',
  'is inviting you to a scheduled zoom meeting',
  'join with google meet',
  'google meet joining info',
  'mit google meet teilnehmen',
  'join the meeting now',
  'join on your computer',
  'join microsoft teams meeting',
  'zoom-meeting beitreten',
  'join by phone',
  'one tap mobile',
  'dial by your location',
  'webex meeting',
  'join webex meeting',
  'gotomeeting',
  'this is a google meet web conference',
] as const;

/** A short line that belongs to such a block wherever it stands alone. */
const conferenceLines =
  /^(?:meeting id|meeting-id|besprechungs-id|passcode|passwort|kenncode|password|pin|kennung|phone conference id|find (?:your|a) local number|learn more|meeting options|or call in|or dial|download teams|tel|dial-in|more phone numbers|id de reunion)\b.{0,120}$|^\+?\d[\d\s().,#*-]{7,80}(?:[\s\p{L},()]{0,60})$/u;

/** The line that opens the mail below: everything after it was written for something else. */
const quoteOpeners =
  /^(?:-{3,}\s{0,3}(?:original message|ursprungliche nachricht|forwarded message|weitergeleitete nachricht|original appointment)|on .{5,80} wrote:|am .{5,80} schrieb\b.{0,80}:|le .{5,80} a ecrit ?:|begin forwarded message)/;
const mailHeader = /^(?:from|von|de|sent|gesendet|to|an|subject|betreff|cc)\s?:\s/;
const divider = /^[\s_\-─—=*~.]{8,}$/;
const links = /^(?:https?:\/\/|www\.)\S{1,2000}$/;

/** Finds the spans of a description that are its writer's own words. */
export function ownWords(text: string): Span[] {
  const spans: Span[] = [];
  const limit = Math.min(text.length, longestRead);
  let insideConference = false;
  let headers = 0;
  for (let start = 0; start < limit; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > limit ? limit : newline;
    const line = plain(text.slice(start, Math.min(end, start + 400)));
    headers = mailHeader.test(line) ? headers + 1 : 0;
    if (headers >= 2 || quoteOpeners.test(line)) {
      if (headers >= 2) dropHeaderLines(spans, text, start);
      break;
    }
    if (conferenceOpeners.some((opener) => line.includes(opener))) {
      insideConference = true;
    } else if (insideConference && (divider.test(line) || closesConference(line))) {
      insideConference = false;
    }
    if (!insideConference && !conferenceLines.test(line) && !links.test(line) && !line.startsWith('>') && !divider.test(line)) {
      if (line !== '') spans.push({ start, end });
    }
    start = end + 1;
  }
  return spans;
}

/** A conferencing block ends at its divider; without one, at the first line that reads like prose again. */
function closesConference(line: string): boolean {
  return line.split(' ').length >= 8 && !/https?:|zoom|teams|webex|meet\.|dial|phone|\d{3} \d{3}/.test(line);
}

/** The first header line of a quoted mail was taken for the writer's before the second gave it away. */
function dropHeaderLines(spans: Span[], text: string, before: number): void {
  const last = spans.at(-1);
  if (last && last.end <= before && mailHeader.test(plain(text.slice(last.start, last.end)))) spans.pop();
}

function plain(line: string): string {
  return line.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
