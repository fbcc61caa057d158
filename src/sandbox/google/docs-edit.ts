import { z } from 'zod';
import {
  type DocumentBody,
  type StyleJson,
  type TextSpan,
  withBullets,
  withParagraphs,
  withText,
  withTextStyle,
} from './docs-model.ts';

const range = z.object({
  startIndex: z.int().default(0),
  endIndex: z.int().default(0),
  segmentId: z.string().default(''),
});
const style = z.record(z.string(), z.unknown()).default({});

/** The requests of `documents.batchUpdate` that the sandbox knows; each entry has exactly one of them. */
const editRequest = z.strictObject({
  insertText: z
    .object({
      text: z.string().default(''),
      location: z.object({ index: z.int().default(0), segmentId: z.string().default('') }).optional(),
      endOfSegmentLocation: z.object({ segmentId: z.string().default('') }).optional(),
    })
    .optional(),
  updateParagraphStyle: z.object({ range, paragraphStyle: style, fields: z.string().default('') }).optional(),
  updateTextStyle: z.object({ range, textStyle: style, fields: z.string().default('') }).optional(),
  createParagraphBullets: z.object({ range, bulletPreset: z.string().default('') }).optional(),
});

const bulletPreset = /^(BULLET|NUMBERED)_[A-Z_]{1,60}$/;
const namedStyleType = /^(NORMAL_TEXT|TITLE|SUBTITLE|HEADING_[1-6])$/;
/** Docs strips control characters and its private-use area from inserted text [documentation of InsertTextRequest]. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are taken out
const strippedCharacters = /[\u0000-\u0008\u000c-\u001f\ue000-\uf8ff]/g;

/**
 * Applies one entry of `requests`.
 * @returns the new body, or the words of Docs' refusal
 */
export function edited(body: DocumentBody, request: unknown, newListId: () => string): DocumentBody | string {
  const parsed = editRequest.safeParse(request);
  if (!parsed.success) return `Invalid value: ${parsed.error.issues[0]?.message ?? 'not a request'}`;
  const { insertText, updateParagraphStyle, updateTextStyle, createParagraphBullets } = parsed.data;
  if (Object.keys(parsed.data).length !== 1) return 'Must specify exactly one request.';
  if (insertText) return inserted(body, insertText);
  if (updateParagraphStyle) {
    const { paragraphStyle, fields } = updateParagraphStyle;
    const name = paragraphStyle.namedStyleType;
    if (name !== undefined && (typeof name !== 'string' || !namedStyleType.test(name))) {
      return 'Invalid named style type.';
    }
    return styled(body, updateParagraphStyle.range, fields, (span, mask) =>
      withParagraphs(body, span, (paragraph) => ({
        ...paragraph,
        style: masked(paragraph.style, paragraphStyle, mask),
      })),
    );
  }
  if (updateTextStyle) {
    const { textStyle, fields } = updateTextStyle;
    return styled(body, updateTextStyle.range, fields, (span, mask) =>
      withTextStyle(body, span, (present) => masked(present, textStyle, mask)),
    );
  }
  return createParagraphBullets ? bulleted(body, createParagraphBullets, newListId) : body;
}

function inserted(
  body: DocumentBody,
  { text, location, endOfSegmentLocation }: NonNullable<z.output<typeof editRequest>['insertText']>,
): DocumentBody | string {
  if ((location === undefined) === (endOfSegmentLocation === undefined)) {
    return 'Must specify exactly one insertion location.';
  }
  if ((location ?? endOfSegmentLocation)?.segmentId) return 'The provided segment ID is invalid.';
  const index = location?.index ?? body.text.length;
  if (text === '') return 'Insert text requests must specify text to insert.';
  if (index < 1 || index > body.text.length) return outOfBounds(index, body);
  return withText(body, index - 1, text.replaceAll(strippedCharacters, ''));
}

function bulleted(
  body: DocumentBody,
  { range: where, bulletPreset: preset }: NonNullable<z.output<typeof editRequest>['createParagraphBullets']>,
  newListId: () => string,
): DocumentBody | string {
  const span = spanOf(body, where);
  if (typeof span === 'string') return span;
  if (!bulletPreset.test(preset)) return 'Invalid bullet preset.';
  return withBullets(body, span, newListId(), preset);
}

function styled(
  body: DocumentBody,
  where: z.output<typeof range>,
  fields: string,
  change: (span: TextSpan, mask: readonly string[]) => DocumentBody,
): DocumentBody | string {
  const span = spanOf(body, where);
  if (typeof span === 'string') return span;
  if (fields === '') return 'At least one field must be listed in "fields".';
  return change(span, fields.split(','));
}

function spanOf(
  body: DocumentBody,
  { startIndex, endIndex, segmentId }: z.output<typeof range>,
): TextSpan | string {
  if (segmentId !== '') return 'The provided segment ID is invalid.';
  if (startIndex >= endIndex) return 'The range should not be empty.';
  if (startIndex < 1) return outOfBounds(startIndex, body);
  if (endIndex > body.text.length + 1) return outOfBounds(endIndex, body);
  return { from: startIndex - 1, to: endIndex - 1 };
}

function outOfBounds(index: number, { text }: DocumentBody): string {
  return index < 1
    ? 'The insertion index must be inside the bounds of an existing paragraph. You can still create new paragraphs by inserting newlines.'
    : `Index ${index} must be less than the end index of the referenced segment, ${text.length + 1}.`;
}

/** A field of the mask that the style leaves out goes back to what is inherited. */
function masked(present: StyleJson, change: StyleJson, mask: readonly string[]): StyleJson {
  const fields = mask.includes('*')
    ? Object.keys(change)
    : mask.map((path) => path.trim().split('.', 1)[0] ?? '');
  const kept = Object.entries(present).filter(([name]) => !fields.includes(name));
  const written = Object.entries(change).filter(([name]) => fields.includes(name));
  return Object.fromEntries([...kept, ...written]);
}
