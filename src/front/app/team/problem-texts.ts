import type { Texts } from '../texts.ts';

/** What keeps a mailbox from working, and what to do, for whoever steers a team. */
const problemTexts: Texts<Readonly<Record<string, string>>> = {
  en: {
    'sign-in-required': 'The permission ran out. The person has to connect the calendar again.',
    'permission-missing': 'A permission is missing. Whoever administers the calendars has to grant it.',
    'mailbox-missing': 'There is no such mailbox, or it has no calendar. Check the address.',
    'quota-exhausted': 'The calendar limits this person for a while. Nothing has to be done.',
    'rate-limited': 'The calendar asks for patience. The gate tries again by itself.',
    unavailable: 'The calendar does not answer. The gate tries again by itself.',
    other: 'The calendar answers unexpectedly. The command “doctor” tells more.',
  },
  de: {
    'sign-in-required': 'Die Erlaubnis ist abgelaufen. Die Person muss den Kalender neu verbinden.',
    'permission-missing': 'Eine Berechtigung fehlt. Die Kalender-Administration muss sie erteilen.',
    'mailbox-missing':
      'Dieses Postfach gibt es nicht, oder es hat keinen Kalender. Bitte die Adresse prüfen.',
    'quota-exhausted': 'Der Kalender begrenzt diese Person eine Weile. Es ist nichts zu tun.',
    'rate-limited': 'Der Kalender bittet um Geduld. Der nächste Versuch kommt von selbst.',
    unavailable: 'Der Kalender antwortet nicht. Der nächste Versuch kommt von selbst.',
    other: 'Der Kalender antwortet unerwartet. Mehr sagt der Befehl „doctor“.',
  },
};

/** @param code a `ProblemCode` of a provider */
export function problemText(code: string, language: keyof Texts<unknown>): string {
  const texts = problemTexts[language];
  return (Object.hasOwn(texts, code) ? texts[code] : texts.other) ?? '';
}
