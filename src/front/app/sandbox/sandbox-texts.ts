import type { Texts } from '../texts.ts';
import type { ColleagueView, InviteProblem, TroubleView } from './sandbox-view.ts';

interface SandboxTexts {
  readonly title: string;
  readonly lead: string;
  readonly send: string;
  readonly from: string;
  readonly to: string;
  readonly when: string;
  readonly more: string;
  readonly examples: Readonly<
    Record<'incident' | 'feedback', { readonly button: string; readonly hint: string }>
  >;
  readonly own: {
    readonly summary: string;
    readonly organizer: string;
    readonly guests: string;
    readonly guestsHint: string;
    readonly title: string;
    readonly text: string;
    readonly date: string;
    readonly time: string;
    readonly timeHint: string;
    readonly minutes: string;
    readonly problems: Readonly<Record<InviteProblem, string>>;
  };
  readonly calendars: {
    readonly title: string;
    readonly lead: string;
    readonly first: string;
    readonly second: string;
    readonly show: string;
    readonly before: string;
    readonly after: string;
    readonly weekOf: string;
    readonly nothing: string;
    readonly allDay: string;
    readonly answers: Readonly<Record<'needsAction' | 'accepted' | 'tentative' | 'declined', string>>;
    readonly kinds: Readonly<Record<'focus' | 'away', string>>;
    readonly cancelled: string;
    readonly removed: string;
    readonly said: string;
    readonly noTitle: string;
  };
  readonly clock: {
    readonly title: string;
    readonly lead: string;
    readonly now: string;
    readonly steps: Readonly<Record<'hour' | 'tomorrow' | 'day' | 'week', string>>;
  };
  readonly faults: {
    readonly title: string;
    readonly lead: string;
    readonly provider: string;
    readonly what: string;
    readonly times: string;
    readonly kinds: Readonly<Record<TroubleView['what'], string>>;
    readonly begin: string;
    readonly end: string;
    readonly well: string;
    readonly standing: (trouble: TroubleView) => string;
  };
  readonly people: {
    readonly title: string;
    readonly lead: string;
    readonly be: (name: string) => string;
    readonly you: string;
    readonly roles: Readonly<Record<'administrator' | 'auditor', string>>;
  };
  /** By the code that an act leads back with. */
  readonly said: Readonly<Record<string, string>>;
}

/** How the calendars are called where people use them. */
export const calendarNames: Readonly<Record<ColleagueView['provider'], string>> = {
  google: 'Google',
  microsoft: 'Outlook',
};

const vendors: Readonly<Record<ColleagueView['provider'], string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
};

const en: SandboxTexts = {
  title: 'See an invite being answered',
  lead: 'Wednesdays are free of meetings here. Send this invite to one, and within seconds Google Calendar and Outlook answer it, with a reason and an offer.',
  send: 'Send this invite',
  from: 'From',
  to: 'To',
  when: 'When',
  more: 'Or send another one',
  examples: {
    incident: { button: 'A production incident on Wednesday', hint: 'The written rules let it through.' },
    feedback: { button: 'A feedback talk on Thursday', hint: 'It has to be live, and may be.' },
  },
  own: {
    summary: 'Write one yourself',
    organizer: 'As whom',
    guests: 'To whom',
    guestsHint: 'One to six people.',
    title: 'Title',
    text: 'Text',
    date: 'Day',
    time: 'Time',
    timeHint: 'On the clock of whoever invites.',
    minutes: 'Length in minutes',
    problems: {
      nobody: 'There is nobody of this address. Choose somebody of the list.',
      guests: 'Tick one to six people besides the one who invites.',
      title: 'Give it a title of at most 300 characters.',
      time: 'Choose a day and a time of the calendar, and a length of 5 to 480 minutes.',
    },
  },
  calendars: {
    title: 'Calendars',
    lead: 'What each person sees, on their own clock.',
    first: 'First calendar',
    second: 'Second calendar',
    show: 'Show',
    before: 'Week before',
    after: 'Week after',
    weekOf: 'Week of',
    nothing: 'Nothing',
    allDay: 'All day',
    answers: {
      needsAction: 'not answered',
      accepted: 'accepted',
      tentative: 'tentative',
      declined: 'declined',
    },
    kinds: { focus: 'focus time', away: 'out of office' },
    cancelled: 'cancelled',
    removed: 'in Deleted Items',
    said: 'Answered',
    noTitle: '(no title)',
  },
  clock: {
    title: 'Let time pass',
    lead: 'Deadlines of the gate come due at once. Time only runs forwards; what was sent stays sent.',
    now: 'In Lyon it is',
    steps: { hour: 'One hour', tomorrow: 'To tomorrow, 09:00', day: 'One day', week: 'One week' },
  },
  faults: {
    title: 'Let a provider fail',
    lead: 'Then send an invite: the answer comes later, and exactly once.',
    provider: 'Who fails',
    what: 'How',
    times: 'How many requests',
    kinds: {
      'rate-limit': 'Refuses requests as too many (429)',
      'server-error': 'Has a fault of its own (503)',
      cut: 'Cuts the connection',
      lost: 'Loses every notification',
      doubled: 'Sends every notification twice',
    },
    begin: 'Let it fail',
    end: 'All is well again',
    well: 'All is well.',
    standing: ({ provider, what, times }) => {
      const name = vendors[provider];
      if (what === 'lost')
        return `${name} loses every notification. The gate looks by itself, every few minutes.`;
      if (what === 'doubled') return `${name} sends every notification twice.`;
      const requests = times === 1 ? 'the next request' : `the next ${times} requests`;
      if (what === 'cut') return `${name} cuts ${requests}.`;
      return `${name} answers ${requests} with ${what === 'rate-limit' ? '429' : '503'}.`;
    },
  },
  people: {
    title: 'Be somebody',
    lead: 'Everybody sees their own meetings only. Sign in as one of them; there is no password.',
    be: (name) => `Be ${name}`,
    you: 'you',
    roles: { administrator: 'administrator', auditor: 'auditor' },
  },
  said: {
    'invite-sent': 'The invite was sent. What happens now stands under “Live”.',
    'time-passed': 'The clock was moved on.',
    failing: 'It fails from now on.',
    'all-well': 'All is well again.',
    'not-failing': 'Choose who fails, how, and 1 to 50 requests.',
  },
};

