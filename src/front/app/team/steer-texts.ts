import type { Texts } from '../texts.ts';

/** Words of what an administrator steers: brake, fall-backs, pilot, undo. */
interface SteerTexts {
  readonly brake: {
    readonly title: string;
    readonly on: string;
    readonly stoppedSince: (moment: string) => string;
    readonly stoppedBy: (who: string) => string;
    readonly operator: string;
    readonly stoppedMeans: string;
    readonly stop: string;
    readonly allow: string;
    readonly hint: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly onlyAdministrator: string;
  };
  readonly fallbacks: {
    readonly title: string;
    readonly text: string;
    readonly line: (answered: string, forecast: string, moment: string) => string;
    readonly lift: (rule: string) => string;
  };
  readonly pilot: {
    readonly title: string;
    readonly hint: string;
    readonly who: string;
    readonly everybody: string;
    readonly some: string;
    readonly group: string;
    readonly groupHint: string;
    readonly start: string;
    readonly startHint: string;
    readonly save: string;
    readonly nobodyNamed: string;
    readonly withoutMailbox: (address: string) => string;
  };
  readonly undo: {
    readonly title: string;
    readonly hint: string;
    readonly rule: string;
    readonly since: string;
    readonly zone: (zone: string) => string;
    readonly look: string;
    readonly unknownRule: string;
    readonly unknownTime: string;
    readonly future: string;
    readonly confirmTitle: (rule: string) => string;
    readonly refused: string;
    readonly concerns: (meetings: string, people: string, moment: string) => string;
    readonly concernsNone: (moment: string) => string;
    readonly means: string;
    readonly onOutlook: (meetings: string) => string;
    readonly undo: string;
    readonly back: string;
  };
}

