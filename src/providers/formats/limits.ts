/** Bounds that keep hostile or absurd input cheap. Each is far above what calendars in the wild hold. */

/** A JSON document is parsed in one piece, so its size bounds the memory; JSON Lines count per line. */
export const maxJsonBytes = 64 * 2 ** 20;

/** An .ics file is read as a stream, but all of its events are kept: more than this is no calendar of a person. */
export const maxIcsBytes = 128 * 2 ** 20;

/** One unfolded content line of an .ics file; inlined attachments are longer than any text worth reading. */
export const maxLineChars = 2 * 2 ** 20;

/** Name and parameters of one content line, before the colon. */
export const maxLineHeaderChars = 16_384;

/** All lines of one VEVENT or VTIMEZONE together. */
export const maxComponentChars = 16 * 2 ** 20;

/** Text kept of a title, a description or a location. */
export const maxTextChars = 200_000;

/** HTML looked at before it becomes text. The parser is quadratic on lists that are never closed: 0.5 s at this length. */
export const maxHtmlChars = 200_000;

/** Nested elements followed in HTML; deeper text is left out. */
export const maxHtmlDepth = 64;

/** Levels of nesting kept of a JSON resource; no field that is read lies deeper than six. */
export const maxJsonDepth = 32;

/** Occurrences of one series in one window. */
export const defaultMaxOccurrences = 5_000;

/** Steps of the recurrence iterator for one rule, whether or not they give an occurrence; 55 years of days. */
export const maxExpansionSteps = 20_000;

/** Attendees of one meeting, and dates in its RDATE or EXDATE lists. */
export const maxListEntries = 50_000;
