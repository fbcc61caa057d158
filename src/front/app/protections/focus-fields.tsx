import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Field } from '../parts.tsx';
import { HourRows } from './hour-rows.tsx';
import { protectionsTexts } from './protections-texts.ts';
import type { ShownProtections, ShownView } from './protections-view.ts';
import { weekdays, weekdayText } from './weekday-words.ts';

interface Part {
  readonly shown: ShownProtections;
  readonly frame: PageFrame;
}

const longestLevel = 60;
/** Ten categories of the longest kind. */
const longestText = 2_200;

/** Weekdays without meetings; those from above are there and cannot be taken away. */
export function DayFields({ shown: { view, typed }, frame }: Part) {
  const texts = protectionsTexts[frame.language].days;
  const levelOf = (day: string) =>
    view.above.find(({ noMeetingDays }) => noMeetingDays.some((each) => each.day === day));
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <fieldset class="field">
        <legend class="visually-hidden">{texts.title}</legend>
        <p class="hint">
          {texts.hint} {firmlyText('no-meeting-day', view, frame)}
        </p>
        <div class="day-list">
          {weekdays.map((day, index) => {
            const level = levelOf(day);
            return (
              <label>
                <input
                  type="checkbox"
                  name="day"
                  value={day}
                  checked={level !== undefined || typed.days.includes(day)}
                  disabled={level !== undefined}
                />
                <span>
                  {weekdayText(index + 1, frame, 'long')}
                  {level !== undefined && (
                    <small>
                      {' '}
                      {level.team === null
                        ? texts.fromOrganization
                        : texts.fromTeam(displayText(level.team, longestLevel))}
                    </small>
                  )}
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
    </section>
  );
}

/** How firmly this is protected, by what is in force. */
function firmlyText(
  rule: 'no-meeting-day' | 'focus-block',
  { inForce }: ShownView,
  frame: PageFrame,
): string {
  const { firmly } = protectionsTexts[frame.language];
  const { enforcement } = inForce;
  const where = rule === 'focus-block' ? firmly.focus : firmly.day;
  return `${where} ${firmly.levels[enforcement[rule] ?? enforcement.default]}`;
}

/** Focus time from the calendar, from categories, and from hours of the week. */
export function FocusFields({ shown: { view, typed, problems }, frame }: Part) {
  const texts = protectionsTexts[frame.language];
  const isFixed = view.above.some(({ focusCalendarEvents }) => focusCalendarEvents === true);
  return (
    <section class="card">
      <h2>{texts.focus.title}</h2>
      <p class="soft">
        {texts.focus.hint} {firmlyText('focus-block', view, frame)}
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            name="calendarEvents"
            value="yes"
            checked={isFixed || typed.calendarEvents}
            disabled={isFixed}
          />
          <span>{texts.focus.calendarEvents}</span>
        </label>
        {/* A box that is turned off is not sent, and would count as cleared. */}
        {isFixed && <input type="hidden" name="calendarEvents" value="yes" />}
      </p>
      {isFixed && <p class="hint">{texts.focus.calendarEventsFixed}</p>}
      <Field
        label={texts.focus.categories}
        hint={texts.focus.categoriesHint}
        problem={problems.categories && texts.problems[problems.categories]}
      >
        <input name="categories" value={displayText(typed.categories, longestText)} autocomplete="off" />
      </Field>
      <Field
        label={texts.focus.blocks}
        hint={texts.focus.blocksHint}
        problem={problems.blocks && texts.problems[problems.blocks]}
      >
        <HourRows name="block" rows={typed.blocks} hasProblem={problems.blocks !== undefined} frame={frame} />
      </Field>
    </section>
  );
}

/** Focus time that the gate books by itself. */
export function GoalFields({ shown: { typed, problems }, frame }: Part) {
  const { goal: texts, problems: says } = protectionsTexts[frame.language];
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <div class="number-pair">
        <NumberField
          label={texts.hours}
          name="goalHours"
          value={typed.goalHours}
          problem={problems.goalHours && says[problems.goalHours]}
        />
        <NumberField
          label={texts.least}
          name="goalLeast"
          value={typed.goalLeast}
          problem={problems.goalLeast && says[problems.goalLeast]}
        />
      </div>
      <fieldset class="field">
        <legend>{texts.firmness}</legend>
        {(['soft', 'hard'] as const).map((firmness) => (
          <p>
            <label>
              <input
                type="radio"
                name="goalFirmness"
                value={firmness}
                checked={typed.goalFirmness === firmness}
              />
              <span>{texts[firmness]}</span>
            </label>
          </p>
        ))}
      </fieldset>
    </section>
  );
}

/** A number as text, so that a comma is as good as a point, and what was typed wrong stays. */
export function NumberField({
  label,
  name,
  value,
  problem,
}: {
  label: string;
  name: string;
  value: string;
  problem?: string | undefined;
}) {
  return (
    <Field label={label} problem={problem}>
      <input
        name={name}
        value={displayText(value, 20)}
        inputMode="decimal"
        autocomplete="off"
        class="short-input"
      />
    </Field>
  );
}
