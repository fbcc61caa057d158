import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { CsrfField, Field } from '../parts.tsx';
import { momentText } from '../when.ts';
import { ruleText } from './rule-texts.ts';
import { meetingsText, peopleText, steerTexts } from './steer-texts.ts';
import type { TeamRefusal } from './team-view.ts';

type UndoRefusal = Extract<TeamRefusal, { readonly form: 'undo-rule' }>;

/** Asks for a rule and a time; nothing happens before the page after it. */
export function UndoRuleForm({
  rules,
  refusal,
  frame,
}: {
  rules: readonly string[];
  refusal: UndoRefusal | null;
  frame: PageFrame;
}) {
  const texts = steerTexts[frame.language].undo;
  const problems = {
    'unknown-rule': texts.unknownRule,
    'unknown-time': texts.unknownTime,
    future: texts.future,
  };
  const problem = refusal === null ? null : problems[refusal.why];
  return (
    <section class="card" id="undo-rule">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.hint}</p>
      <form method="post" action="/team/undo-rule">
        <CsrfField frame={frame} />
        <Field label={texts.rule} problem={refusal?.why === 'unknown-rule' ? problem : null}>
          <select name="rule">
            {rules.map((rule) => (
              <option value={rule} selected={rule === refusal?.typed.rule}>
                {ruleText(rule, frame.language).name}
              </option>
            ))}
          </select>
        </Field>
        <Field
          label={texts.since}
          hint={texts.zone(frame.zone)}
          problem={refusal?.why === 'unknown-rule' ? null : problem}
        >
          <input
            type="datetime-local"
            name="since"
            value={refusal?.typed.since ?? dayStart(frame)}
            required
          />
        </Field>
        <div class="actions">
          <button type="submit" class="quiet">
            {texts.look}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Midnight of today on the reader's clock, as a field of date and time has it. */
function dayStart({ nowMs, zone }: PageFrame): string {
  // Swedish dates are written as ISO 8601 has them.
  return `${new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(nowMs)}T00:00`;
}

/** What would be undone, before it is. */
export interface UndoQuestion {
  readonly rule: string;
  readonly sinceMs: number;
  /** Meetings whose answers would be taken back, of how many people, and how many of these meetings are in Outlook. */
  readonly meetings: number;
  readonly people: number;
  readonly onOutlook: number;
}

/** Says how much an undo of a rule concerns, and asks whether to do it. */
export function undoRulePage(question: UndoQuestion, frame: PageFrame): string {
  const { rule, sinceMs, meetings, people, onOutlook } = question;
  const { language, locale } = frame;
  const texts = steerTexts[frame.language].undo;
  const title = texts.confirmTitle(ruleText(rule, frame.language).name);
  const moment = momentText(sinceMs, frame);
  return appPage(
    frame,
    { title, current: 'team' },
    <>
      <h1>{title}</h1>
      {meetings === 0 ? (
        <p class="lead">{texts.concernsNone(moment)}</p>
      ) : (
        <>
          <p class="lead">
            {texts.concerns(
              meetingsText(meetings, language, locale),
              peopleText(people, language, locale),
              moment,
            )}
          </p>
          <p>{texts.means}</p>
          {onOutlook > 0 && (
            <p class="notice">{texts.onOutlook(meetingsText(onOutlook, language, locale))}</p>
          )}
        </>
      )}
      <form class="actions" method="post" action="/team/undo-rule">
        <CsrfField frame={frame} />
        <input type="hidden" name="rule" value={rule} />
        <input type="hidden" name="sinceMs" value={sinceMs} />
        {meetings > 0 && (
          <button type="submit" name="confirmed" value="yes" class="danger">
            {texts.undo}
          </button>
        )}
        <a class="button quiet" href="/team">
          {texts.back}
        </a>
      </form>
    </>,
  );
}
