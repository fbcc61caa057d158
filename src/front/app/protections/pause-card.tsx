import type { ComponentChildren } from 'preact';
import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import { dayText, momentText } from '../when.ts';
import { protectionsTexts } from './protections-texts.ts';
import type { ShownProtections } from './protections-view.ts';

/** One button to end a pause; without one, two ways to begin it. */
export function PauseCard({ shown, frame }: { shown: ShownProtections; frame: PageFrame }) {
  const texts = protectionsTexts[frame.language].pause;
  const { pause } = shown.view.stated;
  const { answersStoppedMs, inForce } = shown.view;
  const isRunning = inForce.paused;
  const stopped = answersStoppedMs === null ? null : texts.stopped(momentText(answersStoppedMs, frame));
  return (
    <section class="card" aria-labelledby="pause-title">
      <h2 id="pause-title">{texts.title}</h2>
      {stopped !== null && <p class="notice">{stopped}</p>}
      {isRunning && <p class="lead">{runningText(pause, frame)}</p>}
      {!isRunning && <p class="lead">{stopped === null ? texts.none : texts.noneStopped}</p>}
      <p class="soft">{texts.means}</p>
      {isRunning ? (
        <PauseForm pause="off" frame={frame}>
          <button type="submit">{texts.end}</button>
        </PauseForm>
      ) : (
        <div class="grid-2">
          <PauseForm pause="until" frame={frame}>
            <Field label={texts.until} problem={shown.wrongPause === null ? null : texts.wrongDate}>
              <input
                type="date"
                name="until"
                value={displayText(shown.wrongPause ?? '', 10)}
                // biome-ignore lint/a11y/noAutofocus: the page came back for nothing but this field
                autoFocus={shown.wrongPause !== null}
              />
            </Field>
            <button type="submit" class="quiet">
              {texts.startUntil}
            </button>
          </PauseForm>
          <PauseForm pause="on" frame={frame}>
            <button type="submit" class="quiet">
              {texts.start}
            </button>
          </PauseForm>
        </div>
      )}
    </section>
  );
}

function PauseForm({
  pause,
  frame,
  children,
}: {
  pause: 'on' | 'until' | 'off';
  frame: PageFrame;
  children: ComponentChildren;
}) {
  return (
    <form method="post" action="/protections/pause" class="pause-form">
      <CsrfField frame={frame} />
      <input type="hidden" name="pause" value={pause} />
      {children}
    </form>
  );
}

function runningText(pause: boolean | string | null, frame: PageFrame): string {
  const texts = protectionsTexts[frame.language].pause;
  if (typeof pause !== 'string') return texts.running;
  return texts.runningUntil(dayText(Date.parse(`${pause}T12:00:00Z`), { ...frame, zone: 'UTC' }));
}
