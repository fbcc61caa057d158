import type { PageFrame } from '../page-frame.ts';
import { whenText } from '../when.ts';
import { hourIn, listed, nameIn } from './plan-names.ts';
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
      <Fairer judged={judged} frame={frame} />
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
              {burdened.length === 0 ? texts.fair : texts.burdens(clocksOf(startMs, burdened, judged, frame))}{' '}
              {texts[availability]}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why times that are hard for more people are the fairer ones. */
function Fairer({ judged: { hours }, frame }: { judged: JudgedPlan; frame: PageFrame }) {
  const texts = planTexts[frame.language].slots.fairer;
  const { fairer } = hours;
  if (fairer === null) return null;
  return <p>{texts[fairer.because](fairer.address === null ? '' : nameIn(hours, fairer.address, frame))}</p>;
}

/** `02:45 for Ann and Ben; Fri 07:15 for Cai`: everybody whom the time burdens, on their clocks. */
function clocksOf(
  startMs: number,
  burdened: JudgedPlan['hours']['slots'][number]['burdened'],
  { hours }: JudgedPlan,
  frame: PageFrame,
): string {
  const texts = planTexts[frame.language].slots;
  const together = Map.groupBy(burdened, ({ zone }) => hourIn(startMs, zone, frame));
  return [...together]
    .map(([clock, people]) =>
      texts.clockFor(
        clock,
        listed(
          people.map(({ address }) => nameIn(hours, address, frame)),
          frame,
        ),
      ),
    )
    .join('; ');
}
