import { restoredCase } from '../../core/gate/case-run.ts';
import { type Alternative, alternativeFor } from '../../core/offer/alternative.ts';
import type { CaseRecord } from '../ports/store/cases.ts';

/** What would replace this meeting, whether or not the verdict says that something should. */
export function caseAlternative({ snapshot }: Pick<CaseRecord, 'snapshot'>): Alternative {
  return restoredCase(snapshot).context.alternative ?? alternativeFor('unknown');
}
