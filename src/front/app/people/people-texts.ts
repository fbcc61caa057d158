import type { Texts } from '../texts.ts';
import type { EraseRefusal, KnownPerson } from './people-view.ts';

interface PeopleTexts {
  readonly title: string;
  readonly lead: string;
  readonly list: string;
  readonly columns: { readonly person: string; readonly state: string; readonly act: string };
  readonly states: Readonly<Record<KnownPerson['state'], string>>;
  readonly choose: string;
  readonly chooseWhom: (address: string) => string;
  readonly none: { readonly title: string; readonly text: string };
  readonly other: {
    readonly title: string;
    readonly text: string;
    readonly label: string;
    readonly go: string;
  };
  readonly erase: {
    readonly title: (address: string) => string;
    readonly removed: string;
    readonly replaced: string;
    readonly kept: string;
    readonly firstNames: string;
    readonly leaveTitle: string;
    readonly leave: string;
    readonly leaveButton: string;
    readonly waiting: string;
    readonly look: string;
    readonly eraseTitle: string;
    readonly repeat: string;
    readonly repeatHint: string;
    readonly eraseButton: string;
    readonly back: string;
  };
  readonly refusals: Readonly<Record<EraseRefusal['why'], string>>;
  readonly said: Readonly<Record<string, string>>;
}

export const peopleTexts: Texts<PeopleTexts> = {
  en: {
    title: 'People',
    lead: 'Whose mailbox the gate looks after, and how to erase somebody for good.',
    list: 'Mailboxes',
    columns: { person: 'Person', state: 'Mailbox', act: 'Erase' },
    states: {
      observing: 'is only watched',
      active: 'is looked after',
      leaving: 'is being disconnected',
      left: 'is disconnected',
    },
    choose: 'Erase …',
    chooseWhom: (address) => `Erase ${address}`,
    none: {
      title: 'No mailbox is connected',
      text: 'Connect one with the command “connect”; see the operations guide.',
    },
    other: {
      title: 'Somebody without a mailbox here',
      text: 'Guests and former colleagues are named in calendars of others. They can be erased as well.',
      label: 'Address',
      go: 'Go on',
    },
    erase: {
      title: (address) => `Erase ${address}`,
      removed:
        'Removed: their mailbox here with all meetings, decisions, links and settings, and their sign-in.',
      replaced:
        'Replaced: their addresses and name in what belongs to others, by “Erased person”, also when a calendar names them again.',
      kept: 'Nothing changes in the calendars themselves. This cannot be undone.',
      firstNames: 'A first name alone in a title stays; change the title in the calendar.',
      leaveTitle: 'First: disconnect the mailbox',
      leave:
        'The gate removes the time it holds in their calendar and gives its access back. Answers that were given stay.',
      leaveButton: 'Disconnect the mailbox',
      waiting: 'The mailbox is being disconnected. This takes a moment; then they can be erased.',
      look: 'Look again',
      eraseTitle: 'Erase for good',
      repeat: 'Repeat the address',
      repeatHint: 'So that it is nobody else.',
      eraseButton: 'Erase this person',
      back: 'Back to everybody',
    },
    refusals: {
      'not-an-address': 'This is no mail address. Write one such as ann@acme.example.',
      'not-repeated': 'The two addresses differ. Nothing was erased; write the same address again.',
      oneself: 'Nobody erases themselves. Ask another administrator, or the operator of this server.',
      'has-role':
        'They are an administrator or auditor, and what they did stays under their name. Take them out of the settings ADMINISTRATORS and AUDITORS first.',
      'still-connected': 'Their mailbox is connected. Disconnect it first.',
      'being-left': 'Their mailbox is still being disconnected. Try again in a minute.',
      'policy-refused': 'The policy cannot be written without them. Change it on the page “Policy” first:',
    },
    said: {
      erased: 'The person is erased.',
      leaving: 'The mailbox is being disconnected.',
    },
  },
  de: {
    title: 'Personen',
    lead: 'Um wessen Postfach sich das Gate kümmert, und wie jemand endgültig gelöscht wird.',
    list: 'Postfächer',
    columns: { person: 'Person', state: 'Postfach', act: 'Löschen' },
    states: {
      observing: 'wird nur beobachtet',
      active: 'wird betreut',
      leaving: 'wird getrennt',
      left: 'ist getrennt',
    },
    choose: 'Löschen …',
    chooseWhom: (address) => `${address} löschen`,
    none: {
      title: 'Kein Postfach ist verbunden',
      text: 'Mit dem Befehl „connect“ wird eines verbunden; die Betriebsanleitung zeigt es.',
    },
    other: {
      title: 'Jemand ohne Postfach hier',
      text: 'Gäste und frühere Kollegen stehen in Kalendern von anderen. Auch sie lassen sich löschen.',
      label: 'Adresse',
      go: 'Weiter',
    },
    erase: {
      title: (address) => `${address} löschen`,
      removed:
        'Entfernt werden: das Postfach hier mit allen Besprechungen, Entscheidungen, Links und Einstellungen, und die Anmeldung.',
      replaced:
        'Ersetzt werden: Adressen und Name in allem, was anderen gehört, durch „Erased person“, auch wenn ein Kalender sie wieder nennt.',
      kept: 'In den Kalendern selbst ändert sich nichts. Das lässt sich nicht zurücknehmen.',
      firstNames: 'Ein Vorname allein in einem Titel bleibt stehen; der Titel lässt sich im Kalender ändern.',
      leaveTitle: 'Zuerst: das Postfach trennen',
      leave:
        'Das Gate entfernt die Zeiten, die es im Kalender freihält, und gibt seinen Zugang zurück. Gegebene Antworten bleiben.',
      leaveButton: 'Postfach trennen',
      waiting: 'Das Postfach wird getrennt. Das dauert einen Moment; danach kann die Person gelöscht werden.',
      look: 'Noch einmal nachsehen',
      eraseTitle: 'Endgültig löschen',
      repeat: 'Adresse wiederholen',
      repeatHint: 'Damit es niemand anderes ist.',
      eraseButton: 'Diese Person löschen',
      back: 'Zurück zu allen',
    },
    refusals: {
      'not-an-address': 'Das ist keine Mailadresse. Zum Beispiel: ann@acme.example.',
      'not-repeated':
        'Die beiden Adressen sind verschieden. Nichts wurde gelöscht; bitte dieselbe Adresse noch einmal.',
      oneself:
        'Niemand löscht sich selbst. Bitte jemand anderes mit Administrationsrecht oder die Betreuung dieses Servers fragen.',
      'has-role':
        'Diese Person gehört zur Administration oder Revision, und was sie getan hat, bleibt unter ihrem Namen. Zuerst aus den Einstellungen ADMINISTRATORS und AUDITORS nehmen.',
      'still-connected': 'Das Postfach ist verbunden. Es muss zuerst getrennt werden.',
      'being-left': 'Das Postfach wird noch getrennt. In einer Minute noch einmal versuchen.',
      'policy-refused':
        'Die Regeln lassen sich nicht ohne diese Person schreiben. Zuerst auf der Seite „Regeln“ ändern:',
    },
    said: {
      erased: 'Die Person ist gelöscht.',
      leaving: 'Das Postfach wird getrennt.',
    },
  },
};
