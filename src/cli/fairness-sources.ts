import type { ReadProblem } from '../core/meeting/reading.ts';
import { loadHolidayData } from '../providers/holidays/public-holidays.ts';
import type { CliDeps } from './cli-deps.ts';
import { readLedger } from './fairness-ledger.ts';
import type { FairnessArguments, FairnessRequest } from './fairness-options.ts';
import type { PeopleSources } from './fairness-people.ts';
import { judgedYears } from './policy-holidays.ts';
import { policyByPerson, readPolicy } from './policy-source.ts';

/** The files that say something about people, read; or why nothing can be answered without them. */
export type FairnessSources =
  | { readonly ok: true; readonly sources: PeopleSources; readonly notes: readonly ReadProblem[] }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Reads ledger, policy and public holidays, as far as the command line names them. */
export async function readFairnessSources(
  deps: CliDeps,
  given: FairnessArguments,
  request: FairnessRequest,
): Promise<FairnessSources> {
  const names = request.people.map(({ name }) => name);
  const ledger = given.ledger === undefined ? null : await readLedger(deps, given.ledger, names);
  const policy = given.policy === undefined ? null : await readPolicy(deps, given.policy);
  if (ledger?.ok === false || policy?.ok === false) {
    const wrong = [ledger, policy].flatMap((each) => (each?.ok === false ? each.problems : []));
    return { ok: false, problems: wrong };
  }
  return {
    ok: true,
    sources: {
      policyOf: policy && policyByPerson(policy, request.window.fromMs, null),
      holidaysOf: await holidaysByRegion(request),
      carried: ledger?.carried ?? new Map(),
    },
    notes: [...(ledger?.notes ?? []), ...(policy?.notes ?? [])],
  };
}

/** Public holidays of the regions that are named, for the years around the range; null for one without data. */
async function holidaysByRegion({ regions, window }: FairnessRequest): Promise<PeopleSources['holidaysOf']> {
  if (regions.length === 0) return () => null;
  const data = await loadHolidayData();
  const years = judgedYears(window.fromMs);
  return (region) => {
    const answer = data(region);
    return answer.known ? answer.holidaysIn(years).map(({ date }) => date) : null;
  };
}
