import type { Verdict } from '../../../core/gate/verdict.ts';
import type { BadgeTone } from '../parts.tsx';
import type { Texts } from '../texts.ts';
import type { Shelf } from './case-view-types.ts';

interface InboxTexts {
  readonly title: string;
  readonly lead: string;
  readonly shelfLabel: string;
  readonly shelves: Readonly<Record<Shelf, string>>;
  readonly listLabel: Readonly<Record<Shelf, string>>;
  /** In which order the list is. */
  readonly order: Readonly<Record<Shelf, string>>;
  readonly older: string;
  readonly newest: string;
  readonly undo: string;
  readonly undoOf: (title: string) => string;
  /** What an undo leaves there. */
  readonly undoOnOutlook: string;
  readonly privateEntry: string;
  readonly untitled: string;
  readonly from: (organizer: string) => string;
  readonly ownInvite: string;
  readonly occurrence: string;
  readonly changed: (needsYou: number) => string;
  readonly empty: Readonly<Record<Shelf, { readonly title: string; readonly text: string }>>;
  readonly emptySandbox: string;
  readonly observing: {
    readonly title: (until: string | null) => string;
    readonly text: string;
    readonly soFar: string;
    readonly nothing: string;
    readonly count: (count: number) => string;
  };
  readonly paused: string;
  readonly endPause: string;
  readonly stopped: (since: string) => string;
  readonly problem: string;
  readonly notConnected: {
    readonly title: string;
    readonly text: string;
    readonly how: string;
    readonly own: string;
  };
}

export const verdictTones: Readonly<Record<Verdict, BadgeTone>> = {
  meet: 'live',
  'meet-differently': 'live',
  'go-async': 'async',
  move: 'time',
  decline: 'time',
  ask: 'unclear',
  skip: 'unclear',
};

/** What the gate thinks of a meeting, in few words that blame nobody. */
export const verdictNames: Texts<Readonly<Record<Verdict, string>>> = {
  en: {
    meet: 'Worth meeting',
    'meet-differently': 'Worth meeting, with a change',
    'go-async': 'Could be in writing',
    move: 'Better at another time',
    decline: 'In protected time',
    ask: 'One question first',
    skip: 'Not a meeting',
  },
  de: {
    meet: 'Lohnt eine Besprechung',
    'meet-differently': 'Lohnt eine Besprechung, mit einer Änderung',
    'go-async': 'Ginge schriftlich',
    move: 'Besser zu anderer Zeit',
    decline: 'In geschützter Zeit',
    ask: 'Erst eine Frage',
    skip: 'Keine Besprechung',
  },
};

/** Of a meeting that says too little where no question is open. */
export const unaskedNames: Texts<string> = { en: 'Purpose not clear', de: 'Zweck unklar' };

