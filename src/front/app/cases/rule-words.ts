import type { Texts } from '../texts.ts';

/**
 * The rules in words: a name, and a sentence that stands in for the English reason in other languages. Rules that are
 * not here are shown by what core calls them.
 */
interface RuleWords {
  readonly name: string;
  readonly sentence: string;
}

type RuleTable = Readonly<Record<RuleName, RuleWords>>;

type RuleName = (typeof ruleNames)[number];

const ruleNames = [
  'no-meeting-day',
  'focus-block',
  'outside-working-hours',
  'unfair-burden',
  'public-holiday',
  'complex-and-urgent',
  'consumable',
  'creative-exploration',
  'hands-on-practice',
  'interrupts-deep-work',
  'must-be-documented',
  'outsider-expects-it',
  'people-must-converge',
  'relationship-at-stake',
  'relationship-being-built',
  'several-zones',
  'written-emergency',
  'written-question',
  'says-too-little',
  'meet-differently',
  'exemption',
] as const;

const words: Texts<RuleTable> = {
  en: {
    'no-meeting-day': { name: 'Day without meetings', sentence: 'This day is kept free of meetings.' },
    'focus-block': { name: 'Focus time', sentence: 'This time is kept for focused work.' },
    'outside-working-hours': { name: 'Working hours', sentence: 'It is outside working hours.' },
    'unfair-burden': {
      name: 'Fair hours',
      sentence: 'Somebody already carries more than their share of the awkward hours.',
    },
    'public-holiday': { name: 'Public holiday', sentence: 'It is on a public holiday.' },
    'complex-and-urgent': {
      name: 'Difficult and urgent',
      sentence: 'It is difficult and urgent at once: talking is the fastest way.',
    },
    consumable: { name: 'Can be read or watched', sentence: 'It can be read or watched when it suits.' },
    'creative-exploration': {
      name: 'New ideas',
      sentence: 'Ideas are looked for before anything is written.',
    },
    'hands-on-practice': { name: 'Practice together', sentence: 'Something is practised together.' },
    'interrupts-deep-work': {
      name: 'Interrupts deep work',
      sentence: 'It would interrupt focused work for something that can wait.',
    },
    'must-be-documented': {
      name: 'Has to be written anyway',
      sentence: 'The result has to be written down anyway.',
    },
    'outsider-expects-it': {
      name: 'Somebody outside expects it',
      sentence: 'Somebody outside the organization expects a conversation.',
    },
    'people-must-converge': {
      name: 'People have to agree',
      sentence: 'People have to come to an agreement.',
    },
    'relationship-at-stake': { name: 'A relationship at stake', sentence: 'A relationship is at stake.' },
    'relationship-being-built': {
      name: 'A relationship begins',
      sentence: 'People get to know each other, or stay in touch.',
    },
    'several-zones': {
      name: 'Several time zones',
      sentence: 'People far apart can answer in their own hours.',
    },
    'written-emergency': { name: 'Emergency', sentence: 'The policy names this an emergency.' },
    'written-question': {
      name: 'A question',
      sentence: 'It is a question that one or two people can answer in writing.',
    },
    'says-too-little': { name: 'Too little is said', sentence: 'The invite says too little to judge it.' },
    'meet-differently': { name: 'A change would help', sentence: 'It is worth meeting, with a change.' },
    exemption: { name: 'Exception', sentence: 'An exception of the policy applies.' },
  },
  de: {
    'no-meeting-day': {
      name: 'Tag ohne Besprechungen',
      sentence: 'Dieser Tag wird von Besprechungen freigehalten.',
    },
    'focus-block': {
      name: 'Konzentrationszeit',
      sentence: 'Diese Zeit ist für konzentriertes Arbeiten reserviert.',
    },
    'outside-working-hours': { name: 'Arbeitszeit', sentence: 'Es liegt außerhalb der Arbeitszeit.' },
    'unfair-burden': {
      name: 'Faire Uhrzeiten',
      sentence: 'Jemand trägt schon mehr als den fairen Anteil an unbequemen Uhrzeiten.',
    },
    'public-holiday': { name: 'Feiertag', sentence: 'Es liegt auf einem Feiertag.' },
    'complex-and-urgent': {
      name: 'Schwierig und dringend',
      sentence: 'Es ist schwierig und dringend zugleich: Reden ist der schnellste Weg.',
    },
    consumable: {
      name: 'Lässt sich lesen oder ansehen',
      sentence: 'Der Inhalt lässt sich lesen oder ansehen, wann es passt.',
    },
    'creative-exploration': {
      name: 'Neue Ideen',
      sentence: 'Ideen werden gesucht, bevor etwas geschrieben ist.',
    },
    'hands-on-practice': { name: 'Gemeinsam üben', sentence: 'Etwas wird gemeinsam geübt.' },
    'interrupts-deep-work': {
      name: 'Unterbricht konzentrierte Arbeit',
      sentence: 'Es würde konzentrierte Arbeit für etwas unterbrechen, das warten kann.',
    },
    'must-be-documented': {
      name: 'Wird ohnehin geschrieben',
      sentence: 'Das Ergebnis muss ohnehin festgehalten werden.',
    },
    'outsider-expects-it': {
      name: 'Von außen erwartet',
      sentence: 'Jemand außerhalb der Organisation erwartet ein Gespräch.',
    },
    'people-must-converge': { name: 'Einigung nötig', sentence: 'Die Beteiligten müssen sich einigen.' },
    'relationship-at-stake': {
      name: 'Eine Beziehung steht auf dem Spiel',
      sentence: 'Eine Beziehung steht auf dem Spiel.',
    },
    'relationship-being-built': {
      name: 'Eine Beziehung entsteht',
      sentence: 'Menschen lernen sich kennen oder bleiben in Verbindung.',
    },
    'several-zones': {
      name: 'Mehrere Zeitzonen',
      sentence: 'Wer weit entfernt ist, kann zu eigener Zeit antworten.',
    },
    'written-emergency': { name: 'Notfall', sentence: 'Die Regeln nennen dies einen Notfall.' },
    'written-question': {
      name: 'Eine Frage',
      sentence: 'Es ist eine Frage, die sich schriftlich beantworten lässt.',
    },
    'says-too-little': {
      name: 'Zu wenig gesagt',
      sentence: 'Die Einladung sagt zu wenig, um sie zu beurteilen.',
    },
    'meet-differently': {
      name: 'Eine Änderung würde helfen',
      sentence: 'Die Besprechung lohnt sich, mit einer Änderung.',
    },
    exemption: { name: 'Ausnahme', sentence: 'Eine Ausnahme der Regeln gilt.' },
  },
};

/** The words of a rule; null for one that has none here. */
export function ruleWords(rule: string, language: keyof typeof words): RuleWords | null {
  const table: Readonly<Partial<Record<string, RuleWords>>> = words[language];
  return Object.hasOwn(table, rule) ? (table[rule] ?? null) : null;
}
