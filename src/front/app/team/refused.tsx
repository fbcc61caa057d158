import type { PageFrame } from '../page-frame.ts';
import { Problems } from '../policy/problems.tsx';
import { steerTexts } from './steer-texts.ts';
import { teamTexts } from './team-texts.ts';
import type { TeamRefusal } from './team-view.ts';

/** In a form that was not saved: why. */
export function Refused({
  refusal,
  frame,
}: {
  refusal: Exclude<TeamRefusal, { readonly form: 'undo-rule' }>;
  frame: PageFrame;
}) {
  const texts = teamTexts[frame.language].rules;
  // A form has neither the lines nor the keys of the text that it changes.
  const problems = refusal.problems.map((problem) => ({ ...problem, place: null, key: '' }));
  return (
    <div class="notice">
      <p>{refusal.why === 'changed-meanwhile' ? texts.meanwhile : texts.refused}</p>
      <Problems problems={problems} language={frame.language} />
    </div>
  );
}

/**
 * On top of the page: that a form was not carried out, with the way to it. A browser puts the focus here, with and
 * without script.
 *
 * @param formId null where that form is not on the page any more
 */
export function RefusedOnTop({
  refusal,
  formId,
  frame,
}: {
  refusal: TeamRefusal;
  formId: string | null;
  frame: PageFrame;
}) {
  const texts = teamTexts[frame.language];
  const nothing =
    refusal.form === 'undo-rule' ? steerTexts[frame.language].undo.refused : texts.rules.refused;
  return (
    <div class="notice" role="alert" tabIndex={-1} autofocus>
      <p>
        {nothing} {formId !== null && <a href={`#${formId}`}>{texts.toForm}</a>}
      </p>
    </div>
  );
}