export const steerTexts: Texts<SteerTexts> = {
  en: {
    brake: {
      title: 'The brake',
      on: 'Invites are answered as the rules say.',
      stoppedSince: (moment) => `All answers are stopped since ${moment}.`,
      stoppedBy: (who) => `Stopped by ${who}.`,
      operator: 'the operator of this server',
      stoppedMeans: 'Meetings are judged as before, and people are told what would have been answered.',
      stop: 'Stop all answers',
      allow: 'Allow answers again',
      hint: 'Stops every automatic answer of everybody at once. Nothing that was answered is taken back.',
      reason: 'Why, if you like',
      reasonHint: 'It stands in the audit log. At most 200 characters.',
      onlyAdministrator: 'An administrator can change this.',
    },
    fallbacks: {
      title: 'Rules that fell back',
      text: 'They answered much more than was foreseen, so they only warn until you lift this.',
      line: (answered, forecast, moment) =>
        `${answered} answers in a day, ${forecast} were foreseen. Since ${moment}.`,
      lift: (rule) => `Let “${rule}” answer again`,
    },
    pilot: {
      title: 'Pilot',
      hint: 'Begin with a few people; everybody else is only observed.',
      who: 'For whom the gate acts',
      everybody: 'For everybody',
      some: 'Only for these teams and people',
      group: 'Teams and people of the pilot',
      groupHint: 'One per line: the name of a team, or an address.',
      start: 'Starts on',
      startHint: 'Before this day everybody is only observed. Empty: at once.',
      save: 'Save the pilot',
      nobodyNamed: 'Name at least one team or address, or choose “For everybody”.',
      withoutMailbox: (address) => `${address} has no mailbox here.`,
    },
    undo: {
      title: 'Undo what a rule did',
      hint: 'Takes back every answer of one rule since a time. You see how many before anything happens.',
      rule: 'Rule',
      since: 'Since',
      zone: (zone) => `Time in ${zone}.`,
      look: 'See what it concerns',
      unknownRule: 'Choose a rule of the list.',
      unknownTime: 'Write a date and a time, for example 2026-11-25 08:00.',
      future: 'Choose a time that has passed.',
      confirmTitle: (rule) => `Undo “${rule}”?`,
      refused: 'Nothing was undone.',
      concerns: (meetings, people, moment) =>
        `Answers to ${meetings} of ${people} since ${moment} would be taken back.`,
      concernsNone: (moment) => `Since ${moment} no answer of this rule stands, so there is nothing to undo.`,
      means:
        'The invites return to what they were before, and the gate leaves these meetings alone for good. With many meetings this takes a minute.',
      onOutlook: (meetings) =>
        `In Outlook: ${meetings} of these. There an undo is not certain: where the declined invite is gone, the time is held by an own entry and the organizer is asked for a new invitation.`,
      undo: 'Undo them all',
      back: 'Back without undoing',
    },
  },
  de: {
    brake: {
      title: 'Die Bremse',
      on: 'Einladungen werden beantwortet, wie es die Regeln sagen.',
      stoppedSince: (moment) => `Alle Antworten sind angehalten seit ${moment}.`,
      stoppedBy: (who) => `Angehalten von: ${who}.`,
      operator: 'Betreuung dieses Servers',
      stoppedMeans: 'Termine werden weiter beurteilt, und jede Person erfährt, was geantwortet worden wäre.',
      stop: 'Alle Antworten anhalten',
      allow: 'Antworten wieder erlauben',
      hint: 'Hält jede automatische Antwort für alle sofort an. Gegebene Antworten bleiben stehen.',
      reason: 'Warum (freiwillig)',
      reasonHint: 'Es steht dann im Protokoll. Höchstens 200 Zeichen.',
      onlyAdministrator: 'Ändern kann das die Administration.',
    },
    fallbacks: {
      title: 'Zurückgestufte Regeln',
      text: 'Sie haben viel öfter geantwortet als erwartet und weisen deshalb nur noch hin, bis das aufgehoben wird.',
      line: (answered, forecast, moment) =>
        `${answered} Antworten an einem Tag, erwartet waren ${forecast}. Seit ${moment}.`,
      lift: (rule) => `„${rule}“ wieder antworten lassen`,
    },
    pilot: {
      title: 'Pilotkreis',
      hint: 'Mit wenigen beginnen; alle anderen werden nur beobachtet.',
      who: 'Für wen das Gate handelt',
      everybody: 'Für alle',
      some: 'Nur für diese Teams und Personen',
      group: 'Teams und Personen des Pilotkreises',
      groupHint: 'Je Zeile der Name eines Teams oder eine Adresse.',
      start: 'Beginnt am',
      startHint: 'Vor diesem Tag werden alle nur beobachtet. Leer: sofort.',
      save: 'Pilotkreis speichern',
      nobodyNamed: 'Bitte mindestens ein Team oder eine Adresse nennen oder „Für alle“ wählen.',
      withoutMailbox: (address) => `${address} hat hier kein Postfach.`,
    },
    undo: {
      title: 'Zurücknehmen, was eine Regel getan hat',
      hint: 'Nimmt jede Antwort einer Regel seit einem Zeitpunkt zurück. Vorher wird gezeigt, wie viele es sind.',
      rule: 'Regel',
      since: 'Seit',
      zone: (zone) => `Zeit in ${zone}.`,
      look: 'Zeigen, was es betrifft',
      unknownRule: 'Bitte eine Regel der Liste wählen.',
      unknownTime: 'Bitte Datum und Uhrzeit angeben, zum Beispiel 2026-11-25 08:00.',
      future: 'Bitte einen vergangenen Zeitpunkt wählen.',
      confirmTitle: (rule) => `„${rule}“ zurücknehmen?`,
      refused: 'Nichts wurde zurückgenommen.',
      concerns: (meetings, people, moment) =>
        `Antworten auf ${meetings} von ${people} seit ${moment} würden zurückgenommen.`,
      concernsNone: (moment) =>
        `Seit ${moment} steht keine Antwort dieser Regel, es gibt also nichts zurückzunehmen.`,
      means:
        'Die Einladungen werden wieder, wie sie waren, und diese Termine bleiben für immer in Ruhe. Bei vielen Terminen dauert das eine Minute.',
      onOutlook: (meetings) =>
        `Davon in Outlook: ${meetings}. Dort ist eine Rücknahme nicht sicher: Wo die abgelehnte Einladung fort ist, hält ein eigener Eintrag die Zeit, und wer eingeladen hat, wird um eine neue Einladung gebeten.`,
      undo: 'Alle zurücknehmen',
      back: 'Zurück, ohne etwas zu ändern',
    },
  },
};

/** `1 meeting`, `1.204 Termine`. */
export function meetingsText(count: number, language: keyof Texts<unknown>, locale: string): string {
  const number = new Intl.NumberFormat(locale).format(count);
  if (language === 'de') return `${number} ${count === 1 ? 'Termin' : 'Termine'}`;
  return `${number} ${count === 1 ? 'meeting' : 'meetings'}`;
}

/** `1 person`, `1.204 Personen`. */
export function peopleText(count: number, language: keyof Texts<unknown>, locale: string): string {
  const number = new Intl.NumberFormat(locale).format(count);
  if (language === 'de') return `${number} ${count === 1 ? 'Person' : 'Personen'}`;
  return `${number} ${count === 1 ? 'person' : 'people'}`;
}
