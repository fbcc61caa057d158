import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import type { Language } from '../texts.ts';
import { type EarlierLine, replacedText } from './earlier-list.tsx';
import { earlierTexts } from './earlier-texts.ts';

/** Structure of `DifferencePart`; see there. */
type DifferencePart =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly lines: readonly string[] }
  | { readonly kind: 'left-out'; readonly count: number };

/** Structure of `EarlierPolicyView`; see there. */
interface EarlierPolicyPage extends EarlierLine {
  readonly isDefault: boolean;
  readonly text: string;
  readonly difference: readonly DifferencePart[];
}

/** One earlier text to read, and the way to put it into the form. */
export function earlierPolicyPage(view: EarlierPolicyPage, frame: PageFrame): string {
  const texts = earlierTexts[frame.language];
  const title = texts.title(view.version);
  return appPage(
    frame,
    { title, current: 'policy' },
    <>
      <h1>{title}</h1>
      <p class="lead">
        {texts.lead} {replacedText(view, frame)}
      </p>
      {view.isDefault && <p class="soft">{texts.isDefault}</p>}
      <section class="card" aria-labelledby="difference">
        <h2 id="difference">{texts.difference}</h2>
        {view.difference.length === 0 ? (
          <p>{texts.same}</p>
        ) : (
          <Difference parts={view.difference} language={frame.language} />
        )}
      </section>
      <details class="card">
        <summary>{texts.whole}</summary>
        <pre>{view.text}</pre>
      </details>
      {view.difference.length > 0 && (
        <>
          <p class="actions">
            <a class="button" href={`/policy?earlier=${view.version}`}>
              {texts.putBack}
            </a>
          </p>
          <p class="hint">{texts.putBackHint}</p>
        </>
      )}
      <p>
        <a href="/policy">{texts.back}</a>
      </p>
    </>,
  );
}

function Difference({ parts, language }: { parts: readonly DifferencePart[]; language: Language }) {
  const texts = earlierTexts[language];
  return (
    <>
      <p class="hint">{texts.differenceHint}</p>
      <pre class="policy-difference">
        {parts.map((part) => {
          if (part.kind === 'left-out') return <span class="soft">… {texts.leftOut(part.count)} …</span>;
          if (part.kind === 'same') return <span>{marked(part.lines, '  ')}</span>;
          const isAdded = part.kind === 'added';
          const Tag = isAdded ? 'ins' : 'del';
          return (
            <Tag>
              <span class="visually-hidden">{isAdded ? texts.added : texts.removed} </span>
              {marked(part.lines, isAdded ? '+ ' : '− ')}
            </Tag>
          );
        })}
      </pre>
    </>
  );
}

function marked(lines: readonly string[], mark: string): string {
  return lines.map((line) => `${mark}${line}`).join('\n');
}
