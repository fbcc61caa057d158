import type { Texts } from '../texts.ts';

interface FactTexts {
  readonly yes: string;
  readonly no: string;
  /** Summary of what only a machine reads: ids and digests. */
  readonly details: string;
  /** By the name of a fact; the log may have others. */
  readonly labels: Readonly<Record<string, string>>;
  /** By the code that stands in the log. */
  readonly values: Readonly<Record<string, string>>;
}

/** Words for the facts of an entry. */
export const factTexts: Texts<FactTexts> = {
  en: {
    yes: 'yes',
    no: 'no',
    details: 'Ids and digests',
    labels: {
      act: 'Answer',
      after: 'Policy after',
      before: 'Policy before',
      by: 'Replaced by',
      bytes: 'Length in bytes',
      caseId: 'Case',
      forgotten: 'Entries of this log that named them',
      from: 'From',
      group: 'People and teams named',
      guests: 'Guests',
      hasReason: 'With a reason',
      id: 'Id',
      isNew: 'For the first time',
      mailboxId: 'Mailbox',
      mailboxes: 'Mailboxes',
      need: 'Has to be live',
      provider: 'Calendar',
      purpose: 'Purpose',
      reason: 'Reason',
      removed: 'Rows removed',
      replaced: 'Policy that was replaced',
      rewritten: 'Rows written anew',
      rule: 'Rule',
      sinceMs: 'Since',
      startDate: 'Begins on',
      stoppedMs: 'Stopped since',
      template: 'Template',
      undone: 'Meetings',
      unreadable: 'Could not be read',
      verdict: 'Verdict',
      version: 'Version',
      weeks: 'Weeks',
      withdrawAnswers: 'Answers taken back',
    },
    values: {
      ...{ google: 'Google', microsoft: 'Microsoft', file: 'file of the settings' },
      ...{ none: 'none', prompt: 'a question to the person', tentative: 'tentative', decline: 'declined' },
      ...{ meet: 'meet', 'meet-differently': 'meet differently', 'go-async': 'in writing', move: 'move' },
      ...{ ask: 'ask what it is for', skip: 'left alone', live: 'yes', async: 'no', unclear: 'unclear' },
    },
  },
  de: {
    yes: 'ja',
    no: 'nein',
    details: 'Kennungen und Prüfsummen',
    labels: {
      act: 'Antwort',
      after: 'Regeln danach',
      before: 'Regeln davor',
      by: 'Ersetzt durch',
      bytes: 'Länge in Bytes',
      caseId: 'Fall',
      forgotten: 'Einträge hier, die sie nannten',
      from: 'Aus',
      group: 'Genannte Personen und Teams',
      guests: 'Gäste',
      hasReason: 'Mit Begründung',
      id: 'Kennung',
      isNew: 'Zum ersten Mal',
      mailboxId: 'Postfach',
      mailboxes: 'Postfächer',
      need: 'Muss live sein',
      provider: 'Kalender',
      purpose: 'Zweck',
      reason: 'Grund',
      removed: 'Entfernte Zeilen',
      replaced: 'Ersetzte Regeln',
      rewritten: 'Neu geschriebene Zeilen',
      rule: 'Regel',
      sinceMs: 'Seit',
      startDate: 'Beginnt am',
      stoppedMs: 'Angehalten seit',
      template: 'Vorlage',
      undone: 'Besprechungen',
      unreadable: 'Nicht lesbar',
      verdict: 'Urteil',
      version: 'Fassung',
      weeks: 'Wochen',
      withdrawAnswers: 'Antworten zurückgenommen',
    },
    values: {
      ...{ google: 'Google', microsoft: 'Microsoft', file: 'Datei der Einstellungen' },
      ...{
        none: 'keine',
        prompt: 'eine Frage an die Person',
        tentative: 'unter Vorbehalt',
        decline: 'Ablehnung',
      },
      ...{ meet: 'treffen', 'meet-differently': 'anders treffen', 'go-async': 'schriftlich' },
      ...{ move: 'verlegen', ask: 'nach dem Zweck fragen', skip: 'nicht angefasst' },
      ...{ live: 'ja', async: 'nein', unclear: 'unklar' },
    },
  },
};
