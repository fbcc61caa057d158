import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge, CsrfField, Field } from '../parts.tsx';
import { momentText } from '../when.ts';
import { ruleText } from './rule-texts.ts';
import { steerTexts } from './steer-texts.ts';
import type { ShownOrganization } from './team-view.ts';

const longestName = 120;

/** The switch that stops every answer; leads see how it stands. */
export function Brake({
  stoppedMs,
  stoppedBy,
  mayPull,
  frame,
}: {
  stoppedMs: number | null;
  stoppedBy: string | null;
  mayPull: boolean;
  frame: PageFrame;
}) {
  const texts = steerTexts[frame.language].brake;
  const isStopped = stoppedMs !== null;
  return (
    <section class={isStopped ? 'card team-stopped' : 'card'}>
      <h2>{texts.title}</h2>
      <p class="lead">{isStopped ? texts.stoppedSince(momentText(stoppedMs, frame)) : texts.on}</p>
      {isStopped && stoppedBy !== null && (
        <p>
          {texts.stoppedBy(stoppedBy === 'operator' ? texts.operator : displayText(stoppedBy, longestName))}
        </p>
      )}
      <p class="soft">{isStopped ? texts.stoppedMeans : texts.hint}</p>
      {mayPull ? (
        <form method="post" action="/team/brake">
          <CsrfField frame={frame} />
          <input type="hidden" name="answers" value={isStopped ? 'allow' : 'stop'} />
          {!isStopped && (
            <Field label={texts.reason} hint={texts.reasonHint}>
              <input name="reason" maxlength={200} autocomplete="off" />
            </Field>
          )}
          <p class="actions">
            <button type="submit" class={isStopped ? '' : 'danger'}>
              {isStopped ? texts.allow : texts.stop}
            </button>
          </p>
        </form>
      ) : (
        <p class="hint">{texts.onlyAdministrator}</p>
      )}
    </section>
  );
}

/** Rules that answered more than was foreseen, each with the button that lets it answer again. */
export function Fallbacks({
  fallbacks,
  frame,
}: {
  fallbacks: ShownOrganization['fallbacks'];
  frame: PageFrame;
}) {
  if (fallbacks.length === 0) return null;
  const texts = steerTexts[frame.language].fallbacks;
  const number = (value: number) =>
    new Intl.NumberFormat(frame.locale, { maximumFractionDigits: 1 }).format(value);
  return (
    <section class="card">
      <h2>{texts.title}</h2>
      <p class="soft">{texts.text}</p>
      {fallbacks.map(({ rule, sinceMs, answered, forecast }) => {
        const { name } = ruleText(rule, frame.language);
        return (
          <form class="team-fallback" method="post" action="/team/lift">
            <CsrfField frame={frame} />
            <input type="hidden" name="rule" value={rule} />
            <p>
              <Badge tone="async">{name}</Badge>{' '}
              {texts.line(number(answered), number(forecast), momentText(sinceMs, frame))}
            </p>
            <button type="submit" class="quiet">
              {texts.lift(name)}
            </button>
          </form>
        );
      })}
    </section>
  );
}
