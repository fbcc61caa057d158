import type { Draft } from '../../../core/offer/draft.ts';
import { displayText } from '../../plain-text.ts';
import { deadlineText } from '../cases/deadline-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { planTexts } from './plan-texts.ts';

interface PlanInsteadProps {
  readonly draft: Draft;
  /** Whether the planner has a calendar, and with it a place for documents. */
  readonly canWrite: boolean;
  readonly frame: PageFrame;
}

/** The better way, begun with the planner's own points. */
export function PlanInstead({ draft, canWrite, frame }: PlanInsteadProps) {
  const texts = planTexts[frame.language].instead;
  return (
    <section class="card" aria-labelledby="instead-title">
      <h3 id="instead-title">{texts.title[draft.alternative.format]}</h3>
      <p>
        {texts.lead} {draft.dueMs !== null && texts.due(deadlineText(draft.dueMs, frame))}
      </p>
      <details>
        <summary id="instead-begins">{texts.begins}</summary>
        <p>
          <strong>{displayText(draft.title, 200)}</strong>
        </p>
        {draft.sections.map(({ heading, lines }) => (
          <>
            <p lang="en">{heading}</p>
            {lines.length > 0 && (
              <ul>
                {lines.map((line) => (
                  <li>{displayText(line, 300)}</li>
                ))}
              </ul>
            )}
          </>
        ))}
      </details>
      <p class="actions">
        {canWrite && (
          <button type="submit" id="act-write" formAction="/plan/create" name="act" value="write">
            {texts.write}
          </button>
        )}
        <button
          type="submit"
          id="act-markdown"
          class="quiet"
          formAction="/plan/create"
          name="act"
          value="markdown"
        >
          {texts.save}
        </button>
      </p>
    </section>
  );
}
