import { describe, expect, it } from '@jest/globals';
import { htmlToPlainText, maybeHtmlToPlainText } from '../../../src/providers/formats/html-text.ts';

describe('htmlToPlainText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<div>One</div><div>Two</div>', 'One\nTwo'],
    ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['<h1>Title</h1>Text', 'Title\nText'],
    ['<a href="https://example.org/x">the notes</a>', 'the notes'],
    ['<img src="x" alt="picture">Text', 'Text'],
    ['&lt;b&gt; &amp; &eacute; &#233;', '<b> & é é'],
    ['<script>alert(1)</script><style>p{}</style>Text', 'Text'],
    ['Never <b>closed', 'Never closed'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text);
  });

  it('keeps what lies within the bound of depth and leaves out the rest', () => {
    const text = htmlToPlainText(`above${'<div>'.repeat(500)}below`);
    expect([text.includes('above'), text.includes('below')]).toEqual([true, false]);
  });
});

describe('maybeHtmlToPlainText', () => {
  it.each([
    ['a < b\nand b > a', 'a < b\nand b > a'],
    ['R&D; x & y', 'R&D; x & y'],
    ['<not html at all', '<not html at all'],
    ['  indented\n\n\ntext  ', '  indented\n\n\ntext  '],
  ])('leaves plain text as it is: %j', (text, expected) => {
    expect(maybeHtmlToPlainText(text)).toBe(expected);
  });

  it('keeps line breaks beside tags', () => {
    expect(maybeHtmlToPlainText('One <b>two</b>\r\nthree')).toBe('One two\nthree');
    expect(maybeHtmlToPlainText('x &amp; y\nz')).toBe('x & y\nz');
  });
});
