import type { PageFrame } from '../page-frame.ts';
import { Field } from '../parts.tsx';
import { calendarNames } from '../sign-in/sign-in-texts.ts';
import { problemText } from './plan-form.tsx';
import { planTexts } from './plan-texts.ts';
import type { JudgedPlan, PlanView } from './plan-view.ts';

const welcome: ReadonlySet<string> = new Set(['meet', 'meet-differently', 'skip']);

interface PlanCreateProps {
  readonly view: PlanView;
  readonly judged: JudgedPlan;
  readonly frame: PageFrame;
}

/** The button that creates the meeting. Never a dead end: against the verdict it takes one sentence. */
export function PlanCreate({ view, judged, frame }: PlanCreateProps) {
  const texts = planTexts[frame.language];
  const { desk, fields } = view;
  const isWelcome = welcome.has(judged.judgement.verdict);
  const isUnsaid = view.problems.some(({ field, code }) => field === 'because' && code === 'missing');
  const calendar = calendarNames[desk.calendar ?? ''] ?? '';
  return (
    <section class="card" aria-labelledby="create-title">
      <h3 id="create-title">{isWelcome ? texts.create.title : texts.create.anyway}</h3>
      {desk.calendar === null ? (
        <p>{texts.create.noCalendar}</p>
      ) : (
        <>
          <input type="hidden" name="seen" value={judged.seen} />
          {/* Preserved: somebody may be writing here while the answer to an earlier change arrives. */}
          {!isWelcome && (
            <Field
              label={texts.fields.because}
              hint={texts.hints.because}
              problem={isUnsaid ? texts.sayWhy : problemText(view, texts, 'because')}
            >
              {/* biome-ignore lint/a11y/noAutofocus: the page came back for nothing but this field */}
              <textarea name="because" rows={2} maxLength={500} hx-preserve="true" autoFocus={isUnsaid}>
                {fields.because}
              </textarea>
            </Field>
          )}
          <p>{texts.create.inviting(judged.guests.length, calendar)}</p>
          <p class="actions">
            <button
              type="submit"
              id="act-create"
              class={isWelcome ? '' : 'quiet'}
              formAction="/plan/create"
              name="act"
              value="create"
            >
              {isWelcome ? texts.create.submit : texts.create.submitAnyway}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
