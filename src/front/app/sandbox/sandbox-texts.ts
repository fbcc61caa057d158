import type { Texts } from '../texts.ts';
import { type FaultTexts, faultTexts } from './fault-texts.ts';
import type { ColleagueView, InviteProblem } from './sandbox-view.ts';

interface SandboxTexts {
  readonly title: string;
  readonly lead: string;
  /** In place of it while all answers are stopped. */
  readonly leadStopped: (since: string) => string;
  readonly jump: string;
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
    readonly refused: string;
    readonly problems: Readonly<Record<Exclude<InviteProblem, 'past'>, string>>;
    /** @param now at the organizer's place */
    readonly past: (place: string, now: string) => string;
  };
  readonly calendars: {
    readonly title: string;
    readonly lead: string;
    readonly fold: string;
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
  readonly faults: FaultTexts;
  readonly people: {
    readonly title: string;
    readonly lead: string;
    readonly show: string;
    readonly be: (name: string) => string;
    readonly you: string;
    readonly roles: Readonly<Record<'administrator' | 'auditor', string>>;
  };
  readonly document: { readonly lead: string; readonly untitled: string; readonly back: string };
  /** By the code that an act leads back with. */
  readonly said: Readonly<Record<string, string>>;
}

/** How the calendars are called where people use them. */
export const calendarNames: Readonly<Record<ColleagueView['provider'], string>> = {
  google: 'Google',
  microsoft: 'Outlook',
};

const en: SandboxTexts = {
  title: 'See an invite being answered',
  lead: 'Wednesdays are free of meetings here. Send this invite to one, and within seconds Google Calendar and Outlook answer it, with a reason and an offer.',
  leadStopped: (since) =>
    `Wednesdays are free of meetings here. All answers are stopped since ${since}: nobody’s invites are answered until they are released. Send one, and what would have been answered is proposed.`,
  jump: 'On this page',
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
    refused: 'The invite was not sent yet. To put right:',
    problems: {
      nobody: 'There is nobody of this address. Choose somebody of the list.',
      guests: 'Tick one to six people besides the one who invites.',
      title: 'Give it a title of at most 300 characters.',
      date: 'Choose a day of the calendar.',
      time: 'Choose a time of the day.',
      minutes: 'Give a length of 5 to 480 minutes.',
    },
    past: (place, now) =>
      `Day and time are over: in ${place} it is ${now}. Choose a later day or a later time.`,
  },
  calendars: {
    title: 'Calendars',
    lead: 'What each person sees, on their own clock. What stood here before the gate came is left alone, on Wednesday too; only new invites are answered.',
    fold: 'Show both calendars',
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
      tentative: 'maybe',
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
  faults: faultTexts.en,
  people: {
    title: 'Be somebody',
    lead: 'Everybody sees their own meetings only. Sign in as one of them; there is no password.',
    show: 'Show everybody',
    be: (name) => `Be ${name}`,
    you: 'you',
    roles: { administrator: 'administrator', auditor: 'auditor' },
  },
  document: {
    lead: 'A document of the invented company, as its readers find it.',
    untitled: 'Document without a name',
    back: 'Back to the sandbox',
  },
  said: {
    'invite-sent': 'The invite was sent. What happens now appears here.',
    'time-passed': 'The clock was moved on. What came due stands under “Live”.',
    failing: 'It fails from now on.',
    'all-well': 'All is well again.',
    'not-failing': 'Choose who fails, how, and 1 to 50 requests.',
  },
};

const de: SandboxTexts = {
  title: 'Zusehen, wie eine Einladung beantwortet wird',
  lead: 'Der Mittwoch ist hier frei von Besprechungen. Nach dem Absenden dieser Einladung antworten Google Kalender und Outlook in Sekunden, mit Grund und Angebot.',
  leadStopped: (since) =>
    `Der Mittwoch ist hier frei von Besprechungen. Alle Antworten sind angehalten seit ${since}: bis zur Freigabe wird für niemanden eine Einladung beantwortet. Was nach dem Absenden geantwortet worden wäre, wird vorgeschlagen.`,
  jump: 'Auf dieser Seite',
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
    refused: 'Die Einladung ist noch nicht gesendet. Zu berichtigen:',
    problems: {
      nobody: 'Diese Adresse hat hier niemand. Bitte eine aus der Liste wählen.',
      guests: 'Bitte eine bis sechs Personen ankreuzen, nicht nur die einladende.',
      title: 'Bitte einen Titel von höchstens 300 Zeichen angeben.',
      date: 'Bitte einen Tag des Kalenders wählen.',
      time: 'Bitte eine Uhrzeit wählen.',
      minutes: 'Bitte eine Dauer von 5 bis 480 Minuten angeben.',
    },
    past: (place, now) =>
      `Tag und Uhrzeit sind vorbei: In ${place} ist es ${now}. Bitte einen späteren Tag oder eine spätere Uhrzeit wählen.`,
  },
  calendars: {
    title: 'Kalender',
    lead: 'Was jede Person sieht, nach ihrer eigenen Uhr. Was schon vorher da stand, bleibt unberührt, auch am Mittwoch; beantwortet werden nur neue Einladungen.',
    fold: 'Beide Kalender zeigen',
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
      tentative: 'vielleicht',
      declined: 'abgelehnt',
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
  faults: faultTexts.de,
  people: {
    title: 'Jemand sein',
    lead: 'Alle sehen nur ihre eigenen Besprechungen. Ein Klick meldet an; ein Kennwort gibt es nicht.',
    show: 'Alle zeigen',
    be: (name) => `${name} sein`,
    you: 'angemeldet',
    roles: { administrator: 'Verwaltung', auditor: 'Prüfung' },
  },
  document: {
    lead: 'Ein Dokument der erfundenen Firma, wie es alle finden, die es lesen.',
    untitled: 'Dokument ohne Namen',
    back: 'Zurück zur Spielwiese',
  },
  said: {
    'invite-sent': 'Die Einladung ist gesendet. Was jetzt geschieht, erscheint hier.',
    'time-passed': 'Die Uhr ist vorgestellt. Was abgelaufen ist, steht unter „Live“.',
    failing: 'Ab jetzt fällt es aus.',
    'all-well': 'Alles ist wieder gut.',
    'not-failing': 'Bitte wählen, wer ausfällt und wie, und 1 bis 50 Anfragen.',
  },
};

export const sandboxTexts: Texts<SandboxTexts> = { en, de };
