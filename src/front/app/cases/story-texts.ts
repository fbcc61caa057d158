import type { NeedValue, Reason } from '../../../core/need/need.ts';
import type { EvidenceField } from '../../../core/signals/signal.ts';
import type { Texts } from '../texts.ts';
import type { StoryInput } from './case-view-types.ts';

type SignalName = 'purpose' | 'urgency' | 'complexity' | 'relationship';

interface StoryTexts {
  readonly back: string;
  readonly why: string;
  readonly need: Readonly<Record<NeedValue, string>>;
  readonly needQuestion: string;
  readonly timeQuestion: string;
  readonly timeFree: string;
  readonly timeBlocked: string;
  readonly timeExempt: string;
  readonly timeUnknown: string;
  readonly ofSeries: (collided: number, judged: number) => string;
  readonly sure: (percent: string) => string;
  readonly says: Readonly<Record<Reason['says'], string>>;
  readonly readFrom: string;
  readonly signals: Readonly<Record<SignalName, string>>;
  readonly fields: Readonly<Record<EvidenceField, string>>;
  readonly evidenceNow: string;
  readonly notJudged: string;
  readonly offerMade: string;
  readonly offerPossible: string;
  readonly offerHint: string;
  readonly dueBy: (when: string) => string;
  readonly thread: string;
  readonly threadLink: string;
  readonly threadWaits: string;
  readonly threadEscalated: string;
  /** @param name of whoever invited; null where nobody knows it */
  readonly threadByInviter: (name: string | null) => string;
  readonly decision: string;
  readonly decisionBy: (who: string, when: string) => string;
  readonly decisionWhy: string;
  readonly decisionNotChosen: string;
  readonly note: string;
  readonly related: string;
  readonly wholeSeries: string;
  readonly technical: string;
  readonly acts: {
    readonly heading: string;
    readonly undo: string;
    readonly undoHint: string;
    readonly undoOnOutlook: string;
    readonly overrideHeading: string;
    readonly override: string;
    readonly overrideLabel: string;
    readonly overrideHint: string;
    readonly justifyHeading: string;
    readonly justifyLabel: string;
    readonly justifyHint: string;
    readonly justify: string;
    readonly choose: string;
    readonly decideHeading: string;
    readonly what: string;
    readonly why: string;
    readonly notChosen: string;
    readonly notChosenHint: string;
    readonly decide: string;
  };
  readonly problems: Readonly<Record<NonNullable<StoryInput['problem']>['what'], string>>;
}

