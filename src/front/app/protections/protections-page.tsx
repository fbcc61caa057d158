import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField } from '../parts.tsx';
import { Problems } from '../policy/problems.tsx';
import { DayFields, FocusFields, GoalFields } from './focus-fields.tsx';
import { InForce } from './in-force.tsx';
import { PauseCard } from './pause-card.tsx';
import { protectionsTexts } from './protections-texts.ts';
import type { ShownProtections } from './protections-view.ts';
import { BudgetFields, HoursFields, StrictFields } from './time-fields.tsx';
import { WeeksTable } from './weeks-table.tsx';

/** What one person keeps free for themselves, and beside it what holds for them in the end. */
export function protectionsPage(shown: ShownProtections, frame: PageFrame): string {
  const texts = protectionsTexts[frame.language];
  const isRefused = shown.refused.length > 0 || Object.keys(shown.problems).length > 0;
  return appPage(
    frame,
    { title: texts.title, current: 'protections', said: saidText(frame) },
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {!shown.view.hasCalendar && <p class="notice">{texts.noCalendar}</p>}
      {isRefused && (
        <div class="notice" role="alert">
          <p>{texts.refused}</p>
          <Problems problems={shown.refused} language={frame.language} />
        </div>
      )}
      <PauseCard shown={shown} frame={frame} />
      <div class="protections">
        <form method="post" action="/protections" class="stack">
          <CsrfField frame={frame} />
          {/* Enter in a field saves: the first button of a form is what a browser then presses. */}
          <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true">
            {texts.save}
          </button>
          <DayFields shown={shown} frame={frame} />
          <FocusFields shown={shown} frame={frame} />
          <GoalFields shown={shown} frame={frame} />
          <HoursFields shown={shown} frame={frame} />
          <BudgetFields shown={shown} frame={frame} />
          <StrictFields shown={shown} frame={frame} />
          <div class="actions">
            <button type="submit">{texts.save}</button>
          </div>
          <p class="hint">{texts.afterwards}</p>
        </form>
        <div class="stack">
          <InForce view={shown.view} frame={frame} />
          <WeeksTable weeks={shown.view.weeks} frame={frame} />
        </div>
      </div>
    </>,
  );
}

function saidText({ said, language }: PageFrame): string | null {
  const texts = protectionsTexts[language].said;
  return said !== null && Object.hasOwn(texts, said) ? (texts[said] ?? null) : null;
}
