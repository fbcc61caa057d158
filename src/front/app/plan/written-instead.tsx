import type { PageFrame } from '../page-frame.ts';
import { planTexts } from './plan-texts.ts';
import type { PlanView } from './plan-view.ts';

/** The document that was begun instead of a meeting. */
export function WrittenInstead({
  written: { url, notShared },
  frame,
}: {
  written: NonNullable<PlanView['written']>;
  frame: PageFrame;
}) {
  const texts = planTexts[frame.language].written;
  return (
    <section class="card" role="status">
      <h2>{texts.title}</h2>
      <p>{texts.nothingCreated}</p>
      {notShared.length > 0 && <p>{texts.notShared(notShared.length)}</p>}
      {/^https?:\/\//.test(url) && (
        <p class="actions">
          <a class="button" href={url}>
            {texts.open}
          </a>
        </p>
      )}
    </section>
  );
}
