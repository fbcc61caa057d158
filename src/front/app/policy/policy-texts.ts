import type { Texts } from '../texts.ts';

interface PolicyTexts {
  readonly title: string;
  readonly lead: string;
  readonly isDefault: string;
  readonly inWords: string;
  readonly everybody: string;
  readonly team: (name: string) => string;
  readonly person: (address: string) => string;
  readonly inEnglish: string;
  readonly unreadable: string;
  readonly unreadableForOthers: string;
  readonly text: string;
  readonly textHint: string;
  readonly showText: string;
  readonly othersLeftOut: string;
  readonly edit: string;
  readonly checks: string;
  readonly check: string;
  readonly save: string;
  readonly fine: string;
  readonly notes: string;
  readonly wrong: (count: number) => string;
  readonly notSaved: string;
  readonly meanwhile: string;
  readonly inForceNow: string;
  readonly place: (place: string) => string;
  readonly more: (count: number) => string;
  /** By the code of a problem. */
  readonly problems: Readonly<Record<'states-nothing', string>>;
  readonly said: Readonly<Record<string, string>>;
}

export const policyTexts: Texts<PolicyTexts> = {
  en: {
    title: 'Policy',
    lead: 'What is protected, and what happens to a meeting that comes in the way. Everybody reads the same rules.',
    isDefault: 'Nobody has written a policy yet, so the one that ships with the product holds.',
    inWords: 'The policy in words',
    everybody: 'For everybody',
    team: (name) => `For the team ${name}`,
    person: () => 'For you',
    inEnglish: '',
    unreadable: 'The stored policy cannot be read, so no invite is judged. Mend the text below and save it.',
    unreadableForOthers: 'The stored policy cannot be read at the moment. An administrator has to mend it.',
    text: 'Text of the policy',
    textHint: 'YAML. Lines that begin with # are comments. At most 256 kB.',
    showText: 'Show the text itself',
    othersLeftOut: 'What other people stated about themselves is left out.',
    edit: 'Change the policy',
    checks: 'Check of the text',
    check: 'Check',
    save: 'Save the policy',
    fine: 'This text is fine.',
    notes: 'This text is fine. It was read, but look at this:',
    wrong: (count) => (count === 1 ? 'One thing has to be mended:' : `${count} things have to be mended:`),
    notSaved: 'Nothing was saved.',
    meanwhile:
      'Somebody else changed the policy in the meantime, so nothing was saved. Your text is still here. Compare it with what is in force now; saving again replaces that.',
    inForceNow: 'The text in force now',
    place: (place) => `Line ${place.replace(':', ', column ')}`,
    more: (count) => `And ${count} more. Mend these first.`,
    problems: {
      'states-nothing':
        'An empty policy would remove every rule written here and everything people set for themselves. To stop all answers, use the brake on the team page.',
    },
    said: {
      'policy-saved': 'Saved. It holds for every invite from now on.',
      'nothing-changed': 'Nothing was different, so nothing was saved.',
    },
  },
  de: {
    title: 'Regeln',
    lead: 'Was geschützt ist, und was mit einem Termin geschieht, der stört. Alle lesen dieselben Regeln.',
    isDefault: 'Noch hat niemand eigene Regeln geschrieben. Es gelten die mitgelieferten.',
    inWords: 'Die Regeln in Worten',
    everybody: 'Für alle',
    team: (name) => `Für das Team ${name}`,
    person: () => 'Für Sie',
    inEnglish: 'Diese Sätze gibt es auf Englisch.',
    unreadable:
      'Die gespeicherten Regeln sind nicht lesbar, deshalb wird keine Einladung beurteilt. Bitte den Text unten berichtigen und speichern.',
    unreadableForOthers:
      'Die gespeicherten Regeln sind gerade nicht lesbar. Die Administration muss sie berichtigen.',
    text: 'Text der Regeln',
    textHint: 'YAML. Zeilen, die mit # beginnen, sind Anmerkungen. Höchstens 256 kB.',
    showText: 'Den Text selbst zeigen',
    othersLeftOut: 'Was andere Personen über sich festgelegt haben, fehlt hier.',
    edit: 'Regeln ändern',
    checks: 'Prüfung des Textes',
    check: 'Prüfen',
    save: 'Regeln speichern',
    fine: 'Dieser Text ist in Ordnung.',
    notes: 'Dieser Text ist in Ordnung. Er wurde gelesen, nur dies fällt auf:',
    wrong: (count) => (count === 1 ? 'Eines ist zu berichtigen:' : `${count} Stellen sind zu berichtigen:`),
    notSaved: 'Nichts wurde gespeichert.',
    meanwhile:
      'Inzwischen hat jemand anderes die Regeln geändert, deshalb wurde nichts gespeichert. Der eigene Text steht noch hier. Bitte mit dem geltenden vergleichen; erneutes Speichern ersetzt ihn.',
    inForceNow: 'Der jetzt geltende Text',
    place: (place) => `Zeile ${place.replace(':', ', Spalte ')}`,
    more: (count) => `Und ${count} weitere. Bitte diese zuerst berichtigen.`,
    problems: {
      'states-nothing':
        'Ein leerer Text würde alle hier geschriebenen Regeln entfernen und alles, was Personen für sich selbst festgelegt haben. Alle Antworten anhalten lässt sich mit der Bremse auf der Seite „Team“.',
    },
    said: {
      'policy-saved': 'Gespeichert. Es gilt ab jetzt für jede Einladung.',
      'nothing-changed': 'Nichts war anders, also wurde nichts gespeichert.',
    },
  },
};
