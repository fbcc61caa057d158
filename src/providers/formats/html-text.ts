import { compile, type HtmlToTextOptions } from 'html-to-text';
import { maxHtmlChars, maxHtmlDepth, maxTextChars } from './limits.ts';

const options: HtmlToTextOptions = {
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxInputLength: maxHtmlChars, maxDepth: maxHtmlDepth, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ul', options: { itemPrefix: '- ', leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'ol', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block' },
    { selector: 'hr', format: 'lineBreak' },
  ],
};

const toText = compile(options);
const looksLikeHtml = /<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,2000})?\/?>|&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});/i;

/**
 * Plain text of HTML: links keep their text, block elements and `<br>` become line breaks, list items lines.
 * Bounded in length and depth, so that hostile markup costs no more than a long invite.
 */
export function htmlToPlainText(html: string): string {
  return toText(html.slice(0, maxHtmlChars)).slice(0, maxTextChars);
}

/** For fields that may be either: HTML only where they hold tags or entities, otherwise the text as it is. */
export function maybeHtmlToPlainText(text: string): string {
  return looksLikeHtml.test(text.slice(0, maxHtmlChars))
    ? htmlToPlainText(newlinesToBreaks(text))
    : text.slice(0, maxTextChars);
}

/** Google shows the line breaks of a description even beside tags. */
function newlinesToBreaks(text: string): string {
  return text.slice(0, maxHtmlChars).replace(/\r?\n/g, '<br>');
}
