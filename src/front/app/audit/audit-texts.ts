import type { Texts } from '../texts.ts';

interface AuditTexts {
  readonly title: string;
  readonly lead: string;
  readonly filter: string;
  readonly action: string;
  readonly anyAction: string;
  readonly person: string;
  readonly personHint: string;
  readonly show: string;
  readonly all: string;
  readonly columns: {
    readonly when: string;
    readonly what: string;
    readonly facts: string;
  };
  readonly caption: string;
  readonly operator: string;
  readonly link: string;
  readonly erased: string;
  readonly older: string;
  readonly newest: string;
  readonly none: { readonly title: string; readonly text: string };
  readonly noMatch: { readonly title: string; readonly text: string };
  readonly chain: {
    readonly title: string;
    readonly text: string;
    readonly verify: string;
    readonly whole: (checked: number, erased: number) => string;
    readonly broken: { readonly missing: (seq: number) => string; readonly changed: (seq: number) => string };
    readonly next: string;
    readonly head: string;
    readonly headHint: string;
    readonly empty: string;
  };
  /** Whom or what it was done to, behind a colon. */
  readonly about: {
    readonly ownMeeting: string;
    readonly meetingOf: (who: string) => string;
    readonly rule: (name: string) => string;
    readonly team: (name: string) => string;
    readonly everybody: string;
    readonly erased: string;
  };
  readonly putBack: (version: number) => string;
  readonly takenFromFile: string;
  /** What was done, by the action's name. */
  readonly actions: Readonly<Record<string, string>>;
}

