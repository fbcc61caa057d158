/** Text style and paragraph style as Docs writes them in JSON. */
export type StyleJson = Readonly<Record<string, unknown>>;

interface DocumentParagraph {
  readonly style: StyleJson;
  readonly bullet: { readonly listId: string; readonly level: number } | null;
}

/**
 * The body of a document. All counts are UTF-16 code units; an index of the API is one more than an offset in `text`,
 * since the body begins at index 1.
 */
export interface DocumentBody {
  /** Ends with a newline, as every paragraph does. */
  readonly text: string;
  /** Text styles from the start of `text` on, without gaps. */
  readonly runs: readonly { readonly length: number; readonly style: StyleJson }[];
  /** One for each newline of `text`. */
  readonly paragraphs: readonly DocumentParagraph[];
  /** Bullet preset of each list. */
  readonly lists: Readonly<Record<string, string>>;
}

/** Half open, offsets in the text. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

export const emptyBody: DocumentBody = {
  text: '\n',
  runs: [{ length: 1, style: {} }],
  paragraphs: [{ style: { namedStyleType: 'NORMAL_TEXT' }, bullet: null }],
  lists: {},
};

/** Inserts text with the style before it; each new paragraph is a copy of the one that it was typed into. */
export function withText(body: DocumentBody, offset: number, inserted: string): DocumentBody {
  const at = paragraphAt(body.text, offset);
  const typedInto = body.paragraphs.slice(at, at + 1);
  const added = Array.from({ length: newlinesIn(inserted) }, () => typedInto).flat();
  return {
    ...body,
    text: body.text.slice(0, offset) + inserted + body.text.slice(offset),
    runs: runsWithInserted(body.runs, offset, inserted.length),
    paragraphs: [...body.paragraphs.slice(0, at), ...added, ...body.paragraphs.slice(at)],
  };
}

/** Changes the paragraphs that overlap a span. */
export function withParagraphs(
  body: DocumentBody,
  span: TextSpan,
  change: (paragraph: DocumentParagraph) => DocumentParagraph,
): DocumentBody {
  const first = paragraphAt(body.text, span.from);
  const last = paragraphAt(body.text, span.to - 1);
  return {
    ...body,
    paragraphs: body.paragraphs.map((paragraph, index) =>
      index >= first && index <= last ? change(paragraph) : paragraph,
    ),
  };
}

export function withTextStyle(
  body: DocumentBody,
  span: TextSpan,
  change: (style: StyleJson) => StyleJson,
): DocumentBody {
  let start = 0;
  const runs = body.runs.flatMap(({ length, style }) => {
    const from = Math.max(span.from - start, 0);
    const to = Math.min(span.to - start, length);
    start += length;
    if (from >= to) return [{ length, style }];
    return [
      { length: from, style },
      { length: to - from, style: change(style) },
      { length: length - to, style },
    ].filter((run) => run.length > 0);
  });
  return { ...body, runs };
}

/** Makes the paragraphs of a span items of a new list. Leading tabs say how deep and are taken away. */
export function withBullets(
  body: DocumentBody,
  span: TextSpan,
  listId: string,
  preset: string,
): DocumentBody {
  const first = paragraphAt(body.text, span.from);
  const last = paragraphAt(body.text, span.to - 1);
  const lines = linesOf(body.text);
  const kept = lines.map((line, index) => (index < first || index > last ? line : line.replace(/^\t+/, '')));
  const cut = lines.map((line, index) => line.length - (kept[index]?.length ?? 0));
  return {
    text: kept.join(''),
    runs: runsWithoutLineStarts(body.runs, lines, cut),
    paragraphs: body.paragraphs.map((paragraph, index) =>
      index < first || index > last
        ? paragraph
        : { ...paragraph, bullet: { listId, level: cut[index] ?? 0 } },
    ),
    lists: { ...body.lists, [listId]: preset },
  };
}

/** Paragraphs with their newline. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => `${line}\n`);
  // Behind the last newline there is no paragraph.
  return lines.slice(0, -1);
}

function paragraphAt(text: string, offset: number): number {
  return newlinesIn(text.slice(0, offset));
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function runsWithInserted(runs: DocumentBody['runs'], offset: number, length: number): DocumentBody['runs'] {
  let start = 0;
  return runs.map((run) => {
    // At the very start there is nothing before: the text takes the style behind it.
    const holds = offset === 0 ? start === 0 : offset > start && offset <= start + run.length;
    start += run.length;
    return holds ? { ...run, length: run.length + length } : run;
  });
}

function runsWithoutLineStarts(
  runs: DocumentBody['runs'],
  lines: readonly string[],
  cut: readonly number[],
): DocumentBody['runs'] {
  const gone: TextSpan[] = [];
  let lineStart = 0;
  for (const [index, line] of lines.entries()) {
    const count = cut[index] ?? 0;
    if (count > 0) gone.push({ from: lineStart, to: lineStart + count });
    lineStart += line.length;
  }
  let start = 0;
  return runs
    .map((run) => {
      const end = start + run.length;
      while (gone[0] !== undefined && gone[0].to <= start) gone.shift();
      let lost = 0;
      for (const { from, to } of gone) {
        if (from >= end) break;
        lost += Math.min(to, end) - Math.max(from, start);
      }
      start = end;
      return { ...run, length: run.length - lost };
    })
    .filter(({ length }) => length > 0);
}
