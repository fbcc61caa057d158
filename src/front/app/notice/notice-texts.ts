import type { FrameRole } from '../page-frame.ts';
import type { Texts } from '../texts.ts';

export type NoticeKind =
  | 'not-found'
  | 'forbidden'
  | 'expired'
  | 'refused'
  | 'not-configured'
  | 'unavailable'
  | 'failed';

interface NoticeWords {
  readonly title: string;
  readonly text: string;
  readonly next: { readonly label: string; readonly href: string };
}

interface NoticeTexts {
  readonly notices: Readonly<Record<NoticeKind, NoticeWords>>;
  readonly mayOpen: (who: string) => string;
  readonly or: string;
  readonly typed: string;
  readonly typedHint: string;
  readonly roles: Readonly<Record<FrameRole, string>>;
}

export const noticeTexts: Texts<NoticeTexts> = {
  en: {
    notices: {
      'not-found': {
        title: 'There is nothing here',
        text: 'The address is mistyped, or what it belonged to is gone, or it belongs to somebody else.',
        next: { label: 'To your meetings', href: '/cases' },
      },
      forbidden: {
        title: 'This page is for others',
        text: 'You are signed in, but without the role that this page needs. An administrator of the gate can tell you more.',
        next: { label: 'To your meetings', href: '/cases' },
      },
      expired: {
        title: 'This has expired',
        text: 'You were signed out, or the page was open for a long time. Nothing was changed.',
        next: { label: 'Sign in again', href: '/sign-in' },
      },
      refused: {
        title: 'That was not carried out',
        text: 'The request did not come from a fresh page of this site. Nothing was changed. Open the page again and repeat it there.',
        next: { label: 'To your meetings', href: '/cases' },
      },
      'not-configured': {
        title: 'These pages are not set up yet',
        text: 'Nobody can sign in yet. Whoever runs the gate sets BASE_URL, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID and SIGN_IN_CLIENT_SECRET, names people in ADMINISTRATORS, and starts it again.',
        next: { label: 'Look again', href: '/' },
      },
      unavailable: {
        title: 'Please try again in a minute',
        text: 'A service that this page needs does not answer at the moment. Invites that arrive meanwhile are not lost.',
        next: { label: 'Try again', href: '/' },
      },
      failed: {
        title: 'Something went wrong here',
        text: 'It is not your doing. What happened is in the log of the gate. Trying again may help.',
        next: { label: 'To your meetings', href: '/cases' },
      },
    },
    mayOpen: (who) => `It is open to ${who}.`,
    or: 'or',
    typed: 'What you wrote',
    typedHint: 'It is saved nowhere. Copy it before you sign in again.',
    roles: {
      person: 'everybody with a connected calendar',
      lead: 'leads of a team',
      administrator: 'administrators',
      auditor: 'auditors',
    },
  },
  de: {
    notices: {
      'not-found': {
        title: 'Hier ist nichts',
        text: 'Die Adresse ist vertippt, oder das Gesuchte ist fort, oder es gehört jemand anderem.',
        next: { label: 'Zu den Besprechungen', href: '/cases' },
      },
      forbidden: {
        title: 'Diese Seite ist für andere',
        text: 'Die Anmeldung stimmt, aber die Rolle für diese Seite fehlt. Die Verwaltung des Gates weiß mehr.',
        next: { label: 'Zu den Besprechungen', href: '/cases' },
      },
      expired: {
        title: 'Das ist abgelaufen',
        text: 'Die Anmeldung ist beendet, oder die Seite war lange offen. Es hat sich nichts geändert.',
        next: { label: 'Neu anmelden', href: '/sign-in' },
      },
      refused: {
        title: 'Das wurde nicht ausgeführt',
        text: 'Die Anfrage kam nicht von einer frischen Seite dieses Orts. Es hat sich nichts geändert. Bitte die Seite neu öffnen und es dort wiederholen.',
        next: { label: 'Zu den Besprechungen', href: '/cases' },
      },
      'not-configured': {
        title: 'Diese Seiten sind noch nicht eingerichtet',
        text: 'Anmelden kann sich noch niemand. Wer das Gate betreibt, setzt BASE_URL, SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID und SIGN_IN_CLIENT_SECRET, nennt Personen in ADMINISTRATORS und startet es neu.',
        next: { label: 'Noch einmal nachsehen', href: '/' },
      },
      unavailable: {
        title: 'Bitte in einer Minute noch einmal versuchen',
        text: 'Ein Dienst, den diese Seite braucht, antwortet gerade nicht. Einladungen, die inzwischen kommen, gehen nicht verloren.',
        next: { label: 'Noch einmal versuchen', href: '/' },
      },
      failed: {
        title: 'Hier ist etwas schiefgegangen',
        text: 'Es liegt nicht an Ihnen. Was geschah, steht im Protokoll des Servers. Ein neuer Versuch kann helfen.',
        next: { label: 'Zu den Besprechungen', href: '/cases' },
      },
    },
    mayOpen: (who) => `Offen steht sie: ${who}.`,
    or: 'oder',
    typed: 'Der geschriebene Text',
    typedHint: 'Er ist nirgends gespeichert. Bitte vor dem neuen Anmelden kopieren.',
    roles: {
      person: 'allen mit verbundenem Kalender',
      lead: 'der Leitung eines Teams',
      administrator: 'der Verwaltung',
      auditor: 'der Prüfung',
    },
  },
};
