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
/** Of a line no more than this is looked at to tell whose it is, UTF-16 units. */
const longestLine = 400;

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
  'microsoft teams benotigen sie hilfe',
  'jetzt an der besprechung teilnehmen',
  'nehmen sie auf dem computer, in der mobilen app',
  'zu einem geplanten zoom-meeting ein',
  'uber google meet teilnehmen',
  'ihrem webex-meeting',
  'do not delete or change any of the following text',
  'diesen text bitte nicht loschen oder andern',
] as const;

/**
 * Short lines that belong to such a block wherever they stand alone: a label with its number or code, a menu of the
 * vendor, a telephone number. A label without its colon is prose: "Pin down the scope", "Password rotation".
 */
const conferenceLabel =
  /^(?:meeting id|meeting-id|besprechungs-id|(?:meeting |meeting-)?(?:passcode|passwort|kenncode|password|pin|kennung)|phone conference id|telefonkonferenz-id|meeting number \(access code\)|meeting-kennnummer \(zugriffscode\)|tel|dial-in|more phone numbers|weitere telefonnummern|id de reunion|for organizers|fur organisatoren)\.?(?:\s?:|\s[+\d(]).{0,120}$/;
const conferenceMenu =
  /^(?:(?:learn more|meeting options|weitere infos|besprechungsoptionen|download teams|teams herunterladen|dial in by phone|per telefon einwahlen|find (?:your|a) local number|lokale nummer suchen)(?:\s?[|:].{0,120})?|learn more about meet\b.{0,120}|(?:or call in|or dial|oder per telefon)\b.{0,120})$/;
const telephoneNumber = /^\+?\d[\d\s().,#*-]{7,80}(?:[\s\p{L},()]{0,60})$/u;

/** The line that opens the mail below: everything after it was written for something else. */
const quoteOpeners =
  /^(?:-{3,}\s{0,3}(?:original message|ursprungliche nachricht|forwarded message|weitergeleitete nachricht|original appointment)|on .{5,200} wrote:|am .{5,200} schrieb\b.{0,120}:|le .{5,200} a ecrit ?:|begin forwarded message)/;
/** Gmail breaks that line where it gets long; the year is in its first part. */
const wrappedQuoteOpener = /^(?:on|am|le) .{0,80}\d{4}/;
const mailHeader = /^\*?(?:from|von|de|sent|gesendet|to|an|subject|betreff|cc)\s?:\*?\s/;
/** Google Meet draws its divider with colons and tildes. */
const divider = /^[\s_\-─—=*~.:]{8,}$/;
/** RFC 3676 section 4.3: two hyphens and a blank before the signature; many programs lose the blank. */
const signatureDelimiter = '--';
/** Without its blank it may be a divider, so only what is as short as a signature is taken for one, UTF-16 units. */
const longestSignature = 300;
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
    const written = text.slice(start, Math.min(end, start + longestLine));
    const line = plain(written);
    if (line === signatureDelimiter && (written.startsWith('-- ') || limit - end <= longestSignature)) break;
    headers = mailHeader.test(line) ? headers + 1 : 0;
    if (headers >= 2 || opensQuote(line, text, end)) {
      if (headers >= 2) dropHeaderLines(spans, text, start);
      break;
    }
    if (conferenceOpeners.some((opener) => line.includes(opener))) {
      insideConference = true;
    } else if (insideConference && (divider.test(line) || closesConference(line))) {
      insideConference = false;
    }
    if (!insideConference && line !== '' && !isForeign(line)) spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

/** A line of somebody else or of nobody wherever it stands: quoted, drawn, a link, or the conference vendor's. */
function isForeign(line: string): boolean {
  return (
    line.startsWith('>') ||
    [conferenceLabel, conferenceMenu, telephoneNumber, links, divider].some((pattern) => pattern.test(line))
  );
}

function opensQuote(line: string, text: string, end: number): boolean {
  if (quoteOpeners.test(line)) return true;
  if (!wrappedQuoteOpener.test(line)) return false;
  const [next = ''] = text.slice(end + 1, end + 1 + longestLine).split('\n', 1);
  return quoteOpeners.test(`${line} ${plain(next)}`);
}

/** A conferencing block ends at its divider; without one, at the first line that reads like prose again. */
function closesConference(line: string): boolean {
  return (
    line.split(' ').length >= 8 &&
    !/https?:|zoom|teams|webex|meet\.|dial|phone|telefon|mobile device|mobilgerat|meeting-nummer|\d{3} \d{3}/.test(
      line,
    )
  );
}

/** The first header line of a quoted mail was taken for the writer's before the second gave it away. */
function dropHeaderLines(spans: Span[], text: string, before: number): void {
  const last = spans.at(-1);
  if (last && last.end <= before && mailHeader.test(plain(text.slice(last.start, last.end)))) spans.pop();
}

function plain(line: string): string {
  return line.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
