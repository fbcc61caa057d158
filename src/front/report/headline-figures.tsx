import type { AuditPageData } from './audit-page-data.ts';
import { grouped, hoursPhrase, hoursText } from './figures-text.ts';

interface FigureProps {
  readonly hours: string;
  readonly words: string;
  readonly async?: boolean;
}

/** The four numbers to remember, and one sentence with the rest. */
export function HeadlineFigures({ data: { load, minutesByNeed, hourlyRate } }: { data: AuditPageData }) {
  const { meeting, after, conflict, focus, fragmented } = load.minutes;
  const people = load.personMinutes / 60;
  const cost = `${grouped(load.cost, 0)} ${hourlyRate.currency}`;
  return (
    <>
      <dl class="figures">
        <Figure hours={hoursText(meeting)} words="in meetings" />
        <Figure
          hours={hoursText(minutesByNeed.month.async)}
          words="would come back if written instead"
          async
        />
        <Figure hours={hoursText(focus)} words="of focus left, in stretches of two hours or more" />
        <Figure hours={hoursText(after)} words="in meetings outside working hours" />
      </dl>
      <p class="quiet">
        {hoursPhrase(conflict)} double-booked. {hoursPhrase(fragmented)} of working time in gaps too short for
        focus. All people together: {grouped(people, 0)} person-hours, {cost} at{' '}
        {grouped(hourlyRate.amount, 2)} an hour.
      </p>
    </>
  );
}

function Figure({ hours, words, async = false }: FigureProps) {
  return (
    <div class={async ? 'figure async' : 'figure'}>
      <dt>{words}</dt>
      <dd>
        <b>
          {hours} <small>h</small>
        </b>
      </dd>
    </div>
  );
}
