import type { FrameRole } from '../page-frame.ts';
import type { Texts } from '../texts.ts';

/** Why somebody is not in yet. A code that is none of these is shown as `failed`. */
export type SignInProblem =
  | 'cancelled'
  | 'expired'
  | 'unverified'
  | 'unknown'
  | 'other-identity'
  | 'unavailable'
  | 'failed';

interface SignInTexts {
  readonly title: string;
  readonly lead: string;
  readonly with: (provider: string) => string;
  readonly yourProvider: string;
  readonly what: string;
  readonly sandboxTitle: string;
  readonly sandboxLead: string;
  readonly be: (name: string) => string;
  readonly localTime: string;
  readonly closedTitle: string;
  readonly closedLead: string;
  readonly closedNext: string;
  readonly roles: Readonly<Record<Exclude<FrameRole, 'person'>, string>>;
  readonly problems: Readonly<Record<SignInProblem, string>>;
}

export const calendarNames: Readonly<Record<string, string>> = {
  google: 'Google Calendar',
  microsoft: 'Outlook',
};

export const signInTexts: Texts<SignInTexts> = {
  en: {
    title: 'Sign in',
    lead: 'See what was answered for you and why, take it back, and decide which hours stay yours.',
    with: (provider) => `Sign in with ${provider}`,
    yourProvider: 'your company account',
    what: 'Only your address and your name are read. No password comes here.',
    sandboxTitle: 'Who would you like to be?',
    sandboxLead: 'Everybody here is invented. Choose a person to see the gate as they see it.',
    be: (name) => `Be ${name}`,
    localTime: 'there now',
    closedTitle: 'Signing in is not set up yet',
    closedLead: 'These pages stay closed until somebody can sign in.',
    closedNext:
      'Whoever runs the gate sets BASE_URL, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET, and starts it again.',
    roles: { lead: 'Leads a team', administrator: 'Administrator', auditor: 'Auditor' },
    problems: {
      cancelled: 'The sign-in was cancelled. Nothing has changed.',
      expired: 'That sign-in took too long or was used before. Please start again here.',
      unverified:
        'Your account does not state a confirmed address. Ask whoever manages it to confirm the address.',
      unknown:
        'No calendar is connected for this address. Ask an administrator of the gate to connect it, then sign in again.',
      'other-identity':
        'This address signed in with another account before. An administrator can let the new account in.',
      unavailable: 'The sign-in service does not answer at the moment. Please try again in a minute.',
      failed: 'The sign-in did not work. Please try again.',
    },
  },
  de: {
    title: 'Anmelden',
    lead: 'Sehen, was beantwortet wurde und warum, es zurücknehmen, und bestimmen, welche Stunden frei bleiben.',
    with: (provider) => `Anmelden mit ${provider}`,
    yourProvider: 'dem Firmenkonto',
    what: 'Gelesen werden nur Adresse und Name. Kein Passwort kommt hierher.',
    sandboxTitle: 'Wer möchten Sie sein?',
    sandboxLead: 'Alle hier sind erfunden. Die gewählte Person zeigt das Gate, wie sie es sieht.',
    be: (name) => `${name} sein`,
    localTime: 'ist es dort',
    closedTitle: 'Das Anmelden ist noch nicht eingerichtet',
    closedLead: 'Diese Seiten bleiben geschlossen, bis sich jemand anmelden kann.',
    closedNext:
      'Wer das Gate betreibt, setzt BASE_URL, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID und SIGN_IN_CLIENT_SECRET und startet es neu.',
    roles: {
      lead: 'Leitet ein Team',
      administrator: 'Verwaltet das Gate',
      auditor: 'Prüft das Protokoll',
    },
    problems: {
      cancelled: 'Die Anmeldung wurde abgebrochen. Es hat sich nichts geändert.',
      expired: 'Diese Anmeldung dauerte zu lange oder wurde schon benutzt. Bitte hier neu beginnen.',
      unverified:
        'Das Konto nennt keine bestätigte Adresse. Wer es verwaltet, kann die Adresse bestätigen lassen.',
      unknown:
        'Für diese Adresse ist kein Kalender verbunden. Eine Person aus der Verwaltung kann ihn verbinden; danach bitte neu anmelden.',
      'other-identity':
        'Diese Adresse hat sich früher mit einem anderen Konto angemeldet. Die Verwaltung kann das neue Konto zulassen.',
      unavailable: 'Der Anmeldedienst antwortet gerade nicht. Bitte in einer Minute noch einmal versuchen.',
      failed: 'Die Anmeldung hat nicht geklappt. Bitte noch einmal versuchen.',
    },
  },
};
