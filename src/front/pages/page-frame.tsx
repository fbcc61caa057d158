import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { linkPageStyle } from './link-page-style.ts';

/** A whole page without script; nothing is loaded. `title` is shown as it is, and has to be cleaned before. */
export function pageWith(title: string, children: ComponentChildren): string {
  const html = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: linkPageStyle }} />
      </head>
      <body>
        <main>{children}</main>
        <footer>Meeting Gatekeeper</footer>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}
