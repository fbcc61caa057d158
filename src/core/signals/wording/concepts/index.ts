import { askingConcepts } from './asking.ts';
import type { ConceptTable } from './concept-table.ts';
import { conveyingConcepts } from './conveying.ts';
import { conveyingOccasionConcepts } from './conveying-occasions.ts';
import { creatingConcepts } from './creating.ts';
import { creatingPlanConcepts } from './creating-plans.ts';
import { decidingConcepts } from './deciding.ts';
import { decidingBetweenConcepts } from './deciding-between.ts';
import { handingConcepts } from './handing.ts';
import { outsideConcepts } from './outside.ts';
import { peopleConcepts } from './people.ts';
import { difficultTalkConcepts } from './people-difficult.ts';
import { togetherConcepts } from './people-together.ts';
import { placeholderConcepts } from './placeholders.ts';
import { reportingConcepts } from './reporting.ts';
import { reportingListConcepts } from './reporting-lists.ts';
import { urgencyConcepts } from './urgency.ts';
import { urgencyTimeConcepts } from './urgency-time.ts';
import { writingConcepts } from './writing.ts';

/** Every concept by its name; no two groups share a name. */
export const concepts: ConceptTable = {
  ...askingConcepts,
  ...conveyingConcepts,
  ...conveyingOccasionConcepts,
  ...creatingConcepts,
  ...creatingPlanConcepts,
  ...decidingConcepts,
  ...decidingBetweenConcepts,
  ...handingConcepts,
  ...outsideConcepts,
  ...peopleConcepts,
  ...difficultTalkConcepts,
  ...togetherConcepts,
  ...placeholderConcepts,
  ...reportingConcepts,
  ...reportingListConcepts,
  ...urgencyConcepts,
  ...urgencyTimeConcepts,
  ...writingConcepts,
};
