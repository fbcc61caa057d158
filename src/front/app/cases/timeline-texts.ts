import type { Texts } from '../texts.ts';
import type { StepFacts } from './case-view-types.ts';

interface TimelineTexts {
  readonly heading: string;
  readonly actors: Readonly<Record<'gate' | 'calendar' | 'deadline' | 'operator' | 'link' | 'you', string>>;
  readonly events: Readonly<Record<string, (facts: StepFacts) => string>>;
  /** By the button of an offer; `name` is that of whoever invited, null where nobody knows it. */
  readonly byInviter: {
    readonly unnamed: string;
    readonly converted: string;
    readonly threadOpened: (name: string | null) => string;
  };
  readonly otherEvent: string;
  readonly rule: (name: string) => string;
  readonly opened: string;
  readonly answered: Readonly<Record<'declined' | 'tentative', string>>;
  readonly mailed: Readonly<Record<string, string>>;
  readonly otherMail: string;
  readonly withdrawn: Readonly<Record<string, string>>;
  readonly threadOpened: string;
  readonly escalated: string;
  readonly planned: Readonly<Record<string, string>>;
  readonly dropped: Readonly<Record<string, string>>;
  readonly words: string;
  readonly wordsDropped: string;
  readonly toCome: Readonly<Record<string, string>>;
  readonly otherDeadline: string;
  readonly problemCode: (code: string) => string;
}

