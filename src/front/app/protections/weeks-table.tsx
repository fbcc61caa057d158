import type { PageFrame } from '../page-frame.ts';
import { protectionsTexts } from './protections-texts.ts';
import type { ShownWeek } from './protections-view.ts';

/** Protected hours of this week and the three after it. */
export function WeeksTable({ weeks, frame }: { weeks: readonly ShownWeek[]; frame: PageFrame }) {
  const texts = protectionsTexts[frame.language].weeks;
  const format = new Intl.NumberFormat(frame.locale, { maximumFractionDigits: 1 });
  const hours = (minutes: number) => texts.hours(format.format(minutes / 60));
  return (
    <section class="card" aria-labelledby="weeks-title">
      <h2 id="weeks-title">{texts.title}</h2>
      {weeks.length === 0 ? (
        <p>{texts.unknown}</p>
      ) : (
        // A scrolling part is reached by the keyboard only where it can have the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section class="table-scroll" aria-labelledby="weeks-title" tabIndex={0}>
          <table class="table weeks">
            <caption class="visually-hidden">{texts.caption}</caption>
            <thead>
              <tr>
                {[texts.week, texts.freeDays, texts.focus, texts.goal, texts.sum].map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ monday, freeDays, focus, goal }) => (
                <tr>
                  <th scope="row">{dateText(monday, frame)}</th>
                  <td class="number">{hours(freeDays)}</td>
                  <td class="number">{hours(focus)}</td>
                  <td class="number">{hours(goal)}</td>
                  <td class="number">{hours(freeDays + focus + goal)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

/** The day without its weekday, which is a Monday in every row: `23 Nov`. */
function dateText(date: string, { locale }: PageFrame): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(Date.parse(`${date}T12:00:00Z`));
}
