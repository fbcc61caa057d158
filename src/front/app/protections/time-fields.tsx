import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Field } from '../parts.tsx';
import { levels, levelTexts, ruleText } from '../team/rule-texts.ts';
import { NumberField } from './focus-fields.tsx';
import { HourRows } from './hour-rows.tsx';
import { protectionsTexts } from './protections-texts.ts';
import type { ShownProtections } from './protections-view.ts';
import { windowText } from './weekday-words.ts';

interface Part {
  readonly shown: ShownProtections;
  readonly frame: PageFrame;
}

const longestZone = 64;

/** Zone and working hours, each with where it is taken from now, off-hours, and whether holds are written. */
export function HoursFields({ shown: { view, typed, problems }, frame }: Part) {
  const { hours: texts, problems: says } = protectionsTexts[frame.language];
  const { zone, workingHours } = view.inForce;
  const working = workingHours.map((part) => windowText(part, frame)).join('; ');
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <Field
        label={texts.zone}
        hint={texts.zoneNow[view.zoneBy](zone ?? '')}
        problem={problems.timeZone && says[problems.timeZone]}
      >
        <input
          name="timeZone"
          value={displayText(typed.timeZone, longestZone)}
          list="zones"
          autocomplete="off"
        />
      </Field>
      <datalist id="zones">
        {view.zones.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <Field
        label={texts.work}
        hint={texts.workNow[view.hoursBy](working)}
        problem={problems.work && says[problems.work]}
      >
        <HourRows name="work" rows={typed.work} hasProblem={problems.work !== undefined} frame={frame} />
      </Field>
      <Box name="noOffHours" checked={typed.noOffHours} label={texts.offHours} hint={texts.offHoursHint} />
      <Box name="holds" checked={typed.holds} label={texts.holds} hint={texts.holdsHint} />
    </section>
  );
}

function Box({
  name,
  checked,
  label,
  hint,
}: {
  name: string;
  checked: boolean;
  label: string;
  hint: string;
}) {
  return (
    <div class="box">
      <label>
        <input type="checkbox" {...{ name, checked }} value="yes" aria-describedby={`${name}-hint`} />
        <span>{label}</span>
      </label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** Hours of meetings that are enough. */
export function BudgetFields({ shown: { typed, problems }, frame }: Part) {
  const { budget: texts, problems: says } = protectionsTexts[frame.language];
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <div class="number-pair">
        <NumberField
          label={texts.day}
          name="budgetDay"
          value={typed.budgetDay}
          problem={problems.budgetDay && says[problems.budgetDay]}
        />
        <NumberField
          label={texts.week}
          name="budgetWeek"
          value={typed.budgetWeek}
          problem={problems.budgetWeek && says[problems.budgetWeek]}
        />
      </div>
    </section>
  );
}

const rules = [
  'no-meeting-day',
  'focus-block',
  'outside-working-hours',
  'unfair-burden',
  'public-holiday',
] as const;

/** How firmly each protection acts; only what is stricter than the levels above is offered. */
export function StrictFields({ shown: { view, typed }, frame }: Part) {
  const texts = protectionsTexts[frame.language].strict;
  const names = levelTexts[frame.language];
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <div class="number-pair levels">
        {rules.map((rule) => {
          const above = view.enforcementAbove[rule];
          const chosen = typed.enforcement[rule] ?? '';
          const offered = levels.filter(
            (level) => levels.indexOf(level) > levels.indexOf(above) || level === chosen,
          );
          const { name, when } = ruleText(rule, frame.language);
          return (
            <Field label={name} hint={when}>
              <select name={`enforce.${rule}`}>
                <option value="">{texts.asIs(names[above].name)}</option>
                {offered.map((level) => (
                  <option value={level} selected={level === chosen}>
                    {names[level].name}
                  </option>
                ))}
              </select>
            </Field>
          );
        })}
      </div>
    </section>
  );
}