/** The steps of a case in words. Keys are the names of events, effects and deadlines. */
export const timelineTexts: Texts<TimelineTexts> = {
  en: {
    heading: 'What happened',
    actors: {
      gate: 'Meeting Gatekeeper',
      calendar: 'Your calendar',
      deadline: 'A deadline',
      operator: 'Whoever runs Meeting Gatekeeper',
      link: 'Somebody with the link',
      you: 'You',
    },
    events: {
      NEED_JUDGED: ({ need }) =>
        need === 'live'
          ? 'Need: people should meet for this.'
          : need === 'async'
            ? 'Need: this need not be live.'
            : 'Need: the invite does not say enough.',
      TIME_CHECKED: ({ ok }) =>
        ok === null
          ? 'Time: not known well enough.'
          : ok
            ? 'Time: nothing speaks against it.'
            : 'Time: it is protected.',
      CONVERTED: () => 'It is written instead of being met for.',
      JUSTIFIED: () => 'It was said what the meeting is for, so it was judged again.',
      PLANNED: () => 'It was planned here, with this verdict in sight.',
      CANCELLED: () => 'The meeting was cancelled.',
      OVERRODE: () => 'From now on this meeting is left alone.',
      ANSWERED: () => 'The invite was answered by hand. That answer stands.',
      CHANGED: ({ moved }) =>
        moved
          ? 'The meeting moved, so it was looked at again.'
          : 'The invite changed, so it was looked at again.',
      ANSWER_GIVEN: ({ answer }) =>
        answer === 'declined' ? 'The calendar took the decline.' : 'The calendar took the answer “maybe”.',
      ANSWER_REFUSED: () => 'The answer was not given. You were asked instead.',
      DEADLINE_PASSED: ({ deadline }) =>
        deadline === 'grace' ? 'The time to step in was over.' : 'A deadline passed.',
      DECIDED: () => 'It was decided.',
      ENDED: () => 'The meeting is over.',
    },
    byInviter: {
      unnamed: 'Whoever invited',
      converted: 'By the button of the offer: it is written instead of being met for.',
      threadOpened: (name) => `The document was created for ${name ?? 'whoever invited'}.`,
    },
    otherEvent: 'Something was noted.',
    rule: (name) => `Rule: ${name}.`,
    opened: 'The invite was seen for the first time.',
    answered: { declined: 'Declined for you.', tentative: 'Answered “maybe” for you.' },
    mailed: {
      offer: 'A better way was proposed to you by mail.',
      question: 'You were asked by mail what the meeting is for.',
      move: 'Another time was proposed to you by mail.',
      change: 'A change was proposed to you by mail.',
      answered: 'You were told by mail what was answered.',
      withdrawn: 'You were told by mail that the answer was taken back.',
      'in-doubt': 'You were told by mail that another mail may not have arrived.',
      'answer-in-doubt': 'You were told by mail that nobody knows whether the answer went out.',
      refused: 'You were told by mail what could not be done.',
      observed: 'You were told by mail what would have been answered.',
      'fell-back': 'You were told by mail that a rule answers no more.',
    },
    otherMail: 'You got a mail about it.',
    withdrawn: {
      restored: 'The answer was taken back. What stood before stands again.',
      'own-copy':
        'The calendar could not take the decline back: an entry of your own holds the time, and the organizer was asked for a new invitation.',
      'nearest-answer':
        'The calendar cannot leave an invitation open once it was answered: it says “maybe” now.',
      'left-alone': 'The automatic answer no longer stood, so nothing was changed.',
      'nothing-stood': 'There was nothing to take back.',
    },
    threadOpened: 'The document was created.',
    escalated: 'A short meeting was set up at the fairest time.',
    planned: {
      answerInvite: 'The answer is on its way.',
      withdrawAnswer: 'The answer is being taken back.',
      promptOwner: 'A mail to you is on its way.',
      tellOwner: 'A mail to you is on its way.',
      openThread: 'The document is being created.',
      escalateThread: 'A short meeting is being set up.',
    },
    dropped: {
      answerInvite: 'An answer was prepared and no longer needed.',
      withdrawAnswer: 'There was nothing to take back any more.',
      promptOwner: 'A mail was prepared and no longer needed.',
      tellOwner: 'A mail was prepared and no longer needed.',
      openThread: 'A document was prepared and no longer needed.',
      escalateThread: 'A short meeting was prepared and no longer needed.',
    },
    words: 'The words that were sent',
    wordsDropped: 'The calendar took the answer and dropped these words.',
    toCome: {
      question: 'Until then the question is open.',
      offer: 'Until then the proposal is open.',
      grace: 'It is declined, unless you step in.',
      thread: 'Answers in writing are due.',
      escalation: 'A short meeting is set up, if nothing is decided.',
    },
    otherDeadline: 'A deadline.',
    problemCode: (code) => `Code: ${code}`,
  },
  de: {
    heading: 'Was geschah',
    actors: {
      gate: 'Meeting Gatekeeper',
      calendar: 'Der Kalender',
      deadline: 'Eine Frist',
      operator: 'Wer Meeting Gatekeeper betreibt',
      link: 'Jemand mit dem Link',
      you: 'Ich',
    },
    events: {
      NEED_JUDGED: ({ need }) =>
        need === 'live'
          ? 'Bedarf: dafür sollten Menschen miteinander reden.'
          : need === 'async'
            ? 'Bedarf: das braucht keine Besprechung.'
            : 'Bedarf: die Einladung sagt zu wenig.',
      TIME_CHECKED: ({ ok }) =>
        ok === null
          ? 'Zeit: nicht genau genug bekannt.'
          : ok
            ? 'Zeit: nichts spricht dagegen.'
            : 'Zeit: sie ist geschützt.',
      CONVERTED: () => 'Es wird geschrieben statt besprochen.',
      JUSTIFIED: () => 'Der Zweck wurde genannt und die Besprechung damit neu beurteilt.',
      PLANNED: () => 'Hier geplant, mit diesem Urteil vor Augen.',
      CANCELLED: () => 'Die Besprechung wurde abgesagt.',
      OVERRODE: () => 'Von jetzt an bleibt diese Besprechung unberührt.',
      ANSWERED: () => 'Die Einladung wurde von Hand beantwortet. Diese Antwort gilt.',
      CHANGED: ({ moved }) =>
        moved
          ? 'Die Besprechung wurde verschoben und deshalb neu angesehen.'
          : 'Die Einladung änderte sich und wurde deshalb neu angesehen.',
      ANSWER_GIVEN: ({ answer }) =>
        answer === 'declined'
          ? 'Der Kalender nahm die Ablehnung an.'
          : 'Der Kalender nahm das „Vielleicht“ an.',
      ANSWER_REFUSED: () => 'Die Antwort wurde nicht gegeben. Stattdessen wurde gefragt.',
      DEADLINE_PASSED: ({ deadline }) =>
        deadline === 'grace' ? 'Die Zeit für einen Einspruch war vorbei.' : 'Eine Frist lief ab.',
      DECIDED: () => 'Es wurde entschieden.',
      ENDED: () => 'Die Besprechung ist vorbei.',
    },
    byInviter: {
      unnamed: 'Wer eingeladen hat',
      converted: 'Mit dem Knopf des Angebots: Es wird geschrieben statt besprochen.',
      threadOpened: (name) => `Das Dokument wurde für ${name ?? 'die einladende Person'} angelegt.`,
    },
    otherEvent: 'Etwas wurde vermerkt.',
    rule: (name) => `Regel: ${name}.`,
    opened: 'Die Einladung wurde zum ersten Mal gesehen.',
    answered: {
      declined: 'Automatisch abgelehnt.',
      tentative: 'Automatisch mit „vielleicht“ beantwortet.',
    },
    mailed: {
      offer: 'Ein besserer Weg wurde per E-Mail vorgeschlagen.',
      question: 'Per E-Mail wurde gefragt, wofür die Besprechung ist.',
      move: 'Eine andere Zeit wurde per E-Mail vorgeschlagen.',
      change: 'Eine Änderung wurde per E-Mail vorgeschlagen.',
      answered: 'Eine E-Mail sagte, was geantwortet wurde.',
      withdrawn: 'Eine E-Mail sagte, dass die Antwort zurückgenommen wurde.',
      'in-doubt': 'Eine E-Mail sagte, dass eine andere vielleicht nicht ankam.',
      'answer-in-doubt': 'Eine E-Mail sagte, dass niemand weiß, ob die Antwort hinausging.',
      refused: 'Eine E-Mail sagte, was nicht gelang.',
      observed: 'Eine E-Mail sagte, was beantwortet worden wäre.',
      'fell-back': 'Eine E-Mail sagte, dass eine Regel nicht mehr antwortet.',
    },
    otherMail: 'Eine E-Mail dazu ging ein.',
    withdrawn: {
      restored: 'Die Antwort wurde zurückgenommen. Was vorher galt, gilt wieder.',
      'own-copy':
        'Der Kalender konnte die Ablehnung nicht zurücknehmen: ein eigener Eintrag hält die Zeit, und um eine neue Einladung wurde gebeten.',
      'nearest-answer':
        'Der Kalender lässt eine beantwortete Einladung nicht mehr offen: dort steht jetzt „vielleicht“.',
      'left-alone': 'Die automatische Antwort stand nicht mehr, deshalb wurde nichts geändert.',
      'nothing-stood': 'Es gab nichts zurückzunehmen.',
    },
    threadOpened: 'Das Dokument wurde angelegt.',
    escalated: 'Eine kurze Besprechung zur fairsten Zeit wurde angelegt.',
    planned: {
      answerInvite: 'Die Antwort ist unterwegs.',
      withdrawAnswer: 'Die Antwort wird zurückgenommen.',
      promptOwner: 'Eine E-Mail ist unterwegs.',
      tellOwner: 'Eine E-Mail ist unterwegs.',
      openThread: 'Das Dokument wird angelegt.',
      escalateThread: 'Eine kurze Besprechung wird angelegt.',
    },
    dropped: {
      answerInvite: 'Eine vorbereitete Antwort wurde nicht mehr gebraucht.',
      withdrawAnswer: 'Es gab nichts mehr zurückzunehmen.',
      promptOwner: 'Eine vorbereitete E-Mail wurde nicht mehr gebraucht.',
      tellOwner: 'Eine vorbereitete E-Mail wurde nicht mehr gebraucht.',
      openThread: 'Ein vorbereitetes Dokument wurde nicht mehr gebraucht.',
      escalateThread: 'Eine vorbereitete kurze Besprechung wurde nicht mehr gebraucht.',
    },
    words: 'Der gesendete Text',
    wordsDropped: 'Der Kalender nahm die Antwort an und ließ diesen Text weg.',
    toCome: {
      question: 'Bis dahin ist die Frage offen.',
      offer: 'Bis dahin ist der Vorschlag offen.',
      grace: 'Dann wird abgelehnt, wenn bis dahin niemand eingreift.',
      thread: 'Dann sind schriftliche Antworten fällig.',
      escalation: 'Dann gibt es eine kurze Besprechung, wenn nichts entschieden ist.',
    },
    otherDeadline: 'Eine Frist.',
    problemCode: (code) => `Code: ${code}`,
  },
};
