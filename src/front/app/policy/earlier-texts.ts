import type { Texts } from '../texts.ts';

interface EarlierTexts {
  readonly list: string;
  readonly listHint: string;
  readonly more: (count: number) => string;
  readonly version: (version: number) => string;
  readonly title: (version: number) => string;
  readonly until: (when: string, who: string) => string;
  readonly operator: string;
  readonly erased: string;
  readonly lead: string;
  readonly isDefault: string;
  readonly difference: string;
  readonly differenceHint: string;
  readonly removed: string;
  readonly added: string;
  readonly leftOut: (count: number) => string;
  readonly same: string;
  readonly whole: string;
  readonly putBack: string;
  readonly putBackHint: string;
  readonly back: string;
  readonly inForm: (version: number) => string;
}

/** Words for the texts that the policy had before. */
export const earlierTexts: Texts<EarlierTexts> = {
  en: {
    list: 'Earlier texts',
    listHint:
      'What the policy was before it was replaced, newest first; the last fifty are kept. Changes that people make to their own protections are not listed.',
    more: (count) => `${count} older ones`,
    version: (version) => `Version ${version}`,
    title: (version) => `Earlier policy: version ${version}`,
    until: (when, who) => `In force until ${when}, replaced by ${who}.`,
    operator: 'the operator of this server',
    erased: 'somebody who was erased',
    lead: 'This text does not hold any more.',
    isDefault: 'At that time nobody had written a policy; this is the one that ships with the product.',
    difference: 'Difference from the text in force',
    differenceHint: 'Lines with − stand in the text in force only, lines with + in this one only.',
    removed: 'In force only:',
    added: 'Here only:',
    leftOut: (count) => (count === 1 ? '1 line is the same' : `${count} lines are the same`),
    same: 'It says the same as the text in force.',
    whole: 'Show the whole text',
    putBack: 'Put this text back into the form',
    putBackHint: 'Nothing is saved by that. The text can be checked and changed there before it is saved.',
    back: 'Back to the policy',
    inForm: (version) =>
      `The text of version ${version} is in the form below. It holds only once it is saved. Saving it also takes back what people have changed for themselves since then.`,
  },
  de: {
    list: 'Frühere Texte',
    listHint:
      'Was die Regeln waren, bevor sie ersetzt wurden, das Neueste zuerst; die letzten fünfzig bleiben erhalten. Was Personen an ihren eigenen Schutzzeiten ändern, steht hier nicht.',
    more: (count) => `${count} ältere`,
    version: (version) => `Fassung ${version}`,
    title: (version) => `Frühere Regeln: Fassung ${version}`,
    until: (when, who) => `Galt bis ${when}, ersetzt von ${who}.`,
    operator: 'der Betreuung dieses Servers',
    erased: 'einer gelöschten Person',
    lead: 'Dieser Text gilt nicht mehr.',
    isDefault: 'Damals hatte noch niemand eigene Regeln geschrieben; dies sind die mitgelieferten.',
    difference: 'Unterschied zum geltenden Text',
    differenceHint: 'Zeilen mit − stehen nur im geltenden Text, Zeilen mit + nur in diesem.',
    removed: 'Nur im geltenden:',
    added: 'Nur hier:',
    leftOut: (count) => (count === 1 ? '1 Zeile ist gleich' : `${count} Zeilen sind gleich`),
    same: 'Er sagt dasselbe wie der geltende Text.',
    whole: 'Den ganzen Text zeigen',
    putBack: 'Diesen Text wieder ins Formular setzen',
    putBackHint:
      'Gespeichert wird dadurch nichts. Der Text lässt sich dort prüfen und ändern, bevor er gespeichert wird.',
    back: 'Zurück zu den Regeln',
    inForm: (version) =>
      `Der Text der Fassung ${version} steht unten im Formular. Er gilt erst, wenn er gespeichert ist. Das Speichern nimmt auch zurück, was Personen seitdem für sich selbst geändert haben.`,
  },
};
