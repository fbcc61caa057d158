import type { PageFrame } from '../page-frame.ts';
import { clockIn, listed, nameIn } from './plan-names.ts';
import { planTexts } from './plan-texts.ts';
import type { JudgedPlan, PlanWarning } from './plan-view.ts';
import { cityOf } from './zone-city.ts';

const namedSingly = 3;

/** Whom the chosen time wakes, keeps late or takes a day off from, who carries too much, and what is not known. */
export function PlanWarnings({ judged, frame }: { judged: JudgedPlan; frame: PageFrame }) {
  const { warnings } = judged.hours;
  if (warnings.length === 0) return null;
  return (
    <ul class="plan-warnings">
      {warnings.map((warning) => (
        <li>{warningText(warning, judged, frame)}</li>
      ))}
    </ul>
  );
}

function warningText({ rule, people }: PlanWarning, { hours, plan }: JudgedPlan, frame: PageFrame): string {
  const texts = planTexts[frame.language].warnings;
  const who =
    people.length > namedSingly
      ? texts.people(people.length)
      : listed(
          people.map((address) => nameIn(hours, address, frame)),
          frame,
        );
  if (rule === 'unknown-zone') return texts.zoneUnknown(who);
  const theirs = hours.people.filter(({ address }) => people.includes(address));
  if (rule === 'unfair-share') {
    const known = hours.people.filter(({ burden }) => burden !== null);
    const percent = percentOf(theirs, known, ({ burden, carried }) => carried + (burden ?? 0));
    return texts.unfairShare(who, percent, known.length);
  }
  const zone = theirs[0]?.zone ?? 'UTC';
  const hour = texts.hours[rule](clockIn(plan.startMs, zone, frame), who, cityOf(zone));
  const percent = percentOf(theirs, hours.people, ({ carried }) => carried);
  return percent === 0 ? hour : `${hour} ${texts.carried(percent)}`;
}

type Person = JudgedPlan['hours']['people'][number];

function percentOf(some: readonly Person[], all: readonly Person[], load: (person: Person) => number) {
  const sumOf = (people: readonly Person[]) => people.reduce((sum, person) => sum + load(person), 0);
  return sumOf(all) === 0 ? 0 : Math.round((100 * sumOf(some)) / sumOf(all));
}
