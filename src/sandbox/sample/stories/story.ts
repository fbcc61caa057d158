import type { SampleName } from '../people.ts';

/** Something a team works on for some weeks: each of its meetings is about it. */
export interface SampleStory {
  /** Stands for `{topic}` in the titles, as it is written in the middle of a sentence. */
  readonly topic: string;
  /** One sentence, stands for `{problem}` in the bodies. */
  readonly problem: string;
  /** Organizes every meeting of the story. */
  readonly owner: SampleName;
  readonly people: readonly SampleName[];
}

/** One kind of meeting that every story of a team comes through, in this order. */
export interface StoryPhase {
  readonly title: string;
  readonly body: string;
  readonly minutes: number;
  /** Beside the people of the story: who may come if they like. */
  readonly optional?: readonly SampleName[];
}

/** The stories of one team, and the meetings that each of them causes. */
export interface TeamStories {
  readonly phases: readonly StoryPhase[];
  readonly stories: readonly SampleStory[];
}