const de: SandboxTexts = {
  title: 'Zusehen, wie eine Einladung beantwortet wird',
  lead: 'Der Mittwoch ist hier frei von Besprechungen. Nach dem Absenden dieser Einladung antworten Google Kalender und Outlook in Sekunden, mit Grund und Angebot.',
  send: 'Diese Einladung senden',
  from: 'Von',
  to: 'An',
  when: 'Wann',
  more: 'Oder eine andere senden',
  examples: {
    incident: { button: 'Ein Ausfall am Mittwoch', hint: 'Die geschriebenen Regeln lassen ihn durch.' },
    feedback: {
      button: 'Ein Gespräch mit Rückmeldung am Donnerstag',
      hint: 'Das muss persönlich sein und darf es.',
    },
  },
  own: {
    summary: 'Selbst eine schreiben',
    organizer: 'Als wer',
    guests: 'An wen',
    guestsHint: 'Eine bis sechs Personen.',
    title: 'Titel',
    text: 'Text',
    date: 'Tag',
    time: 'Uhrzeit',
    timeHint: 'Nach der Uhr der einladenden Person.',
    minutes: 'Dauer in Minuten',
    problems: {
      nobody: 'Diese Adresse hat hier niemand. Bitte eine aus der Liste wählen.',
      guests: 'Bitte eine bis sechs Personen ankreuzen, nicht nur die einladende.',
      title: 'Bitte einen Titel von höchstens 300 Zeichen angeben.',
      time: 'Bitte Tag und Uhrzeit wählen, und eine Dauer von 5 bis 480 Minuten.',
    },
  },
  calendars: {
    title: 'Kalender',
    lead: 'Was jede Person sieht, nach ihrer eigenen Uhr.',
    first: 'Erster Kalender',
    second: 'Zweiter Kalender',
    show: 'Zeigen',
    before: 'Woche davor',
    after: 'Woche danach',
    weekOf: 'Woche vom',
    nothing: 'Nichts',
    allDay: 'Ganztägig',
    answers: {
      needsAction: 'nicht beantwortet',
      accepted: 'zugesagt',
      tentative: 'vorbehaltlich',
      declined: 'abgesagt',
    },
    kinds: { focus: 'Fokuszeit', away: 'abwesend' },
    cancelled: 'fällt aus',
    removed: 'in „Gelöschte Elemente“',
    said: 'Geantwortet',
    noTitle: '(ohne Titel)',
  },
  clock: {
    title: 'Zeit vergehen lassen',
    lead: 'Fristen laufen damit sofort ab. Die Zeit geht nur vorwärts; was gesendet ist, bleibt gesendet.',
    now: 'In Lyon ist es',
    steps: { hour: 'Eine Stunde', tomorrow: 'Bis morgen, 09:00', day: 'Ein Tag', week: 'Eine Woche' },
  },
  faults: {
    title: 'Einen Anbieter ausfallen lassen',
    lead: 'Danach eine Einladung senden: die Antwort kommt später, und genau einmal.',
    provider: 'Wer ausfällt',
    what: 'Wie',
    times: 'Wie viele Anfragen',
    kinds: {
      'rate-limit': 'Weist Anfragen als zu viele ab (429)',
      'server-error': 'Hat selbst einen Fehler (503)',
      cut: 'Bricht die Verbindung ab',
      lost: 'Verliert jede Benachrichtigung',
      doubled: 'Sendet jede Benachrichtigung doppelt',
    },
    begin: 'Ausfallen lassen',
    end: 'Alles ist wieder gut',
    well: 'Alles ist gut.',
    standing: ({ provider, what, times }) => {
      const name = vendors[provider];
      if (what === 'lost')
        return `${name} verliert jede Benachrichtigung. Alle paar Minuten wird ohnehin nachgesehen.`;
      if (what === 'doubled') return `${name} sendet jede Benachrichtigung doppelt.`;
      const requests = times === 1 ? 'die nächste Anfrage' : `die nächsten ${times} Anfragen`;
      if (what === 'cut') return `${name} bricht ${requests} ab.`;
      return `${name} beantwortet ${requests} mit ${what === 'rate-limit' ? '429' : '503'}.`;
    },
  },
  people: {
    title: 'Jemand sein',
    lead: 'Alle sehen nur ihre eigenen Besprechungen. Ein Klick meldet an; ein Kennwort gibt es nicht.',
    be: (name) => `${name} sein`,
    you: 'angemeldet',
    roles: { administrator: 'Verwaltung', auditor: 'Prüfung' },
  },
  said: {
    'invite-sent': 'Die Einladung ist gesendet. Was jetzt geschieht, steht unter „Live“.',
    'time-passed': 'Die Uhr ist vorgestellt.',
    failing: 'Ab jetzt fällt es aus.',
    'all-well': 'Alles ist wieder gut.',
    'not-failing': 'Bitte wählen, wer ausfällt und wie, und 1 bis 50 Anfragen.',
  },
};

export const sandboxTexts: Texts<SandboxTexts> = { en, de };
