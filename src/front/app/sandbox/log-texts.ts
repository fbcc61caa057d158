import type { Texts } from '../texts.ts';
import type { HappeningView, TroubleView } from './sandbox-view.ts';

type Answer = NonNullable<HappeningView['answer']>;
type Verdict = NonNullable<NonNullable<HappeningView['subject']>['verdict']>;

interface LogTexts {
  readonly title: string;
  readonly empty: string;
  readonly lookAgain: string;
  readonly more: string;
  readonly fewer: string;
  readonly untitled: string;
  readonly invited: (from: string, to: string, title: string) => string;
  readonly updated: (from: string, to: string, title: string) => string;
  readonly cancelled: (from: string, to: string, title: string) => string;
  readonly answered: Readonly<Record<Answer, (from: string, title: string) => string>>;
  readonly ownMail: (name: string, subject: string) => string;
  readonly mail: (from: string, to: string, subject: string) => string;
  readonly shared: (from: string, to: string, name: string) => string;
  /** That the owner heard of it as well. */
  readonly told: (name: string) => string;
  readonly paused: (name: string, title: string) => string;
  /** The clock was moved on, and so many deadlines came due. */
  readonly moved: (due: number) => string;
  readonly judged: Readonly<Record<Verdict, (name: string, title: string) => string>>;
  readonly failed: (fault: TroubleView) => string;
  readonly badges: Readonly<Record<Answer, string>>;
  readonly offer: string;
  readonly lookAs: (name: string) => string;
  readonly words: string;
}

/** Whose requests fail. */
export const vendors = { google: 'Google', microsoft: 'Microsoft' } as const;
const status = { 'rate-limit': '429', 'server-error': '503' } as const;

