import { displayText } from '../../plain-text.ts';
import { purposeTexts } from '../cases/purpose-texts.ts';
import type { PageFrame } from '../page-frame.ts';
import { Field } from '../parts.tsx';
import { type PlanTexts, planTexts } from './plan-texts.ts';
import type { PlanFields, PlanProblem, PlanView } from './plan-view.ts';
import { cityOf } from './zone-city.ts';

/** What is typed in. With script, a pause of 600 ms asks the gate what it thinks, and only the panel changes. */
export function PlanForm({ view, frame }: { view: PlanView; frame: PageFrame }) {
  const { fields } = view;
  const texts = planTexts[frame.language];
  const problem = (field: keyof PlanFields) => problemText(view, texts, field);
  return (
    <div
      class="card plan-fields"
      hx-post="/plan/judge"
      hx-trigger="input delay:600ms"
      hx-target="#panel"
      hx-swap="innerHTML"
      hx-sync="this:replace"
    >
      <Field label={texts.fields.title} problem={problem('title')}>
        <input name="title" value={fields.title} maxLength={300} autoComplete="off" />
      </Field>
      <Field label={texts.fields.purpose} hint={texts.hints.purpose} problem={problem('purpose')}>
        <select name="purpose">
          <option value="">{texts.letGateRead}</option>
          {Object.entries(purposeTexts[frame.language]).map(([purpose, label]) => (
            <option value={purpose} selected={purpose === fields.purpose}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field label={texts.fields.description} hint={texts.hints.description} problem={problem('description')}>
        <textarea name="description" rows={5} maxLength={10_000}>
          {fields.description}
        </textarea>
      </Field>
      <Guests view={view} texts={texts} problem={problem('guests')} />
      <Times view={view} frame={frame} problem={problem} />
      <fieldset class="field">
        <legend>{texts.fields.writing}</legend>
        <label>
          <input type="checkbox" name="writing" value="yes" checked={fields.writing === 'yes'} />
          {texts.welcomeWriting}
        </label>
      </fieldset>
      <button type="submit" class="quiet">
        {texts.judge}
      </button>
    </div>
  );
}

interface GuestsProps {
  readonly view: PlanView;
  readonly texts: PlanTexts;
  readonly problem: string | null;
}

/** Addresses as text, and beside them one field that browsers complete: they complete no lines of a text. */
function Guests({ view: { fields, desk }, texts, problem }: GuestsProps) {
  return (
    <>
      <Field label={texts.fields.guests} hint={texts.hints.guests} problem={problem}>
        <textarea name="guests" rows={3} spellcheck={false} autoCapitalize="none">
          {fields.guests}
        </textarea>
      </Field>
      {desk.colleagues.length > 0 && (
        <>
          <Field label={texts.colleague}>
            <input
              name="guest"
              list="colleagues"
              autoComplete="off"
              spellcheck={false}
              autoCapitalize="none"
            />
          </Field>
          <datalist id="colleagues">
            {desk.colleagues.map(({ address, zone }) => (
              <option value={displayText(address, 254)}>{zone === null ? '' : cityOf(zone)}</option>
            ))}
          </datalist>
        </>
      )}
    </>
  );
}

interface TimesProps {
  readonly view: PlanView;
  readonly frame: PageFrame;
  readonly problem: (field: keyof PlanFields) => string | null;
}

function Times({ view: { fields }, frame, problem }: TimesProps) {
  const texts = planTexts[frame.language];
  const zone = frame.zone.replaceAll('_', ' ');
  return (
    <>
      <div class="plan-times">
        <Field label={texts.fields.date} problem={problem('date')}>
          <input type="date" name="date" value={fields.date} />
        </Field>
        <Field label={texts.fields.start} problem={problem('start')}>
          <input type="time" name="start" value={fields.start} step={300} />
        </Field>
        <Field label={texts.fields.minutes} problem={problem('minutes')}>
          <input type="number" name="minutes" value={fields.minutes} min={5} max={720} step={5} />
        </Field>
        <Field label={texts.fields.weeks} hint={texts.hints.weeks} problem={problem('weeks')}>
          <input type="number" name="weeks" value={fields.weeks} min={1} max={52} />
        </Field>
      </div>
      <p class="hint">{frame.zone === 'UTC' ? texts.hints.timeUnknown : texts.hints.time(zone)}</p>
    </>
  );
}

/** What is wrong with a field, and with what of it. */
export function problemText(
  { problems }: Pick<PlanView, 'problems'>,
  texts: PlanTexts,
  wanted: keyof PlanFields,
): string | null {
  const found = problems.filter(({ field }) => field === wanted);
  if (found.length === 0) return null;
  const several = found.map((problem) => severalText(problem, texts)).filter((text) => text !== '');
  const others = found.filter(({ code }) => code !== 'several-people');
  const [other] = others;
  if (other === undefined || other.code === 'several-people') return several.join(' ');
  const quoted = others.flatMap(({ detail }) => (detail === null ? [] : [displayText(detail, 80)]));
  const more = others.flatMap((problem) => (problem.more === undefined ? [] : [texts.more(problem.more)]));
  const listedOnes = [quoted.join(', '), ...more].join(' ');
  return [...several, texts.problems[other.code], listedOnes].join(' ').trim();
}

const mostAddresses = 4;

/** That a name may be several people, and which; empty for any other problem. */
function severalText({ code, detail, addresses = [], more }: PlanProblem, texts: PlanTexts): string {
  if (code !== 'several-people' || detail === null) return '';
  const named = addresses.slice(0, mostAddresses).map((address) => displayText(address, 254));
  const rest = addresses.length - named.length;
  const all = [named.join(', '), ...(rest > 0 ? [texts.more(rest)] : [])].join(' ');
  const text = texts.severalPeople(displayText(detail, 80), addresses.length, all);
  return more === undefined ? text : `${text} ${texts.moreSuch(more)}`;
}
