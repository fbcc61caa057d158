import type { SandboxParts } from '../parts.ts';
import { type Choices, createChoices } from './choices.ts';
import { disturbSeries, disturbSingle } from './disturb.ts';
import { eventOf } from './event-of.ts';
import { answerAll } from './guests-answer.ts';
import { placeSeries, placeSingle } from './place.ts';
import { type PlantedWindow, plantOwnEntries } from './plant-own-entries.ts';
import type { SampleMeeting } from './sample-meeting.ts';
import { designSeries } from './series/design.ts';
import { peopleSeries } from './series/people.ts';
import { platformSeries } from './series/platform.ts';
import { productSeries } from './series/product.ts';
import { salesSeries } from './series/sales.ts';
import { designStories } from './stories/design.ts';
import { peopleStories } from './stories/people.ts';
import { platformStories } from './stories/platform.ts';
import { productStories } from './stories/product.ts';
import { salesStories } from './stories/sales.ts';
import type { SampleStory, StoryPhase, TeamStories } from './stories/story.ts';

export { nextSampleInvites } from './next-invites.ts';
export { samplePeople } from './people.ts';

/** Any number: it makes the sample what it is. */
const plantingSeed = 1706;
const weekMs = 7 * 86_400_000;

const allSeries = [...platformSeries, ...productSeries, ...designSeries, ...salesSeries, ...peopleSeries];
const teamStories = [platformStories, productStories, designStories, salesStories, peopleStories];

/**
 * Fills the calendars of `samplePeople` with what a company does in the weeks of a window, always the same.
 * Nobody gets mail for it; the caller keeps it out of the visible acts.
 *
 * @param window epoch milliseconds, at least two weeks long
 * @throws RangeError for a shorter window
 */
export function plantSampleCalendars(
  parts: SandboxParts,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): void {
  const window: PlantedWindow = { fromMs, toMs, weeks: Math.floor((toMs - fromMs) / weekMs) };
  if (window.weeks < 2) throw new RangeError('the sample company needs a window of two weeks or more');
  const choices = createChoices(plantingSeed);
  plantOwnEntries(parts.engine, window);
  for (const series of allSeries) {
    const event = parts.engine.create(eventOf(series, placeSeries(series, series.organizer, fromMs)));
    answerAll(parts, event, choices);
    disturbSeries(parts, event, window, choices);
  }
  for (const team of teamStories) plantStories(parts, team, window, choices);
}

/** The stories of a team begin one after the other, and their meetings are weeks apart. */
function plantStories(parts: SandboxParts, team: TeamStories, window: PlantedWindow, choices: Choices): void {
  for (const [number, story] of team.stories.entries()) {
    const begins = Math.floor((number * window.weeks) / team.stories.length);
    for (const [step, phase] of team.phases.entries()) {
      const meeting = meetingOf(story, phase);
      const week = (begins + step * 2) % window.weeks;
      const event = parts.engine.create(eventOf(meeting, placeSingle(meeting, week, window.fromMs, choices)));
      answerAll(parts, event, choices);
      disturbSingle(parts, event, choices);
    }
  }
}

function meetingOf({ topic, problem, owner, people }: SampleStory, phase: StoryPhase): SampleMeeting {
  const filled = (text: string) => text.replaceAll('{topic}', topic).replaceAll('{problem}', problem);
  return {
    title: filled(phase.title),
    body: filled(phase.body),
    organizer: owner,
    guests: people,
    optional: phase.optional ?? [],
    minutes: phase.minutes,
  };
}
