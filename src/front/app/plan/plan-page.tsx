import { renderToString } from 'preact-render-to-string';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField } from '../parts.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { planTexts } from './plan-texts.ts';
import type { PlanView } from './plan-view.ts';
import { WrittenInstead } from './written-instead.tsx';

/**
 * The form of a meeting that does not exist yet, and what the gate says of it. With script the second follows the
 * first while somebody types; without, a button asks for it.
 */
export function planPage(view: PlanView, frame: PageFrame): string {
  const texts = planTexts[frame.language];
  return appPage(
    frame,
    { title: texts.title, current: 'plan' },
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <Halted view={view} frame={frame} />
      {view.written !== null && <WrittenInstead written={view.written} frame={frame} />}
      <form class="plan" method="post" action="/plan/judge#panel" noValidate>
        <CsrfField frame={frame} />
        <input type="hidden" name="key" value={view.fields.key} />
        <PlanForm view={view} frame={frame} />
        <section class="plan-panel" aria-labelledby="panel-title">
          <p id="panel-said" class="visually-hidden" aria-live="polite" />
          <div id="panel">
            <PlanPanel view={view} frame={frame} />
          </div>
        </section>
      </form>
    </>,
  );
}

/** The panel alone, for htmx, with one sentence for screen readers: the whole panel would be read at each pause. */
export function planPanel(view: PlanView, frame: PageFrame): string {
  const texts = planTexts[frame.language];
  const said = view.judged === null ? texts.problemsTitle : texts.verdicts[view.judged.judgement.verdict];
  return renderToString(
    <>
      <PlanPanel view={view} frame={frame} />
      <p id="panel-said" hx-swap-oob="innerHTML">
        {said}
      </p>
    </>,
  );
}

const refusals: Readonly<Partial<Record<string, 'no-mailbox' | 'deleted' | 'unavailable' | 'look-again'>>> = {
  'look-again': 'look-again',
  'no-mailbox': 'no-mailbox',
  'not-found': 'deleted',
  unavailable: 'unavailable',
  'rate-limited': 'unavailable',
  'outcome-unknown': 'unavailable',
};

function Halted({ view: { halted }, frame }: { view: PlanView; frame: PageFrame }) {
  if (halted === null) return null;
  return (
    <p class="notice" role="alert">
      {planTexts[frame.language].halted[refusals[halted] ?? 'refused']}
    </p>
  );
}
