import type { Enforcement } from '../../../core/meeting/policy.ts';
import { displayText } from '../../plain-text.ts';
import type { Texts } from '../texts.ts';

/** A rule of a policy in a few words, and when it speaks. */
interface RuleText {
  readonly name: string;
  readonly when: string;
}

type RuleTexts = Readonly<Record<string, RuleText>>;

const ruleTexts: Texts<RuleTexts> = {
  en: {
    default: { name: 'All other rules', when: 'Every rule that is not set below.' },
    'no-meeting-day': { name: 'No-meeting day', when: 'A meeting on a day that is kept free.' },
    'focus-block': { name: 'Focus time', when: 'A meeting in focus time.' },
    'outside-working-hours': {
      name: 'Outside working hours',
      when: 'A meeting outside of somebody’s hours.',
    },
    'unfair-burden': {
      name: 'Unfair share',
      when: 'Early or late again for somebody who already carried more than their share.',
    },
    'public-holiday': { name: 'Public holiday', when: 'A meeting on a public holiday or day off.' },
    'go-async': { name: 'Need not be live', when: 'Any meeting that could be done in writing.' },
    consumable: { name: 'Can be read or watched', when: 'The content can be taken in at one’s own time.' },
    'several-zones': { name: 'Several time zones', when: 'People far apart must weigh in; not urgent.' },
    'must-be-documented': { name: 'Must be written anyway', when: 'The outcome has to be on paper.' },
    'interrupts-deep-work': { name: 'Breaks deep work', when: 'An interruption for nothing urgent.' },
    'written-question': { name: 'A question', when: 'One or two people can answer it in writing.' },
  },
  de: {
    default: { name: 'Alle übrigen Regeln', when: 'Jede Regel, die unten nicht gesetzt ist.' },
    'no-meeting-day': { name: 'Besprechungsfreier Tag', when: 'Ein Termin an einem freigehaltenen Tag.' },
    'focus-block': { name: 'Fokuszeit', when: 'Ein Termin in der Fokuszeit.' },
    'outside-working-hours': {
      name: 'Außerhalb der Arbeitszeit',
      when: 'Ein Termin außerhalb der Arbeitszeit einer Person.',
    },
    'unfair-burden': {
      name: 'Ungerechte Last',
      when: 'Wieder früh oder spät für jemanden, der schon mehr als seinen Teil getragen hat.',
    },
    'public-holiday': { name: 'Feiertag', when: 'Ein Termin an einem Feiertag oder freien Tag.' },
    'go-async': { name: 'Geht auch schriftlich', when: 'Jeder Termin, der schriftlich möglich wäre.' },
    consumable: { name: 'Zum Lesen oder Ansehen', when: 'Der Inhalt passt in die eigene Zeit.' },
    'several-zones': {
      name: 'Mehrere Zeitzonen',
      when: 'Menschen in der Ferne sollen mitreden; nicht eilig.',
    },
    'must-be-documented': { name: 'Wird ohnehin aufgeschrieben', when: 'Das Ergebnis muss auf Papier.' },
    'interrupts-deep-work': { name: 'Stört tiefe Arbeit', when: 'Eine Unterbrechung ohne Eile.' },
    'written-question': { name: 'Eine Frage', when: 'Eine oder zwei Personen können schriftlich antworten.' },
  },
};

interface LevelText {
  readonly name: string;
  readonly means: string;
}

/** How hard a rule acts, from soft to hard. */
export const levelTexts: Texts<Readonly<Record<Enforcement, LevelText>>> = {
  en: {
    observe: { name: 'Observe', means: 'Only recorded. Nobody is told and nothing is answered.' },
    warn: {
      name: 'Warn',
      means: 'The owner of the mailbox gets a mail with a better way. Nothing is answered.',
    },
    grace: { name: 'Grace', means: 'Answered “tentative” with a deadline, and declined after it.' },
    enforce: { name: 'Enforce', means: 'Declined at once, with a reason and an offer.' },
  },
  de: {
    observe: { name: 'Beobachten', means: 'Nur festgehalten. Niemand erfährt es, nichts wird beantwortet.' },
    warn: {
      name: 'Hinweisen',
      means: 'Wem das Postfach gehört, bekommt eine E-Mail mit einem besseren Weg. Keine Antwort.',
    },
    grace: { name: 'Mit Frist', means: 'Antwort „unter Vorbehalt“ mit Frist, danach eine Ablehnung.' },
    enforce: { name: 'Durchsetzen', means: 'Sofort abgelehnt, mit Grund und Angebot.' },
  },
};

export const levels: readonly Enforcement[] = ['observe', 'warn', 'grace', 'enforce'];

/** What a rule is called; a rule without words is shown by its key. */
export function ruleText(rule: string, language: keyof Texts<unknown>): RuleText {
  const texts = ruleTexts[language];
  return (Object.hasOwn(texts, rule) && texts[rule]) || { name: displayText(rule, 80), when: '' };
}