/** What happened, in sentences. Titles are text of invites, cleaned before. */
export const logTexts: Texts<LogTexts> = {
  en: {
    title: 'Live',
    empty: 'Nothing yet. Send the invite, and what the calendars and the gate do appears here.',
    lookAgain: 'Look again',
    more: 'Show more',
    fewer: 'Show the latest only',
    untitled: 'a meeting without a title',
    invited: (from, to, title) => `${from} invited ${to} to ${title}.`,
    updated: (from, to, title) => `${from} changed ${title}, and ${to} heard of it.`,
    cancelled: (from, to, title) => `${from} cancelled ${title} for ${to}.`,
    answered: {
      needsAction: (from, title) => `${from}’s answer to ${title} was taken back: it is open again.`,
      accepted: (from, title) => `${from} accepted ${title}.`,
      tentative: (from, title) => `${from} keeps ${title} as “maybe”.`,
      declined: (from, title) => `${from} declined ${title}.`,
    },
    ownMail: (name, subject) => `The gate wrote to ${name}: ${subject}.`,
    mail: (from, to, subject) => `Mail from ${from} to ${to}: ${subject}.`,
    shared: (from, to, name) => `${from} shared the document ${name} with ${to}.`,
    told: (name) => `And told ${name} by mail`,
    paused: (name, title) => `${name} has paused the gate: nothing is done about ${title}.`,
    moved: (due) => {
      if (due === 0) return 'The clock was moved on. Nothing was due.';
      return due === 1
        ? 'The clock was moved on. One deadline came due.'
        : `The clock was moved on. ${due} deadlines came due.`;
    },
    judged: {
      meet: (name, title) => `${title} may meet. The gate leaves ${name}’s answer to ${name}.`,
      'meet-differently': (name, title) =>
        `${title} may meet, and could be better: the gate tells ${name} how.`,
      'go-async': (name, title) =>
        `${title} would do better in writing. The gate tells ${name}, and answers nothing.`,
      move: (name, title) => `${title} is at a protected time. The gate tells ${name}, whose meeting it is.`,
      decline: (name, title) =>
        `${title} is at a protected time. The gate tells ${name}, and answers nothing.`,
      ask: (name, title) =>
        `What ${title} is for cannot be told. The gate asks ${name}, and answers nothing.`,
      skip: (name, title) => `${title} is no meeting to judge for ${name}.`,
    },
    failed: ({ provider, what, times }) => {
      const requests = times === 1 ? 'a request' : `${times} requests`;
      const how =
        what === 'rate-limit' || what === 'server-error'
          ? `answered ${requests} with ${status[what]}`
          : `cut ${requests}`;
      return `${vendors[provider]} ${how}. The gate tries again.`;
    },
    badges: { needsAction: 'open again', accepted: 'accepted', tentative: 'maybe', declined: 'declined' },
    offer: 'Open the offer',
    lookAs: (name) => `See it as ${name}`,
    words: 'The words that were sent',
  },
  de: {
    title: 'Live',
    empty: 'Noch nichts. Nach dem Absenden erscheint hier, was Kalender und Gate tun.',
    lookAgain: 'Noch einmal nachsehen',
    more: 'Mehr zeigen',
    fewer: 'Nur die neuesten zeigen',
    untitled: 'eine Besprechung ohne Titel',
    invited: (from, to, title) => `${from} hat ${to} zu ${title} eingeladen.`,
    updated: (from, to, title) => `${from} hat ${title} geändert; ${to} weiß davon.`,
    cancelled: (from, to, title) => `${from} hat ${title} für ${to} abgesagt.`,
    answered: {
      needsAction: (from, title) =>
        `Die Antwort von ${from} auf ${title} ist zurückgenommen: sie ist wieder offen.`,
      accepted: (from, title) => `${from} hat ${title} zugesagt.`,
      tentative: (from, title) => `${from} hat auf ${title} „vielleicht“ geantwortet.`,
      declined: (from, title) => `${from} hat ${title} abgelehnt.`,
    },
    ownMail: (name, subject) => `Das Gate hat ${name} geschrieben: ${subject}.`,
    mail: (from, to, subject) => `Mail von ${from} an ${to}: ${subject}.`,
    shared: (from, to, name) => `${from} hat das Dokument ${name} mit ${to} geteilt.`,
    told: (name) => `${name} weiß es auch, durch eine Mail`,
    paused: (name, title) => `${name} hat das Gate angehalten: für ${title} wird nichts getan.`,
    moved: (due) => {
      if (due === 0) return 'Die Uhr ist vorgestellt. Keine Frist ist abgelaufen.';
      return due === 1
        ? 'Die Uhr ist vorgestellt. Eine Frist ist abgelaufen.'
        : `Die Uhr ist vorgestellt. ${due} Fristen sind abgelaufen.`;
    },
    judged: {
      meet: (name, title) => `${title} darf stattfinden. Die Antwort bleibt ${name} überlassen.`,
      'meet-differently': (name, title) =>
        `${title} darf stattfinden und ginge besser: ${name} erfährt, wie.`,
      'go-async': (name, title) =>
        `${title} ginge besser schriftlich. ${name} erfährt es, beantwortet wird nichts.`,
      move: (name, title) => `${title} liegt in geschützter Zeit. ${name} hat eingeladen und erfährt es.`,
      decline: (name, title) =>
        `${title} liegt in geschützter Zeit. ${name} erfährt es, beantwortet wird nichts.`,
      ask: (name, title) =>
        `Wozu ${title} dient, ist nicht zu erkennen. ${name} wird gefragt, beantwortet wird nichts.`,
      skip: (name, title) => `${title} ist keine Besprechung, über die für ${name} zu urteilen wäre.`,
    },
    failed: ({ provider, what, times }) => {
      const requests = times === 1 ? 'eine Anfrage' : `${times} Anfragen`;
      const how =
        what === 'rate-limit' || what === 'server-error'
          ? `hat ${requests} mit ${status[what]} beantwortet`
          : `hat ${requests} abgebrochen`;
      return `${vendors[provider]} ${how}. Das Gate versucht es noch einmal.`;
    },
    badges: {
      needsAction: 'wieder offen',
      accepted: 'zugesagt',
      tentative: 'vielleicht',
      declined: 'abgelehnt',
    },
    offer: 'Das Angebot öffnen',
    lookAs: (name) => `Als ${name} ansehen`,
    words: 'Die gesendeten Worte',
  },
};
