import type { Texts } from '../texts.ts';
import type { Story } from './case-view-types.ts';

interface ChangesTexts {
  readonly helpful: string;
  /** Of what is proposed and waits for the owner. */
  readonly proposed: string;
  readonly nothingProposed: string;
  readonly answerYourself: (calendar: string) => string;
  readonly changeYourself: (calendar: string) => string;
}

/** How the calendars are called where people use them. */
export const calendarNames: Readonly<Record<Story['provider'], string>> = {
  google: 'Google Calendar',
  microsoft: 'Outlook',
};

export const changesTexts: Texts<ChangesTexts> = {
  en: {
    helpful: 'What would help',
    proposed: 'What is proposed to you',
    nothingProposed: 'What you can do',
    answerYourself: (calendar) =>
      `Nothing is answered for you. Please answer the invite yourself in ${calendar}.`,
    changeYourself: (calendar) =>
      `It is your own invite, and nothing is changed for you. If it should change, please do that in ${calendar}.`,
  },
  de: {
    helpful: 'Was helfen würde',
    proposed: 'Was vorgeschlagen wird',
    nothingProposed: 'Was sich tun lässt',
    answerYourself: (calendar) =>
      `Von selbst wird nichts beantwortet. Bitte die Einladung selbst in ${calendar} beantworten.`,
    changeYourself: (calendar) =>
      `Es ist eine eigene Einladung, und von selbst ändert sich nichts. Soll sie anders werden, bitte in ${calendar} ändern.`,
  },
};
