import { describe, expect, it } from '@jest/globals';
import { draftMarkdown } from '../../../src/front/offer/draft-markdown.ts';

const alternative = { format: 'document', template: 'status-round', window: 'status' } as const;

function draft(title: string, lines: readonly string[], dueMs: number | null = null): string {
  return draftMarkdown(
    { alternative, title, dueMs, sections: [{ heading: 'Points', hint: 'Answer here.', lines }] },
    'Asia/Singapore',
  );
}

describe('a draft as Markdown', () => {
  it('holds title, due date to the full hour on the named clock, heading, hint and the lines of the invite', () => {
    expect(
      draft(
        'Written round: Daily 4.2',
        ['Budget (first pass)', 'Who does what?'],
        Date.UTC(2026, 10, 26, 9, 23),
      ),
    ).toBe(
      [
        '# Written round: Daily 4.2',
        '',
        'Answers by **Thursday 26 November 2026, 17:00** (Singapore time).',
        '',
        '## Points',
        '',
        '*Answer here.*',
        '',
        '- Budget (first pass)',
        '- Who does what?',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['# heading', '\\# heading'],
    ['- list', '\\- list'],
    ['12. list', '12\\. list'],
    ['[x](http://evil.example)', '\\[x\\](http\\://evil.example)'],
    ['<script>1</script>', '\\<script\\>1\\</script\\>'],
    ['*loud* _and_ `code`', '\\*loud\\* \\_and\\_ \\`code\\`'],
    ['one\n# two', 'one # two'],
    ['\u202Eevil\u001B[2J', 'evil \\[2J'],
  ])('keeps %j as text', (line, shown) => {
    expect(draft('t', [line])).toContain(`\n- ${shown}\n`);
  });
});
