import { renderToString } from 'preact-render-to-string';
import type { PageFrame } from '../page-frame.ts';
import { auditTexts } from './audit-texts.ts';
import type { AuditView, ChainReport } from './audit-view.ts';

interface ChainProps {
  readonly view: Pick<AuditView, 'chain' | 'head'>;
  readonly frame: Pick<PageFrame, 'language'>;
}

/** Whether the log is whole, and the newest link to be kept elsewhere. Also what htmx puts in its place. */
export function ChainCard({ view, frame }: ChainProps) {
  const texts = auditTexts[frame.language].chain;
  return (
    <section class="card" id="chain" aria-labelledby="chain-title">
      <h2 id="chain-title">{texts.title}</h2>
      <p>{texts.text}</p>
      {view.head === null ? (
        <p class="soft">{texts.empty}</p>
      ) : (
        <>
          <div aria-live="polite">{view.chain !== null && <Result chain={view.chain} frame={frame} />}</div>
          <form method="get" action="/audit" hx-get="/audit" hx-target="#chain" hx-swap="outerHTML">
            <input type="hidden" name="verify" value="1" />
            <button type="submit" class="quiet">
              {texts.verify}
            </button>
          </form>
          <h3>{texts.head}</h3>
          <p>
            <code class="audit-head">
              {view.head.seq}:{view.head.chain}
            </code>
          </p>
          <p class="soft">{texts.headHint}</p>
        </>
      )}
    </section>
  );
}

/** The card alone. */
export function chainPart(view: ChainProps['view'], frame: ChainProps['frame']): string {
  return renderToString(<ChainCard view={view} frame={frame} />);
}

function Result({ chain, frame }: { readonly chain: ChainReport; readonly frame: ChainProps['frame'] }) {
  const texts = auditTexts[frame.language].chain;
  if (chain.broken === null)
    return <p class="badge done audit-result">{texts.whole(chain.checked, chain.erased)}</p>;
  const { why, seq } = chain.broken;
  return (
    <p class="notice" role="alert">
      <strong>{texts.broken[why](seq)}</strong> {texts.next}
    </p>
  );
}
