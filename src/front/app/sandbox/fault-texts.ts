import type { Texts } from '../texts.ts';
import { vendors } from './log-texts.ts';
import type { TroubleView } from './sandbox-view.ts';

export interface FaultTexts {
  readonly title: string;
  readonly lead: string;
  readonly provider: string;
  readonly what: string;
  readonly times: string;
  readonly kinds: Readonly<Record<TroubleView['what'], string>>;
  readonly begin: string;
  readonly end: string;
  readonly well: string;
  readonly standing: (trouble: TroubleView) => string;
}

/** What goes wrong at the vendors because somebody wished for it. */
export const faultTexts: Texts<FaultTexts> = {
  en: {
    title: 'Let a provider fail',
    lead: 'Then send an invite: the answer comes later, and exactly once.',
    provider: 'Who fails',
    what: 'How',
    times: 'How many requests',
    kinds: {
      'rate-limit': 'Refuses requests as too many (429)',
      'server-error': 'Has a fault of its own (503)',
      cut: 'Cuts the connection',
      lost: 'Loses every notification',
      doubled: 'Sends every notification twice',
    },
    begin: 'Let it fail',
    end: 'All is well again',
    well: 'All is well.',
    standing: ({ provider, what, times }) => {
      const name = vendors[provider];
      if (what === 'lost')
        return `${name} loses every notification. The gate looks by itself, every few minutes.`;
      if (what === 'doubled') return `${name} sends every notification twice.`;
      const requests = times === 1 ? 'the next request' : `the next ${times} requests`;
      if (what === 'cut') return `${name} cuts ${requests}.`;
      return `${name} answers ${requests} with ${what === 'rate-limit' ? '429' : '503'}.`;
    },
  },
  de: {
    title: 'Einen Anbieter ausfallen lassen',
    lead: 'Danach eine Einladung senden: die Antwort kommt später, und genau einmal.',
    provider: 'Wer ausfällt',
    what: 'Wie',
    times: 'Wie viele Anfragen',
    kinds: {
      'rate-limit': 'Weist Anfragen als zu viele ab (429)',
      'server-error': 'Hat selbst einen Fehler (503)',
      cut: 'Bricht die Verbindung ab',
      lost: 'Verliert jede Benachrichtigung',
      doubled: 'Sendet jede Benachrichtigung doppelt',
    },
    begin: 'Ausfallen lassen',
    end: 'Alles ist wieder gut',
    well: 'Alles ist gut.',
    standing: ({ provider, what, times }) => {
      const name = vendors[provider];
      if (what === 'lost')
        return `${name} verliert jede Benachrichtigung. Alle paar Minuten wird ohnehin nachgesehen.`;
      if (what === 'doubled') return `${name} sendet jede Benachrichtigung doppelt.`;
      const requests = times === 1 ? 'die nächste Anfrage' : `die nächsten ${times} Anfragen`;
      if (what === 'cut') return `${name} bricht ${requests} ab.`;
      return `${name} beantwortet ${requests} mit ${what === 'rate-limit' ? '429' : '503'}.`;
    },
  },
};