export const inboxTexts: Texts<InboxTexts> = {
  en: {
    title: 'Your meetings',
    lead: 'What came in, what was done about it for you, and why.',
    shelfLabel: 'Which meetings',
    shelves: { 'needs-you': 'Needs you', answered: 'Done for you', all: 'All' },
    listLabel: {
      'needs-you': 'Meetings that need you',
      answered: 'Meetings answered for you',
      all: 'All meetings',
    },
    order: {
      'needs-you': 'The next one first.',
      answered: 'Answered last comes first.',
      all: 'What came in last comes first.',
    },
    older: 'Older',
    newest: 'Back to the first page',
    undo: 'Undo',
    undoOf: (title) => `Undo the answer to ${title}`,
    undoOnOutlook:
      '“Undo” in Outlook: an invitation cannot be made open again. It will stand as “maybe”, and you answer it yourself.',
    privateEntry: 'Private entry',
    untitled: 'Without a title',
    from: (organizer) => `from ${organizer}`,
    ownInvite: 'your invite',
    occurrence: 'one time of a series',
    changed: (needsYou) =>
      needsYou === 0 ? 'The list has changed.' : `The list has changed. ${needsYou} need you.`,
    empty: {
      'needs-you': {
        title: 'Nothing needs you',
        text: 'Where a question is open, a decline is about to be sent or something could not be done, it appears here.',
      },
      answered: {
        title: 'Nothing was answered for you yet',
        text: 'Every automatic answer appears here, with its reason and a button that takes it back.',
      },
      all: {
        title: 'No invite yet',
        text: 'Invites appear here within seconds of arriving in your calendar. Nothing has to be set up for that.',
      },
    },
    emptySandbox: 'Write an invite in the sandbox',
    observing: {
      title: (until) => (until === null ? 'Only watching so far' : `Only watching until ${until}`),
      text: 'Invites are judged, and nothing is answered. You see what would happen before anything does.',
      soFar: 'Would have been answered so far:',
      nothing: 'Nothing would have been answered so far.',
      count: (count) => (count === 1 ? '1 invite' : `${count} invites`),
    },
    paused: 'The gate is paused for you: it only watches.',
    endPause: 'End the pause',
    stopped: (since) =>
      `Automatic answers are stopped for the whole organization since ${since}. You are asked instead.`,
    problem:
      'Your calendar cannot be reached at the moment. What you see here may be out of date. If this stays, connect the calendar again.',
    notConnected: {
      title: 'Your calendar is not connected yet',
      text: 'Once it is, every new invite is looked at within seconds. For the first days nothing is answered: you only see what would be.',
      how: 'Whoever runs Meeting Gatekeeper connects it with one of these commands, for Google Calendar or for Outlook:',
      own: 'Pages about you open with the address of a connected calendar. Is another address of yours connected? Then sign in with that one.',
    },
  },
  de: {
    title: 'Besprechungen',
    lead: 'Was ankam, was dafür getan wurde, und warum.',
    shelfLabel: 'Welche Besprechungen',
    shelves: { 'needs-you': 'Zu entscheiden', answered: 'Erledigt', all: 'Alle' },
    listLabel: {
      'needs-you': 'Besprechungen, die eine Entscheidung brauchen',
      answered: 'Automatisch beantwortete Besprechungen',
      all: 'Alle Besprechungen',
    },
    order: {
      'needs-you': 'Die nächste zuerst.',
      answered: 'Die zuletzt beantwortete zuerst.',
      all: 'Die zuletzt eingegangene zuerst.',
    },
    older: 'Ältere',
    newest: 'Zur ersten Seite',
    undo: 'Zurücknehmen',
    undoOf: (title) => `Antwort auf ${title} zurücknehmen`,
    undoOnOutlook:
      '„Zurücknehmen“ in Outlook: Eine beantwortete Einladung wird dort nicht wieder offen. Danach steht sie auf „vielleicht“, und die eigene Antwort ist dort zu geben.',
    privateEntry: 'Privater Eintrag',
    untitled: 'Ohne Titel',
    from: (organizer) => `von ${organizer}`,
    ownInvite: 'eigene Einladung',
    occurrence: 'ein Termin einer Serie',
    changed: (needsYou) =>
      needsYou === 0
        ? 'Die Liste hat sich geändert.'
        : `Die Liste hat sich geändert. Zu entscheiden: ${needsYou}.`,
    empty: {
      'needs-you': {
        title: 'Nichts zu entscheiden',
        text: 'Offene Fragen, anstehende Ablehnungen und alles, was nicht gelang, erscheinen hier.',
      },
      answered: {
        title: 'Noch nichts automatisch beantwortet',
        text: 'Jede automatische Antwort erscheint hier, mit ihrem Grund und einem Knopf, der sie zurücknimmt.',
      },
      all: {
        title: 'Noch keine Einladung',
        text: 'Einladungen erscheinen hier wenige Sekunden, nachdem sie im Kalender ankommen. Einzurichten ist dafür nichts.',
      },
    },
    emptySandbox: 'Eine Einladung auf der Spielwiese schreiben',
    observing: {
      title: (until) => (until === null ? 'Bisher wird nur zugesehen' : `Bis ${until} wird nur zugesehen`),
      text: 'Einladungen werden beurteilt, und nichts wird beantwortet. So ist zu sehen, was geschehen würde, bevor etwas geschieht.',
      soFar: 'Bisher wäre beantwortet worden:',
      nothing: 'Bisher wäre nichts beantwortet worden.',
      count: (count) => (count === 1 ? '1 Einladung' : `${count} Einladungen`),
    },
    paused: 'Das Gate macht Pause und schaut nur zu.',
    endPause: 'Pause beenden',
    stopped: (since) =>
      `Automatische Antworten sind für die ganze Organisation angehalten, seit ${since}. Stattdessen wird gefragt.`,
    problem:
      'Der Kalender ist zurzeit nicht erreichbar. Was hier steht, kann veraltet sein. Bleibt das so, hilft es, den Kalender neu zu verbinden.',
    notConnected: {
      title: 'Der Kalender ist noch nicht verbunden',
      text: 'Danach wird jede neue Einladung binnen Sekunden angesehen. In den ersten Tagen wird nichts beantwortet: zu sehen ist nur, was geschehen würde.',
      how: 'Wer Meeting Gatekeeper betreibt, verbindet ihn mit einem dieser Befehle, für Google Kalender oder für Outlook:',
      own: 'Die eigenen Seiten öffnen sich mit der Adresse eines verbundenen Kalenders. Ist eine andere Adresse verbunden, hilft die Anmeldung mit jener.',
    },
  },
};
