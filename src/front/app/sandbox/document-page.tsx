import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { sandboxTexts } from './sandbox-texts.ts';

/** Structure of `SandboxDocument`; see there. */
export interface DocumentView {
  readonly title: string;
  readonly text: string;
}

const longestTitle = 200;
const longestLine = 2_000;
const mostLines = 500;

/** What stands in a document of an invented account, to read. Its text may be hostile. */
export function documentPage({ title, text }: DocumentView, frame: PageFrame): string {
  const texts = sandboxTexts[frame.language].document;
  const name = displayText(title, longestTitle) || texts.untitled;
  const lines = text.split('\n', mostLines).map((line) => displayText(line, longestLine));
  return appPage(
    frame,
    { title: name, current: 'sandbox' },
    <>
      <p class="soft">{texts.lead}</p>
      <h1>{name}</h1>
      <article class="card">
        {lines
          .filter((line) => line !== '')
          .map((line) => (
            <p dir="auto">{line}</p>
          ))}
      </article>
      <p>
        <a href="/sandbox">{texts.back}</a>
      </p>
    </>,
  );
}
