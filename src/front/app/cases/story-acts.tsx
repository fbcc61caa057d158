import type { ComponentChildren } from 'preact';
import type { Purpose } from '../../../core/signals/signal.ts';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import type { Story, StoryField, StoryInput } from './case-view-types.ts';
import { purposeTexts } from './purpose-texts.ts';
import { storyTexts } from './story-texts.ts';

interface ActProps {
  readonly story: Story;
  readonly frame: PageFrame;
  readonly input: StoryInput;
}

/** As http takes them. */
const longest = { note: 500, text: 2_000 } as const;

/**
 * What else the owner can do about a case; nothing where nothing fits. Folded where it is not what is waited for, and
 * open where something typed has to be mended. Leaving a meeting alone does what an undo does, so only one is offered.
 */
export function StoryActs(props: ActProps) {
  const { acts, status } = props.story;
  const texts = storyTexts[props.frame.language].acts;
  const wrong = props.input.problem?.field ?? null;
  const leavesAlone = acts.override && (!acts.undo || wrong === 'note');
  if (!leavesAlone && !acts.justify && !acts.decide) return null;
  return (
    <section class="card stack">
      <h2>{texts.heading}</h2>
      {acts.justify && (
        <Folded title={texts.justifyHeading} isOpen={status.state === 'asked' || wrong === 'purpose'}>
          <Justify {...props} />
        </Folded>
      )}
      {acts.decide && (
        <Folded
          title={texts.decideHeading}
          isOpen={wrong !== null && wrong !== 'note' && wrong !== 'purpose'}
        >
          <Decide {...props} />
        </Folded>
      )}
      {leavesAlone && (
        <Folded title={texts.overrideHeading} isOpen={wrong === 'note'}>
          <Override {...props} />
        </Folded>
      )}
    </section>
  );
}

function Folded({
  title,
  isOpen,
  children,
}: {
  title: string;
  isOpen: boolean;
  children: ComponentChildren;
}) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Beside what was done, where something was. */
export function StoryUndo({ story: { id, acts, provider }, frame }: Omit<ActProps, 'input'>) {
  const texts = storyTexts[frame.language].acts;
  if (!acts.undo) return null;
  return (
    <form class="row" method="post" action={`/cases/${id}/undo`}>
      <CsrfField frame={frame} />
      <button type="submit">{texts.undo}</button>
      <small>
        {texts.undoHint} {provider === 'microsoft' && texts.undoOnOutlook}
      </small>
    </form>
  );
}

function Override({ story: { id }, frame, input }: ActProps) {
  const texts = storyTexts[frame.language].acts;
  return (
    <form method="post" action={`/cases/${id}/override`}>
      <CsrfField frame={frame} />
      <Field label={texts.overrideLabel} hint={texts.overrideHint} problem={problemOf('note', input, frame)}>
        <textarea name="note" rows={2} maxLength={longest.note} value={input.values.note ?? ''} />
      </Field>
      <button type="submit" class="quiet">
        {texts.override}
      </button>
    </form>
  );
}

function Justify({ story: { id }, frame, input }: ActProps) {
  const { acts } = storyTexts[frame.language];
  return (
    <form method="post" action={`/cases/${id}/justify`}>
      <CsrfField frame={frame} />
      <Field label={acts.justifyLabel} hint={acts.justifyHint} problem={problemOf('purpose', input, frame)}>
        <select name="purpose" required>
          <option value="">{acts.choose}</option>
          {(Object.entries(purposeTexts[frame.language]) as [Purpose, string][]).map(([purpose, name]) => (
            <option value={purpose} selected={input.values.purpose === purpose}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" class="quiet">
        {acts.justify}
      </button>
    </form>
  );
}

function Decide({ story: { id }, frame, input }: ActProps) {
  const texts = storyTexts[frame.language].acts;
  const { what = '', why = '', notChosen = '' } = input.values;
  return (
    <form method="post" action={`/cases/${id}/decide`}>
      <CsrfField frame={frame} />
      <Field label={texts.what} problem={problemOf('what', input, frame)}>
        <textarea name="what" rows={2} required maxLength={longest.text} value={what} />
      </Field>
      <Field label={texts.why} problem={problemOf('why', input, frame)}>
        <textarea name="why" rows={2} maxLength={longest.text} value={why} />
      </Field>
      <Field
        label={texts.notChosen}
        hint={texts.notChosenHint}
        problem={problemOf('notChosen', input, frame)}
      >
        <textarea name="notChosen" rows={3} maxLength={longest.text} value={notChosen} />
      </Field>
      <button type="submit">{texts.decide}</button>
    </form>
  );
}

function problemOf(field: StoryField, { problem }: StoryInput, { language }: PageFrame): string | null {
  return problem?.field === field ? storyTexts[language].problems[problem.what] : null;
}
