import type { NavEntry } from './nav.ts';
import type { Texts } from './texts.ts';

interface FrameTexts {
  readonly nav: Readonly<Record<NavEntry, string>>;
  readonly navLabel: string;
  readonly menu: string;
  readonly skip: string;
  readonly signedInAs: string;
  readonly signOut: string;
  readonly signIn: string;
  readonly invented: string;
  readonly beSomebody: string;
  readonly beSomebodyElse: string;
  readonly footer: string;
  readonly error: (title: string) => string;
}

export const frameTexts: Texts<FrameTexts> = {
  en: {
    nav: {
      cases: 'Meetings',
      plan: 'Plan a meeting',
      protections: 'My protections',
      team: 'Team',
      policy: 'Policy',
      audit: 'Audit log',
      people: 'People',
      sandbox: 'Sandbox',
    },
    navLabel: 'Pages',
    menu: 'Menu',
    skip: 'Skip to the content',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    signIn: 'Sign in',
    invented: 'All of this is invented.',
    beSomebody: 'Be somebody',
    beSomebodyElse: 'Be somebody else',
    footer: 'Every automatic answer has its reason, an offer, and a way back.',
    error: (title) => `Error: ${title}`,
  },
  de: {
    nav: {
      cases: 'Besprechungen',
      plan: 'Planen',
      protections: 'Mein Schutz',
      team: 'Team',
      policy: 'Regeln',
      audit: 'Protokoll',
      people: 'Personen',
      sandbox: 'Spielwiese',
    },
    navLabel: 'Seiten',
    menu: 'Menü',
    skip: 'Zum Inhalt springen',
    signedInAs: 'Angemeldet als',
    signOut: 'Abmelden',
    signIn: 'Anmelden',
    invented: 'Alles hier ist erfunden.',
    beSomebody: 'Jemand sein',
    beSomebodyElse: 'Jemand anderes sein',
    footer: 'Jede automatische Antwort hat einen Grund, ein Angebot und einen Weg zurück.',
    error: (title) => `Fehler: ${title}`,
  },
};

/** How each language calls itself: whoever cannot read the page still finds their own. */
export const languageNames: Texts<string> = { en: 'English', de: 'Deutsch' };
