/** Structure of `SandboxColleague`; see there. */
export interface ColleagueView {
  readonly address: string;
  readonly name: string;
  readonly provider: 'google' | 'microsoft';
  readonly zone: string;
  readonly place: string;
}

/** Structure of `SandboxInvite`; see there. */
export interface InviteView {
  readonly organizer: string;
  readonly attendees: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
}

/** Structure of `SandboxTrouble`; see there. */
export interface TroubleView {
  readonly provider: 'google' | 'microsoft';
  readonly what: 'rate-limit' | 'server-error' | 'cut' | 'lost' | 'doubled';
  readonly times: number;
}

/** Structure of `SandboxHappening`; see there. */
export interface HappeningView {
  readonly number: number;
  readonly atMs: number;
  readonly kind:
    | 'invitation'
    | 'update'
    | 'cancellation'
    | 'answer'
    | 'mail'
    | 'document-shared'
    | 'judged'
    | 'fault'
    | 'clock';
  readonly from: string;
  readonly to: readonly string[];
  readonly title: string | null;
  readonly answer: 'needsAction' | 'accepted' | 'tentative' | 'declined' | null;
  readonly words: string | null;
  readonly offerPath: string | null;
  readonly subject: {
    readonly id: string;
    readonly owner: Pick<ColleagueView, 'address' | 'name'>;
    readonly verdict: 'meet' | 'meet-differently' | 'go-async' | 'move' | 'decline' | 'ask' | 'skip' | null;
    readonly act: 'none' | 'prompt' | 'tentative' | 'decline';
    readonly rule: string | null;
    readonly because: readonly string[];
    readonly overridden: boolean;
    readonly paused: boolean;
  } | null;
  readonly fault: TroubleView | null;
  readonly tellsOf: number | null;
  readonly due: number | null;
}

export interface LogView {
  /** Oldest first. */
  readonly lines: readonly HappeningView[];
  /** Where the next look goes on. */
  readonly place: string;
  /** From this number on, the reader's page has every line. */
  readonly earliest: number;
  /** Of the clock that it is told by, whoever looks. */
  readonly zone: string;
}

/** Structure of `SandboxWeek`; see there. */
export interface WeekView {
  readonly person: ColleagueView;
  readonly days: readonly { readonly date: string; readonly entries: readonly EntryView[] }[];
}

export interface EntryView {
  readonly startMs: number;
  readonly endMs: number;
  readonly allDay: boolean;
  readonly title: string;
  readonly kind: 'meeting' | 'own' | 'focus' | 'away';
  readonly answer: 'needsAction' | 'accepted' | 'tentative' | 'declined' | null;
  readonly comment: string | null;
  readonly cancelled: boolean;
  readonly removed: boolean;
}

export interface CalendarsView {
  readonly people: readonly ColleagueView[];
  readonly left: WeekView;
  readonly right: WeekView;
  /** Mondays, `YYYY-MM-DD`. */
  readonly week: string;
  readonly before: string;
  readonly after: string;
  readonly isChosen: boolean;
}

export interface SandboxView {
  readonly people: readonly (ColleagueView & { readonly role: 'administrator' | 'auditor' | null })[];
  readonly examples: Readonly<Record<'status' | 'incident' | 'feedback', InviteView>>;
  /** What somebody wrote and was refused; null to begin with the first example. */
  readonly written: { readonly invite: InviteView; readonly problems: readonly InviteProblem[] } | null;
  readonly log: LogView;
  readonly calendars: CalendarsView;
  readonly troubles: readonly TroubleView[];
  readonly answersStoppedMs: number | null;
  /** Zone of the company's clock. */
  readonly zone: string;
}

export type InviteProblem = 'nobody' | 'guests' | 'title' | 'date' | 'time' | 'past' | 'minutes';
