import type { EventFields } from '../calendar/event-copy.ts';

/** Characters of `bodyPreview`. Source: learn.microsoft.com/graph/api/resources/event */
const previewChars = 255;

/** The body in the form that the client asked for: HTML unless text. */
export function bodyAs(body: EventFields['body'], text: boolean): object {
  if (text) return { contentType: 'text', content: bodyText(body) };
  const content = body.kind === 'html' ? body.content : textAsHtml(body.content);
  return { contentType: 'html', content };
}

export function bodyPreview(body: EventFields['body']): string {
  return bodyText({ ...body, content: body.content.slice(0, 20_000) }).slice(0, previewChars);
}

function bodyText(body: EventFields['body']): string {
  return body.kind === 'text' ? body.content : markupAsText(body.content);
}

function textAsHtml(text: string): string {
  const lines = escapeMarkup(text).replaceAll(/\r?\n/g, '<br>\r\n');
  return `<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n${lines}\r\n</body>\r\n</html>\r\n`;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', ' '],
  ['#39', "'"],
]);

/** What a reader of rendered HTML sees, roughly. `[^<>]` keeps the time linear for a text full of `<`. */
export function markupAsText(html: string): string {
  return html
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities.get(name) ?? whole)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
