import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge } from '../parts.tsx';
import { levelTexts, ruleText } from '../team/rule-texts.ts';
import { protectionsTexts } from './protections-texts.ts';
import type { ShownView } from './protections-view.ts';
import { weekdayText, windowText } from './weekday-words.ts';

const longestName = 60;
const rules = [
  'no-meeting-day',
  'focus-block',
  'outside-working-hours',
  'unfair-burden',
  'public-holiday',
] as const;

/** What holds in the end, whoever said it. */
export function InForce({ view, frame }: { view: ShownView; frame: PageFrame }) {
  const texts = protectionsTexts[frame.language].inForce;
  const { inForce } = view;
  const names = levelTexts[frame.language];
  return (
    <section class="card" aria-labelledby="in-force-title">
      <h2 id="in-force-title">{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      {inForce.paused && <Badge tone="async">{texts.paused}</Badge>}
      <dl class="in-force">
        <Line term={texts.zone} value={inForce.zone ?? texts.unknown} />
        <Line
          term={texts.work}
          value={inForce.workingHours.map((part) => windowText(part, frame)).join('; ')}
        />
        <Line term={texts.days} value={daysText(view, frame)} />
        <Line term={texts.focus} value={focusText(view, frame)} />
        <Line term={texts.goal} value={goalText(view, frame)} />
        <Line term={texts.budget} value={budgetText(view, frame)} />
        <Line term={texts.offHours} value={inForce.takesOffHours ? texts.takesThem : texts.takesNone} />
      </dl>
      <h3>{texts.rules}</h3>
      <ul class="in-force-rules">
        {rules.map((rule) => (
          <li>
            {ruleText(rule, frame.language).name}:{' '}
            <strong>{names[inForce.enforcement[rule] ?? inForce.enforcement.default].name}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function daysText({ inForce }: ShownView, frame: PageFrame): string {
  const days = inForce.noMeetingDays.map(({ weekday }) => weekdayText(weekday, frame, 'long'));
  return days.length === 0 ? protectionsTexts[frame.language].inForce.noDays : days.join(', ');
}

function focusText({ inForce: { focus } }: ShownView, frame: PageFrame): string {
  const texts = protectionsTexts[frame.language].inForce;
  const parts = [
    ...(focus.calendarEvents ? [texts.calendarEvents] : []),
    ...focus.categories.map((name) => texts.category(displayText(name, longestName))),
    ...focus.blocks.map((part) => windowText(part, frame)),
  ];
  return parts.length === 0 ? texts.noFocus : parts.join('; ');
}

function goalText({ inForce: { focus } }: ShownView, frame: PageFrame): string {
  const texts = protectionsTexts[frame.language].inForce;
  const goal = focus.weeklyGoal;
  if (!goal) return texts.noGoal;
  const number = new Intl.NumberFormat(frame.locale);
  return texts.goalText(
    number.format(goal.hours),
    goal.firmness === 'hard',
    number.format(goal.leastMinutes),
  );
}

function budgetText({ inForce: { budget } }: ShownView, frame: PageFrame): string {
  const texts = protectionsTexts[frame.language].inForce;
  const number = new Intl.NumberFormat(frame.locale);
  const parts = [
    ...(budget.hoursPerDay === null ? [] : [texts.budgetDay(number.format(budget.hoursPerDay))]),
    ...(budget.hoursPerWeek === null ? [] : [texts.budgetWeek(number.format(budget.hoursPerWeek))]),
  ];
  return parts.length === 0 ? texts.noBudget : parts.join(', ');
}
