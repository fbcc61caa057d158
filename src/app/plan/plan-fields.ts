/** What somebody typed into the form, as it came: kept, so that nothing is lost when something is wrong with it. */
export interface PlanFields {
  readonly title: string;
  /** A purpose by its name; empty lets the gate read it from the words. */
  readonly purpose: string;
  readonly description: string;
  /** Addresses, separated by line ends, commas or semicolons; `Name <address>` is understood. */
  readonly guests: string;
  /** `YYYY-MM-DD` and `HH:MM`, on the planner's clock. */
  readonly date: string;
  readonly start: string;
  /** Whole minutes. */
  readonly minutes: string;
  /** Times it happens, once a week; empty or `1` is once. */
  readonly weeks: string;
  /** `yes`: the invitation says that points in writing are welcome. */
  readonly writing: string;
  /** Why it is to be held although the gate advises otherwise. */
  readonly because: string;
  /** Id of this form, made when it was opened: sending it twice creates one meeting. */
  readonly key: string;
}

type PlanField = keyof PlanFields;

/** What is wrong with a field. `detail` quotes what was typed and is hostile text; null where there is nothing to quote. */
export interface PlanProblem {
  readonly field: PlanField;
  readonly code:
    | 'missing'
    | 'too-long'
    | 'not-an-address'
    | 'several-people'
    | 'too-many'
    | 'not-a-date'
    | 'not-a-time'
    | 'not-a-number'
    | 'past'
    | 'too-far'
    | 'unknown';
  readonly detail: string | null;
  /** Of `several-people`: whom the name may mean. */
  readonly addresses?: readonly string[];
  /** How many others are like it and not quoted; absent where there are none. */
  readonly more?: number;
}

export const planLimits = {
  title: 300,
  description: 10_000,
  guests: 50,
  guestsText: 20_000,
  because: 500,
  minutes: { least: 5, most: 720 },
  /** A year of a weekly meeting; calendars do not forget what nobody ends. */
  weeks: 52,
  daysAhead: 731,
} as const;

/** Nothing typed yet: half an hour, once. */
export function blankFields(key: string): PlanFields {
  return {
    ...{ title: '', purpose: '', description: '', guests: '', date: '', start: '' },
    ...{ minutes: '30', weeks: '1', writing: '', because: '', key },
  };
}
