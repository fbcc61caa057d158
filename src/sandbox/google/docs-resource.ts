import { type DocumentBody, linesOf, type StyleJson } from './docs-model.ts';

export interface StoredDocument {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly body: DocumentBody;
}

/** Opaque to callers, and new after each change. */
export function revisionId({ id, revision }: StoredDocument): string {
  return `ALm37${id.slice(0, 12)}-${revision}`;
}

/** `Document` of the API: the body with indices in UTF-16 code units. */
export function documentResource(document: StoredDocument): Readonly<Record<string, unknown>> {
  const { id, title, body } = document;
  return {
    documentId: id,
    title,
    revisionId: revisionId(document),
    suggestionsViewMode: 'SUGGESTIONS_INLINE',
    documentStyle: {},
    namedStyles: { styles: [{ namedStyleType: 'NORMAL_TEXT', textStyle: {}, paragraphStyle: {} }] },
    body: { content: [{ endIndex: 1, sectionBreak: { sectionStyle: {} } }, ...paragraphs(body)] },
    ...(Object.keys(body.lists).length === 0 ? {} : { lists: lists(body) }),
  };
}

function paragraphs(body: DocumentBody): readonly unknown[] {
  const runs = runsByLine(body);
  let index = 1;
  return linesOf(body.text).map((line, at) => {
    const startIndex = index;
    index += line.length;
    const { style = {}, bullet = null } = body.paragraphs[at] ?? {};
    return {
      startIndex,
      endIndex: index,
      paragraph: {
        elements: (runs[at] ?? []).map((run) => ({
          startIndex: startIndex + run.from,
          endIndex: startIndex + run.to,
          textRun: { content: line.slice(run.from, run.to), textStyle: run.style },
        })),
        paragraphStyle: { direction: 'LEFT_TO_RIGHT', ...style },
        ...(bullet === null ? {} : { bullet: bulletResource(bullet) }),
      },
    };
  });
}

/** Level 0 is not written, as in all answers of the API. */
function bulletResource({ listId, level }: { readonly listId: string; readonly level: number }) {
  return { listId, ...(level === 0 ? {} : { nestingLevel: level }), textStyle: {} };
}

/** Offsets within each line. */
function runsByLine({ text, runs }: DocumentBody) {
  const perLine: { readonly from: number; readonly to: number; readonly style: StyleJson }[][] = [];
  const rest = runs.map((run) => ({ ...run }));
  let at = 0;
  for (const line of linesOf(text)) {
    const own = [];
    for (let from = 0; from < line.length; ) {
      const run = rest[at];
      if (run === undefined) break;
      const to = Math.min(line.length, from + run.length);
      own.push({ from, to, style: run.style });
      run.length -= to - from;
      if (run.length === 0) at += 1;
      from = to;
    }
    perLine.push(own);
  }
  return perLine;
}

function lists({ lists: presets }: DocumentBody) {
  return Object.fromEntries(
    Object.entries(presets).map(([listId, preset]) => {
      const isNumbered = preset.startsWith('NUMBERED');
      const level = isNumbered ? { glyphType: 'DECIMAL', startNumber: 1 } : { glyphSymbol: '●' };
      return [listId, { listProperties: { nestingLevels: [{ ...level, glyphFormat: '%0' }] } }];
    }),
  );
}
