import type { Verdict } from '../../../core/gate/verdict.ts';
import type { Texts } from '../texts.ts';
import type { EffectName, Status, Withdrawal } from './case-view-types.ts';

interface OutcomeTexts {
  readonly given: Readonly<Record<'accepted' | 'declined' | 'tentative', string>>;
  readonly graceEnds: (when: string) => string;
  readonly beingDeclined: string;
  readonly beingTentative: string;
  readonly beingWithdrawn: string;
  readonly withdrawn: Readonly<Record<Withdrawal, string>>;
  readonly leftAlone: string;
  readonly asked: string;
  readonly answerBy: (when: string) => string;
  readonly proposed: Readonly<Record<Verdict, string>>;
  /** Where no other time is proposed. */
  readonly protectedTime: Readonly<Record<'move' | 'decline', string>>;
  readonly admitted: string;
  readonly wouldHave: Readonly<Record<NonNullable<Status['wouldHave']>['act'], string>>;
  readonly heldBack: string;
  readonly inWriting: string;
  readonly inWritingUntil: (when: string) => string;
  readonly decided: string;
  readonly over: string;
  readonly judging: string;
  readonly refused: Readonly<Record<EffectName, string>>;
  readonly inDoubt: string;
  readonly answerInDoubt: string;
}

/** What was done, as one or two sentences. */
export const outcomeTexts: Texts<OutcomeTexts> = {
  en: {
    given: {
      accepted: 'Accepted for you.',
      declined: 'Declined for you.',
      tentative: 'Answered “maybe” for you.',
    },
    graceEnds: (when) => `It is declined on ${when}, unless you step in.`,
    beingDeclined: 'It is being declined for you.',
    beingTentative: 'It is being answered “maybe” for you.',
    beingWithdrawn: 'Undone. Your calendar follows within seconds.',
    withdrawn: {
      restored: 'The automatic answer was taken back. Your calendar shows what stood before.',
      'own-copy':
        'Undone as far as the calendar allows: an entry of your own holds the time, and the organizer was asked for a new invitation.',
      'nearest-answer': 'Undone as far as the calendar allows: it says “maybe” now.',
      'left-alone': 'The automatic answer no longer stood, so nothing was changed.',
    },
    leftAlone: 'Left as it is, as you wished.',
    asked: 'One question is open: what is this meeting for?',
    answerBy: (when) => `Open until ${when}.`,
    proposed: {
      meet: 'Something is proposed to you.',
      'meet-differently': 'A change is proposed to you.',
      'go-async': 'It is proposed to settle this in writing.',
      move: 'Another time is proposed to you.',
      decline: 'Nothing was answered. Another time is proposed to you.',
      ask: 'One question is open: what is this meeting for?',
      skip: 'Something is proposed to you.',
    },
    protectedTime: {
      move: 'It lies in protected time. You decide what becomes of it.',
      decline: 'Nothing was answered. It lies in protected time, and you answer it yourself.',
    },
    admitted: 'Nothing has to be done.',
    wouldHave: {
      decline: 'Nothing was done. It would have been declined.',
      tentative: 'Nothing was done. It would have been answered “maybe”, with a deadline.',
      prompt: 'Nothing was done. You would have been asked.',
    },
    heldBack: 'Automatic answers were held back at that time, so you were asked.',
    inWriting: 'It is being settled in writing.',
    inWritingUntil: (when) => `It is being settled in writing, until ${when}.`,
    decided: 'Decided in writing.',
    over: 'It is over.',
    judging: 'It is being looked at.',
    refused: {
      answerInvite: 'The calendar refused the answer. Please answer it yourself.',
      withdrawAnswer: 'The answer could not be taken back. Please change it in your calendar.',
      promptOwner: 'A mail to you could not be sent.',
      tellOwner: 'A mail to you could not be sent.',
      openThread: 'The document could not be created.',
      escalateThread: 'The short meeting could not be created.',
      holdTime: 'Time could not be held in your calendar.',
      releaseHold: 'Held time could not be released.',
    },
    inDoubt: 'A mail about it may not have reached you. It is not sent again.',
    answerInDoubt: 'An automatic answer was interrupted, and nobody knows whether it went out.',
  },
  de: {
    given: {
      accepted: 'Automatisch zugesagt.',
      declined: 'Automatisch abgelehnt.',
      tentative: 'Automatisch mit „vielleicht“ beantwortet.',
    },
    graceEnds: (when) => `Am ${when} wird abgelehnt, wenn bis dahin niemand eingreift.`,
    beingDeclined: 'Die Ablehnung ist unterwegs.',
    beingTentative: 'Die Antwort „vielleicht“ ist unterwegs.',
    beingWithdrawn: 'Zurückgenommen. Der Kalender folgt in wenigen Sekunden.',
    withdrawn: {
      restored: 'Die automatische Antwort wurde zurückgenommen. Im Kalender steht, was vorher dort stand.',
      'own-copy':
        'Zurückgenommen, soweit der Kalender es erlaubt: ein eigener Eintrag hält die Zeit, und um eine neue Einladung wurde gebeten.',
      'nearest-answer': 'Zurückgenommen, soweit der Kalender es erlaubt: dort steht jetzt „vielleicht“.',
      'left-alone': 'Die automatische Antwort stand nicht mehr, deshalb wurde nichts geändert.',
    },
    leftAlone: 'Bleibt auf Wunsch, wie es ist.',
    asked: 'Eine Frage ist offen: wofür ist diese Besprechung?',
    answerBy: (when) => `Offen bis ${when}.`,
    proposed: {
      meet: 'Ein Vorschlag liegt vor.',
      'meet-differently': 'Eine Änderung wird vorgeschlagen.',
      'go-async': 'Vorgeschlagen wird, dies schriftlich zu klären.',
      move: 'Eine andere Zeit wird vorgeschlagen.',
      decline: 'Nichts wurde beantwortet. Eine andere Zeit wird vorgeschlagen.',
      ask: 'Eine Frage ist offen: wofür ist diese Besprechung?',
      skip: 'Ein Vorschlag liegt vor.',
    },
    protectedTime: {
      move: 'Es liegt in geschützter Zeit. Was daraus wird, bleibt offen.',
      decline: 'Nichts wurde beantwortet. Es liegt in geschützter Zeit, und die Antwort bleibt offen.',
    },
    admitted: 'Nichts zu tun.',
    wouldHave: {
      decline: 'Nichts wurde getan. Es wäre abgelehnt worden.',
      tentative: 'Nichts wurde getan. Es wäre mit „vielleicht“ und einer Frist beantwortet worden.',
      prompt: 'Nichts wurde getan. Es wäre nachgefragt worden.',
    },
    heldBack: 'Automatische Antworten waren da angehalten, deshalb wurde gefragt.',
    inWriting: 'Es wird schriftlich geklärt.',
    inWritingUntil: (when) => `Es wird schriftlich geklärt, bis ${when}.`,
    decided: 'Schriftlich entschieden.',
    over: 'Es ist vorbei.',
    judging: 'Es wird gerade angesehen.',
    refused: {
      answerInvite: 'Der Kalender nahm die Antwort nicht an. Bitte selbst antworten.',
      withdrawAnswer: 'Die Antwort ließ sich nicht zurücknehmen. Bitte im Kalender ändern.',
      promptOwner: 'Eine E-Mail dazu ließ sich nicht senden.',
      tellOwner: 'Eine E-Mail dazu ließ sich nicht senden.',
      openThread: 'Das Dokument ließ sich nicht anlegen.',
      escalateThread: 'Die kurze Besprechung ließ sich nicht anlegen.',
      holdTime: 'Im Kalender ließ sich keine Zeit freihalten.',
      releaseHold: 'Freigehaltene Zeit ließ sich nicht freigeben.',
    },
    inDoubt: 'Eine E-Mail dazu kam vielleicht nicht an. Sie wird nicht noch einmal gesendet.',
    answerInDoubt: 'Eine automatische Antwort wurde unterbrochen, und niemand weiß, ob sie hinausging.',
  },
};