export const auditTexts: Texts<AuditTexts> = {
  en: {
    title: 'Audit log',
    lead: 'Who did what with the gate, newest first. It holds no text of any meeting.',
    filter: 'Choose entries',
    action: 'What was done',
    anyAction: 'Everything',
    person: 'Person',
    personHint: 'A whole address: who did it, or whom it was about.',
    show: 'Show',
    all: 'Show everything',
    columns: { when: 'When', what: 'What happened', facts: 'Details' },
    caption: 'Entries of the audit log',
    operator: 'The operator of this server',
    link: 'Whoever had the link',
    erased: 'Somebody who was erased',
    older: 'Older entries',
    newest: 'Back to the newest',
    none: {
      title: 'Nothing was done yet',
      text: 'As soon as somebody undoes a decision, changes the policy or pulls the brake, it stands here.',
    },
    noMatch: { title: 'No entry fits', text: 'Choose something else, or show everything.' },
    chain: {
      title: 'Is the log complete?',
      text: 'Each entry is chained to the one before. Whoever changes or removes one breaks the chain.',
      verify: 'Verify now',
      whole: (checked, erased) =>
        `The chain is whole: ${checked} entries verified${erased === 0 ? '' : `, ${erased} of them about people who were erased`}.`,
      broken: {
        missing: (seq) => `Entry ${seq} is missing. Everything before it is whole.`,
        changed: (seq) => `Entry ${seq} was changed. Everything before it is whole.`,
      },
      next: 'Somebody has written to the database directly. Keep a copy of it as it is, and compare with a backup.',
      head: 'Newest link',
      headHint:
        'That the newest entries were removed can only be seen by a link that was kept elsewhere: copy this one from time to time. It is in the server log once a day as well.',
      empty: 'There is nothing to verify yet.',
    },
    about: {
      ownMeeting: 'a meeting of their own',
      meetingOf: (who) => `a meeting of ${who}`,
      rule: (name) => `the rule “${name}”`,
      team: (name) => `in the team ${name}`,
      everybody: 'for everybody',
      erased: 'somebody who was erased',
    },
    putBack: (version) => `put back the policy of version ${version}`,
    takenFromFile: 'took the policy from the file of the settings',
    actions: {
      'brake.released': 'let the gate answer again',
      'brake.stopped': 'stopped all answers',
      'case.converted': 'turned a meeting into a document or thread',
      'case.decided': 'wrote down a decision',
      'case.justified': 'said what a meeting is for',
      'case.overridden': 'overruled the gate for one meeting',
      'case.undone': 'undid a decision of the gate',
      'cases.read': 'listed cases with titles on the command line',
      'enforcement.changed': 'changed how strictly rules are applied',
      'fallback.lifted': 'let a rule answer again',
      'keys.rotated': 'renewed the encryption',
      'mailbox.connected': 'connected a mailbox',
      'mailbox.left': 'disconnected a mailbox',
      'person.erased': 'erased a person',
      'pilot.changed': 'changed who takes part in the pilot',
      'plan.created': 'planned a meeting through the gate',
      'plan.written': 'wrote a document instead of a meeting',
      'policy.changed': 'changed the policy',
      'policy.replaced-by-file': 'replaced the policy by the file of the settings',
      'protections.changed': 'changed their own protections',
      'protections.paused': 'paused the gate for themselves',
      'protections.resumed': 'ended their pause',
      'rule.undone': 'undid everything that a rule had answered',
    },
  },
  de: {
    title: 'Protokoll',
    lead: 'Wer was mit dem Gate getan hat, das Neueste zuerst. Texte von Besprechungen stehen hier nie.',
    filter: 'Einträge auswählen',
    action: 'Was getan wurde',
    anyAction: 'Alles',
    person: 'Person',
    personHint: 'Eine ganze Adresse: wer es getan hat oder wen es betraf.',
    show: 'Anzeigen',
    all: 'Alles anzeigen',
    columns: { when: 'Wann', what: 'Was geschah', facts: 'Einzelheiten' },
    caption: 'Einträge des Protokolls',
    operator: 'Betreuung dieses Servers',
    link: 'Wer den Link hatte,',
    erased: 'Eine gelöschte Person',
    older: 'Ältere Einträge',
    newest: 'Zurück zu den neuesten',
    none: {
      title: 'Noch wurde nichts getan',
      text: 'Sobald jemand eine Entscheidung zurücknimmt, die Regeln ändert oder die Bremse zieht, steht es hier.',
    },
    noMatch: { title: 'Kein Eintrag passt', text: 'Etwas anderes auswählen oder alles anzeigen.' },
    chain: {
      title: 'Ist das Protokoll vollständig?',
      text: 'Jeder Eintrag ist mit dem vorigen verkettet. Wer einen ändert oder entfernt, zerreißt die Kette.',
      verify: 'Jetzt prüfen',
      whole: (checked, erased) =>
        `Die Kette ist ganz: ${checked} Einträge geprüft${erased === 0 ? '' : `, davon ${erased} über gelöschte Personen`}.`,
      broken: {
        missing: (seq) => `Eintrag ${seq} fehlt. Alles davor ist ganz.`,
        changed: (seq) => `Eintrag ${seq} wurde geändert. Alles davor ist ganz.`,
      },
      next: 'Jemand hat direkt in die Datenbank geschrieben. Eine Kopie im jetzigen Zustand aufbewahren und mit einer Sicherung vergleichen.',
      head: 'Neuestes Glied',
      headHint:
        'Dass die neuesten Einträge entfernt wurden, zeigt nur ein Glied, das woanders aufbewahrt wird: dieses von Zeit zu Zeit kopieren. Einmal am Tag steht es auch im Log des Servers.',
      empty: 'Es gibt noch nichts zu prüfen.',
    },
    about: {
      ownMeeting: 'eine eigene Besprechung',
      meetingOf: (who) => `eine Besprechung von ${who}`,
      rule: (name) => `die Regel „${name}“`,
      team: (name) => `im Team ${name}`,
      everybody: 'für alle',
      erased: 'eine gelöschte Person',
    },
    putBack: (version) => `hat die Regeln der Fassung ${version} wiederhergestellt`,
    takenFromFile: 'hat die Regeln aus der Datei der Einstellungen übernommen',
    actions: {
      'brake.released': 'hat Antworten wieder erlaubt',
      'brake.stopped': 'hat alle Antworten angehalten',
      'case.converted': 'hat eine Besprechung in ein Dokument oder einen Thread verwandelt',
      'case.decided': 'hat eine Entscheidung festgehalten',
      'case.justified': 'hat gesagt, wozu eine Besprechung dient',
      'case.overridden': 'hat das Gate für eine Besprechung überstimmt',
      'case.undone': 'hat eine Entscheidung des Gates zurückgenommen',
      'cases.read': 'hat Fälle mit Titeln auf der Kommandozeile aufgelistet',
      'enforcement.changed': 'hat geändert, wie streng Regeln gelten',
      'fallback.lifted': 'lässt eine Regel wieder antworten',
      'keys.rotated': 'hat die Verschlüsselung erneuert',
      'mailbox.connected': 'hat ein Postfach verbunden',
      'mailbox.left': 'hat ein Postfach getrennt',
      'person.erased': 'hat eine Person gelöscht',
      'pilot.changed': 'hat geändert, wer am Pilotbetrieb teilnimmt',
      'plan.created': 'hat eine Besprechung über das Gate geplant',
      'plan.written': 'hat statt einer Besprechung ein Dokument geschrieben',
      'policy.changed': 'hat die Regeln geändert',
      'policy.replaced-by-file': 'hat die Regeln durch die Datei der Einstellungen ersetzt',
      'protections.changed': 'hat die eigenen Schutzzeiten geändert',
      'protections.paused': 'hat das Gate für sich angehalten',
      'protections.resumed': 'hat die eigene Pause beendet',
      'rule.undone': 'hat alles zurückgenommen, was eine Regel geantwortet hatte',
    },
  },
};
