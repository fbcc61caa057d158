import { compile } from 'html-to-text';
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

const readAsShown = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
  ],
});

/** What a reader of the rendered markup sees. */
export function markupAsText(html: string): string {
  return readAsShown(html);
}
