import { renderToString } from 'preact-render-to-string';
import { displayText } from '../plain-text.ts';
import type { AuditPageData } from './audit-page-data.ts';
import { countPhrase } from './figures-text.ts';
import { type Headline, headlineOf } from './headline.ts';
import { HeadlineFigures } from './headline-figures.tsx';
import { JudgedMeetings } from './judged-meetings.tsx';
import { type Drawings, drawCharts, MonthCharts } from './month-charts.tsx';
import { pageStyle } from './page-style.ts';
import { SmallPrint } from './small-print.tsx';

/** Nothing is loaded and nothing runs, also should hostile text ever get past the escaping. */
const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The audit of a month as one HTML file that stands alone: no script, no request, charts as inline SVG.
 * All texts of `data` may be hostile; they are cut, cleaned and escaped here.
 */
export async function renderAuditPage(data: AuditPageData): Promise<string> {
  const drawings = data.load.occurrences.length > 0 ? await drawCharts(data) : null;
  return `<!doctype html>\n${renderToString(<AuditPage data={data} drawings={drawings} />)}\n`;
}

function AuditPage({ data, drawings }: { data: AuditPageData; drawings: Drawings | null }) {
  const headline = headlineOf(data);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${headline.month}: ${headline.load}`}</title>
        <style dangerouslySetInnerHTML={{ __html: pageStyle }} />
      </head>
      <body>
        <main>
          <PageHead data={data} headline={headline} />
          {drawings && (
            <>
              <HeadlineFigures data={data} />
              <MonthCharts data={data} drawings={drawings} />
            </>
          )}
          <JudgedMeetings meetings={data.meetings} />
          <SmallPrint data={data} />
        </main>
      </body>
    </html>
  );
}

function PageHead({ data, headline }: { data: AuditPageData; headline: Headline }) {
  return (
    <header>
      <p class="about">{aboutText(data)}</p>
      <h1>
        {headline.month}: {headline.load}. <em>{headline.finding}</em>
      </h1>
      {headline.unclear && <p class="lead quiet">{headline.unclear}</p>}
    </header>
  );
}

function aboutText({ person, fileNames, load }: AuditPageData): string {
  const whose = person === null ? 'Meeting load' : `Meeting load of ${displayText(person, 80)}`;
  const [first = '', ...more] = fileNames.map((name) => displayText(name, 60));
  const others = more.length > 0 ? ` and ${countPhrase(more.length, 'more file', 'more files')}` : '';
  return `${whose} · from ${first || 'no file'}${others} · times in ${displayText(load.zone, 60)}`;
}
