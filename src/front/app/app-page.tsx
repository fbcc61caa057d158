import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { displayText } from '../plain-text.ts';
import { frameTexts } from './frame-texts.ts';
import type { NavKey } from './nav.ts';
import type { PageFrame } from './page-frame.ts';
import { PageHeader } from './page-header.tsx';

/** One page inside the frame. */
export interface AppPage {
  /** Of the browser's window; cleaned here. The heading on the page is the page's own. */
  readonly title: string;
  readonly current: NavKey;
  /** What the act before this page did, as a sentence; null where there was none. */
  readonly said?: string | null;
  /** A form was not carried out: the title says so first, for whoever hears it before the page. */
  readonly isRefused?: boolean;
  /** Nothing is loaded but style and script of the frame. */
  readonly head?: never;
}

const longestTitle = 120;

/** The shape of a gate, so that no browser asks for a picture of its own. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='6' fill='%232d5f8b'/%3E%3Cpath d='M6 19V11a6 6 0 0 1 12 0v8M12 9v10' fill='none' stroke='%23fff' stroke-width='2.2' stroke-linecap='round'/%3E%3C/svg%3E";

/** A whole page: head, header with navigation, `children` as its main part, footer. Needs no script. */
export function appPage(frame: PageFrame, page: AppPage, children: ComponentChildren): string {
  const texts = frameTexts[frame.language];
  const title = displayText(page.title, longestTitle);
  const html = renderToString(
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${page.isRefused ? texts.error(title) : title} · Meeting Gatekeeper`}</title>
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={frame.assets.style} />
        <script src={frame.assets.script} defer />
      </head>
      <body>
        <a class="skip" href="#main">
          {texts.skip}
        </a>
        <PageHeader frame={frame} current={page.current} />
        <main id="main" tabIndex={-1}>
          {page.said ? (
            <p class="said" role="status">
              {page.said}
            </p>
          ) : null}
          {children}
        </main>
        <footer class="page-foot">Meeting Gatekeeper. {texts.footer}</footer>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
