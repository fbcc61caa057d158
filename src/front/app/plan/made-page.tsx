import { renderToString } from 'preact-render-to-string';
import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { whenText } from '../when.ts';
import { planTexts } from './plan-texts.ts';
import type { MadePlan } from './plan-view.ts';

/**
 * What was created, with a link to its case as soon as there is one; until then the page looks again by itself.
 *
 * @param made null until the planner's calendar was read
 * @param path of this page
 */
export function madePage(made: MadePlan | null, path: string, frame: PageFrame): string {
  const texts = planTexts[frame.language].made;
  const said = frame.said === 'plan-created' || frame.said === 'plan-existed' ? texts.said[frame.said] : null;
  return appPage(frame, { title: texts.title, current: 'plan', said }, <Made {...{ made, path, frame }} />);
}

/** The same without its frame, for htmx. */
export function madePart(made: MadePlan | null, path: string, frame: PageFrame): string {
  return renderToString(<Made {...{ made, path, frame }} />);
}

interface MadeProps {
  readonly made: MadePlan | null;
  readonly path: string;
  readonly frame: PageFrame;
}

function Made({ made, path, frame }: MadeProps) {
  const texts = planTexts[frame.language].made;
  const caseId = made?.caseId ?? null;
  const again =
    caseId === null ? { 'hx-get': path, 'hx-trigger': 'load delay:3s', 'hx-swap': 'outerHTML' } : {};
  return (
    <div class="narrow" aria-live="polite" {...again}>
      {made === null ? (
        <>
          <h1>{texts.titleSoon}</h1>
          <p class="lead">{texts.soon}</p>
        </>
      ) : (
        <>
          <h1>{texts.title}</h1>
          <div class="card">
            <h2>{displayText(made.title ?? '', 200)}</h2>
            <p>{whenText(made.startMs, made.endMs, frame)}</p>
            <p>
              {texts.invited(Math.max(1, made.guests))} {made.repeats && texts.repeats}
            </p>
            {caseId === null && <p class="soft">{texts.caseSoon}</p>}
          </div>
        </>
      )}
      <p class="actions">
        {caseId !== null && (
          <a class="button" href={`/cases/${encodeURIComponent(caseId)}`}>
            {texts.openCase}
          </a>
        )}
        <a class="button quiet" href="/plan">
          {texts.another}
        </a>
      </p>
    </div>
  );
}
