import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { protectionsTexts } from './protections-texts.ts';
import type { TypedHours } from './protections-view.ts';
import { weekdays, weekdayText } from './weekday-words.ts';

/** The server takes as many. */
const mostRows = 10;
const longestTime = 12;
const nothing: TypedHours = { days: [], from: '', to: '' };

/** Stretches of the week, one row each, and a button that gives one more row without saving. */
export function HourRows({
  name,
  rows,
  hasProblem,
  frame,
}: {
  name: string;
  rows: readonly TypedHours[];
  hasProblem: boolean;
  frame: PageFrame;
}) {
  const texts = protectionsTexts[frame.language].rows;
  const shown = rows.length === 0 ? [nothing] : rows;
  return (
    <>
      {shown.map((row, index) => (
        <fieldset class="hour-row" aria-invalid={hasProblem ? 'true' : undefined}>
          <legend class="visually-hidden">{texts.row(index + 1)}</legend>
          <div class="day-boxes">
            {weekdays.map((day, number) => (
              <label>
                <input
                  type="checkbox"
                  name={`${name}.${index}.day`}
                  value={day}
                  checked={row.days.includes(day)}
                />
                <span aria-hidden="true">{weekdayText(number + 1, frame, 'short')}</span>
                <span class="visually-hidden">{weekdayText(number + 1, frame, 'long')}</span>
              </label>
            ))}
          </div>
          <TimeInput label={texts.from} name={`${name}.${index}.from`} value={row.from} />
          <TimeInput label={texts.to} name={`${name}.${index}.to`} value={row.to} />
        </fieldset>
      ))}
      <p class="hint">{texts.removeHint}</p>
      {shown.length < mostRows && (
        <button type="submit" class="quiet" name="add" value={name} formnovalidate>
          {texts.add}
        </button>
      )}
    </>
  );
}

/** Text and no time field: `24:00` is the end of a day, and no time field takes it. */
function TimeInput({ label, name, value }: { label: string; name: string; value: string }) {
  return (
    <label class="time-input">
      {label}{' '}
      <input
        {...{ name, value: displayText(value, longestTime) }}
        size={6}
        maxLength={5}
        inputMode="numeric"
        autocomplete="off"
        placeholder="09:00"
      />
    </label>
  );
}
