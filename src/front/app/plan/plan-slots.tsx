import type { PageFrame } from '../page-frame.ts';
import { whenText } from '../when.ts';
import { planTexts } from './plan-texts.ts';
import type { JudgedPlan } from './plan-view.ts';

/** Fairer times as buttons: each fills in the form, and it is judged anew. */
export function PlanSlots({ judged, frame }: { judged: JudgedPlan; frame: PageFrame }) {
  const texts = planTexts[frame.language].slots;
  const { slots } = judged.hours;
  return (
    <section class="card" aria-labelledby="slots-title">
      <h3 id="slots-title">{texts.title}</h3>
      <p class="soft">{slots.length === 0 ? texts.none : texts.lead}</p>
      <ul class="plan-slots">
        {slots.map(({ startMs, endMs, burdened, availability }) => (
          <li>
            <button
              type="submit"
              id={`slot-${startMs}`}
              class="quiet"
              formAction="/plan/judge#panel"
              name="slot"
              value={String(startMs)}
              aria-pressed={startMs === judged.plan.startMs ? 'true' : 'false'}
            >
              {whenText(startMs, endMs, frame)}
            </button>
            <small>
              {burdened.length === 0 ? texts.fair : texts.burdens(burdened.length)}, {texts[availability]}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
