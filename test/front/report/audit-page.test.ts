import { describe, expect, it } from '@jest/globals';
import { renderAuditPage } from '../../../src/front/report/audit-page.tsx';
import { seriesBars } from '../../../src/front/report/charts/series-bars.ts';
import { type SampleSeries, sampleAudit, usualMonth } from './sample-audit.ts';

const hostile = '</title><script>alert(1)</script><img src=x onerror="alert(2)">\u202e{b|x}';

/** The text of a page as a reader sees it, near enough. */
function textOf(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

function countOf(html: string, pattern: RegExp): number {
  return html.match(pattern)?.length ?? 0;
}

function manySeries(count: number): SampleSeries[] {
  return Array.from({ length: count }, (_, index) => ({
    title: `Series ${index} of the department for very ordinary meetings`,
    weekdays: [1 + (index % 5)],
    at: `${String(9 + (index % 8)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
    minutes: 30,
    people: 5,
    verdict: (['go-async', 'ask', 'meet'] as const)[index % 3] ?? 'meet',
    need: (['async', 'unclear', 'live'] as const)[index % 3] ?? 'live',
    judged: {
      because: 'Passing information on can be read on everyone’s own schedule.',
      evidence: [{ field: 'description', text: 'each lead gives a short update of five minutes' }],
    },
  }));
}

describe('the audit page', () => {
  it('has the figures of the data in its headline and its large numbers', async () => {
    const data = sampleAudit(usualMonth);
    const html = await renderAuditPage(data);
    const hours = (minutes: number) => String(Math.round(minutes / 60));
    const heading = textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)?.[0] ?? '');
    expect(heading).toContain(
      `October 2026: ${hours(data.load.minutes.meeting)} hours in ${data.load.occurrences.length} meetings.`,
    );
    expect(heading).toContain(`${hours(data.minutesByNeed.month.async)} of those hours`);
    expect(textOf(html)).toContain(`${hours(data.load.minutes.focus)} h`);
  });

  it('is one document with headings in order, captions, scopes and a described image for each chart', async () => {
    const html = await renderAuditPage(sampleAudit(usualMonth));
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(countOf(html, /<h1>/g)).toBe(1);
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    for (const [index, level] of levels.slice(1).entries())
      expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(2);
    expect(countOf(html, /<caption/g)).toBe(countOf(html, /<table/g));
    expect(countOf(html, /<table/g)).toBe(7);
    expect(html).not.toMatch(/<th(?! scope="(?:col|row)")[ >]/);
    const described = [...html.matchAll(/role="img" aria-label="([^"]+)"><svg/g)].map(([, label]) => label);
    expect(described).toHaveLength(3);
    expect(described[0]).toContain('Busiest days');
    expect(described[1]).toContain('5–11 Oct: 12 hours');
    expect(described[2]).toContain('Platform daily: 65 hours');
  });

  it('asks for nothing from outside, and may not', async () => {
    const html = await renderAuditPage(sampleAudit(usualMonth));
    expect(html).toContain('content="default-src &#39;none&#39;'.replaceAll('&#39;', "'"));
    expect(html).not.toMatch(/https?:|\/\/[a-z]|url\(|@import|<script|<link|<img|<iframe|\son\w+=/i);
  });

  it('shows hostile text as text, wherever it comes from', async () => {
    const [first] = usualMonth;
    if (!first) throw new Error('no sample');
    const judged = {
      when: hostile,
      because: hostile,
      changes: [hostile],
      evidence: [{ field: 'summary', text: hostile }],
    };
    const data = sampleAudit([{ ...first, title: hostile, judged }]);
    const html = await renderAuditPage({ ...data, fileNames: [hostile], person: hostile, notes: [hostile] });
    expect(html).not.toMatch(/<script|<img|\u202e/i);
    expect(countOf(html, /<title>/g)).toBe(1);
    expect(countOf(html, /&lt;script/g)).toBeGreaterThanOrEqual(7);
    const drawn = await seriesBars(data);
    expect(drawn).toContain('&lt;/title&gt;');
    expect(drawn).not.toMatch(/<script|<img/);
  });

  it('stays small with titles of a megabyte', async () => {
    const [first] = usualMonth;
    if (!first) throw new Error('no sample');
    const huge = 'A'.repeat(1_000_000);
    const html = await renderAuditPage(sampleAudit([{ ...first, title: huge, judged: { because: huge } }]));
    expect(html.length).toBeLessThan(40_000);
    expect(html).toContain(`${'A'.repeat(109)}…`);
  });

  it('of a hundred meetings is under 150 kB', async () => {
    const html = await renderAuditPage(sampleAudit(manySeries(100)));
    expect(Buffer.byteLength(html)).toBeLessThan(150_000);
    expect(countOf(html, /class="why"/g)).toBe(100);
    expect(html).not.toContain('are listed');
  });

  it('of thousands lists the first 300 and says so', async () => {
    const data = sampleAudit(manySeries(3));
    const meetings = Array.from({ length: 5000 }, (_, index) => ({
      ...(data.meetings[index % 3] ?? never()),
      uid: `m${index}`,
    }));
    const html = await renderAuditPage({ ...data, meetings });
    expect(countOf(html, /class="why"/g)).toBe(300);
    expect(textOf(html)).toContain('The first 300 of 5,000 are listed');
  });

  it('of a month without meetings still says what counts as one', async () => {
    const html = await renderAuditPage(sampleAudit([]));
    expect(textOf(html)).toContain('October 2026: no meetings.');
    expect(html).not.toContain('<svg');
    expect(textOf(html)).toContain('at most 12 hours');
  });

  it('tells what is unknown', async () => {
    const data = sampleAudit(usualMonth);
    const html = await renderAuditPage({
      ...data,
      person: null,
      meetings: [{ ...(data.meetings[0] ?? never()), summary: null, people: null }],
    });
    expect(html).toContain('Custom Time');
    expect(html).toContain('Without a title');
    expect(textOf(html)).toContain('Meeting load · from team.ics and 1 more file');
  });
});

function never(): never {
  throw new Error('no sample');
}