export const storyTexts: Texts<StoryTexts> = {
  en: {
    back: 'All meetings',
    why: 'Why',
    need: {
      live: 'People should meet for this.',
      async: 'This need not be live.',
      unclear: 'The invite does not say enough to know.',
    },
    needQuestion: 'Does this have to be live?',
    timeQuestion: 'Is this a good time for it?',
    timeFree: 'The time is free.',
    timeBlocked: 'The time is protected.',
    timeExempt: 'The time is protected, and an exception of the policy applies.',
    timeUnknown: 'The time is not known well enough, so it decides nothing.',
    ofSeries: (collided, judged) =>
      `${collided} of the next ${judged} times ${collided === 1 ? 'is' : 'are'} in protected time.`,
    sure: (percent) => `How sure: ${percent}.`,
    says: {
      live: 'for meeting',
      async: 'for writing',
      block: 'protects the time',
      exempt: 'lifts the protection',
      limit: 'asks or proposes',
      skip: 'not a meeting',
    },
    readFrom: 'Read from the invite',
    signals: {
      purpose: 'Purpose',
      urgency: 'Urgency',
      complexity: 'Complexity',
      relationship: 'Relationship',
    },
    fields: {
      summary: 'title',
      description: 'description',
      attendees: 'guests',
      created: 'time of writing',
      history: 'earlier meetings',
      answer: 'answer to the question',
    },
    evidenceNow: 'Word for word, as the invite stands in your calendar now.',
    notJudged: 'It has not been judged yet.',
    offerMade: 'The offer that went with it',
    offerPossible: 'A draft to start from',
    offerHint: 'Begun with what the invite says. Whoever fills it in may not need the meeting.',
    dueBy: (when) => `Answers by ${when}.`,
    thread: 'In writing instead',
    threadLink: 'Open the document',
    threadWaits: 'The document is being created. Look again in a minute.',
    threadEscalated: 'Nobody decided in writing in time, so a short meeting was set up.',
    threadByInviter: (name) => `${name ?? 'Whoever invited'} chose to write it instead of meeting for it.`,
    decision: 'What was decided',
    decisionBy: (who, when) => `${who}, ${when}`,
    decisionWhy: 'Why',
    decisionNotChosen: 'Not chosen',
    note: 'Why you want it left alone',
    related: 'Other times of this series',
    wholeSeries: 'The whole series',
    technical: 'Technical details',
    acts: {
      heading: 'What else you can do',
      undo: 'Undo the answer',
      undoHint:
        'The answer is taken back, and this meeting is left alone from then on, later changes included.',
      undoOnOutlook:
        'In Outlook an invitation cannot be made open again. It will stand as “maybe”, and you answer it yourself.',
      overrideHeading: 'Should it stay as it is?',
      override: 'Leave this meeting alone',
      overrideLabel: 'Why? (if you like)',
      overrideHint: 'Only you see this. Nothing is asked or answered for this meeting any more.',
      justifyHeading: 'Was it understood wrongly?',
      justifyLabel: 'What the meeting is for',
      justifyHint: 'It is judged again with this. A protected time stays protected.',
      justify: 'Judge it again',
      choose: 'Choose…',
      decideHeading: 'Has it been decided?',
      what: 'What was decided',
      why: 'Why',
      notChosen: 'What was not chosen',
      notChosenHint: 'One alternative on each line.',
      decide: 'Keep the decision',
    },
    problems: {
      missing: 'This is needed. Nothing else you wrote was lost.',
      'too-long': 'This is too long. Please shorten it; nothing else you wrote was lost.',
    },
  },
  de: {
    back: 'Alle Besprechungen',
    why: 'Warum',
    need: {
      live: 'Dafür sollten Menschen miteinander reden.',
      async: 'Das braucht keine Besprechung.',
      unclear: 'Die Einladung sagt zu wenig, um es zu wissen.',
    },
    needQuestion: 'Braucht es dafür eine Besprechung?',
    timeQuestion: 'Ist die Zeit gut gewählt?',
    timeFree: 'Die Zeit ist frei.',
    timeBlocked: 'Die Zeit ist geschützt.',
    timeExempt: 'Die Zeit ist geschützt, und eine Ausnahme der Regeln gilt.',
    timeUnknown: 'Die Zeit ist nicht genau genug bekannt und entscheidet deshalb nichts.',
    ofSeries: (collided, judged) => `In geschützter Zeit: ${collided} der nächsten ${judged} Termine.`,
    sure: (percent) => `Wie sicher: ${percent}.`,
    says: {
      live: 'für eine Besprechung',
      async: 'für das Schreiben',
      block: 'schützt die Zeit',
      exempt: 'hebt den Schutz auf',
      limit: 'fragt oder schlägt vor',
      skip: 'keine Besprechung',
    },
    readFrom: 'Aus der Einladung gelesen',
    signals: {
      purpose: 'Zweck',
      urgency: 'Dringlichkeit',
      complexity: 'Schwierigkeit',
      relationship: 'Beziehung',
    },
    fields: {
      summary: 'Titel',
      description: 'Beschreibung',
      attendees: 'Gäste',
      created: 'Zeitpunkt der Einladung',
      history: 'frühere Besprechungen',
      answer: 'Antwort auf die Frage',
    },
    evidenceNow: 'Wörtlich, wie die Einladung jetzt im Kalender steht.',
    notJudged: 'Es wurde noch nicht beurteilt.',
    offerMade: 'Das Angebot dazu',
    offerPossible: 'Ein Entwurf für den Anfang',
    offerHint:
      'Begonnen mit dem, was in der Einladung steht. Ausgefüllt ersetzt er vielleicht die Besprechung.',
    dueBy: (when) => `Antworten bis ${when}.`,
    thread: 'Stattdessen schriftlich',
    threadLink: 'Das Dokument öffnen',
    threadWaits: 'Das Dokument wird angelegt. In einer Minute ist es da.',
    threadEscalated:
      'Schriftlich wurde nicht rechtzeitig entschieden, deshalb gibt es eine kurze Besprechung.',
    threadByInviter: (name) =>
      `${name ?? 'Wer eingeladen hat,'} möchte es schriftlich klären statt in einer Besprechung.`,
    decision: 'Was entschieden wurde',
    decisionBy: (who, when) => `${who}, ${when}`,
    decisionWhy: 'Warum',
    decisionNotChosen: 'Nicht gewählt',
    note: 'Warum es bleiben soll, wie es ist',
    related: 'Andere Termine dieser Serie',
    wholeSeries: 'Die ganze Serie',
    technical: 'Technische Einzelheiten',
    acts: {
      heading: 'Was sich sonst tun lässt',
      undo: 'Antwort zurücknehmen',
      undoHint:
        'Die Antwort wird zurückgenommen, und diese Besprechung bleibt von da an unberührt, auch bei Änderungen.',
      undoOnOutlook:
        'In Outlook wird eine beantwortete Einladung nicht wieder offen: dort steht danach „vielleicht“, und die eigene Antwort ist dort zu geben.',
      overrideHeading: 'Soll es bleiben, wie es ist?',
      override: 'Diese Besprechung in Ruhe lassen',
      overrideLabel: 'Warum? (wenn gewünscht)',
      overrideHint:
        'Nur hier zu sehen, für niemanden sonst. Zu dieser Besprechung wird nichts mehr gefragt oder beantwortet.',
      justifyHeading: 'Falsch verstanden?',
      justifyLabel: 'Wofür die Besprechung ist',
      justifyHint: 'Damit wird es neu beurteilt. Geschützte Zeit bleibt geschützt.',
      justify: 'Neu beurteilen',
      choose: 'Auswählen …',
      decideHeading: 'Ist es entschieden?',
      what: 'Was entschieden wurde',
      why: 'Warum',
      notChosen: 'Was nicht gewählt wurde',
      notChosenHint: 'Je Zeile eine Möglichkeit.',
      decide: 'Entscheidung festhalten',
    },
    problems: {
      missing: 'Das wird gebraucht. Alles andere ist noch da.',
      'too-long': 'Das ist zu lang. Bitte kürzen; alles andere ist noch da.',
    },
  },
};
