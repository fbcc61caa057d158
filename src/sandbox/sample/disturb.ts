import { DateTime } from 'luxon';
import type { EventWindow } from '../calendar/calendar-engine.ts';
import type { EventCopy, EventMoment } from '../calendar/event-copy.ts';
import type { SandboxParts } from '../parts.ts';
import type { Choices } from './choices.ts';
import { cancelComments } from './comments.ts';
import { declineOccurrence } from './guests-answer.ts';
import { instantOf } from './wall-clock.ts';

/** Chances in percent that something happens to a series, or to a single meeting. */
const moves = 35;
const skips = 35;
const declines = 70;
const calledOff = 4;
/** No series of the sample has more occurrences in three months. */
const mostOccurrences = 100;

/** What happens to every series in three months: occurrences are moved, called off, declined by somebody. */
export function disturbSeries(
  parts: SandboxParts,
  event: EventCopy,
  window: EventWindow,
  choices: Choices,
): void {
  const { engine } = parts;
  const occurrences = engine.instances(event.key, window, mostOccurrences).slice(1);
  const draw = () => {
    const [drawn] = occurrences.splice(choices.below(Math.max(1, occurrences.length)), 1);
    return drawn?.originalStart;
  };
  for (let n = 0; n < 2; n += 1) {
    const declined = choices.chance(declines) ? draw() : undefined;
    if (declined) declineOccurrence(parts, event, declined, choices);
  }
  const moved = choices.chance(moves) ? draw() : undefined;
  const instance = moved ? engine.instance(event.key, moved) : null;
  if (instance) {
    const { start, end } = instance.fields;
    const later = { start: halfHourLater(start), end: halfHourLater(end) };
    engine.update({ key: event.key, originalStart: instance.originalStart }, later, false);
  }
  const skipped = choices.chance(skips) ? draw() : undefined;
  if (skipped) engine.remove({ key: event.key, originalStart: skipped }, false, choices.pick(cancelComments));
}

/** A few single meetings are called off after people had answered. */
export function disturbSingle({ engine }: SandboxParts, event: EventCopy, choices: Choices): void {
  if (!choices.chance(calledOff)) return;
  engine.remove({ key: event.key, originalStart: null }, false, choices.pick(cancelComments));
}

function halfHourLater(moment: EventMoment): EventMoment {
  if (moment.kind === 'date') return moment;
  return instantOf(DateTime.fromMillis(moment.ms, { zone: moment.zone }).plus({ minutes: 30 }));
}
