import type { OwnerMail } from './owner-mail.tsx';

type Answered = OwnerMail['answer'];

interface MailText {
  readonly subject: (answer: Answered) => string;
  readonly headline: (answer: Answered) => string;
  /** What the link does. */
  readonly action: string;
  /** Words of a second link, where the gate asks something and can be told that it is wrong. */
  readonly objection?: string;
}

const given = (answer: Answered): string => (answer === 'tentative' ? 'tentatively accepted' : 'declined');
const see = 'See the case';
const objection = 'This has to be live';

/** What a mail is about, in its subject, its first sentence, and the words of its link. */
export const mailTexts: Readonly<Record<OwnerMail['about'], MailText>> = {
  offer: {
    subject: () => 'A proposal for this invite',
    headline: () =>
      'There is a better way for this invite. Nothing was answered; here is what the gate proposes.',
    action: 'Open the case with the draft',
    objection,
  },
  question: {
    subject: () => 'What is this meeting for?',
    headline: () => 'The invite does not say enough to tell whether it has to be live. Nothing was answered.',
    action: see,
    objection,
  },
  move: {
    subject: () => 'This meeting is at a protected time',
    headline: () => 'Your meeting is at a time that is protected for somebody in it. Nothing was changed.',
    action: see,
  },
  change: {
    subject: () => 'This meeting could be better',
    headline: () => 'This meeting is right to be live, and could be made better. Nothing was changed.',
    action: see,
  },
  answered: {
    subject: (answer) => `Automatically ${given(answer)}`,
    headline: (answer) => `The gate has ${given(answer)} this invite for you.`,
    action: 'Undo, or see why',
  },
  withdrawn: {
    subject: () => 'The automatic answer was taken back',
    headline: () => 'The automatic answer to this invite was taken back.',
    action: see,
  },
  'in-doubt': {
    subject: () => 'A mail about this may be missing',
    headline: () => 'The gate was interrupted and cannot tell whether a mail to you was sent.',
    action: 'See what was done, and undo it',
  },
  'answer-in-doubt': {
    subject: () => 'It is not certain whether this was answered',
    headline: () =>
      'The gate was interrupted while it answered this invite, and cannot tell whether the answer went out.',
    action: see,
  },
  refused: {
    subject: () => 'Something could not be done',
    headline: () => 'The gate could not do what it meant to do. It needs you.',
    action: see,
  },
  observed: {
    subject: () => 'What the gate would have done',
    headline: () =>
      'The gate has watched your calendar and done nothing. From now on it acts as your policy says.',
    action: see,
  },
  'fell-back': {
    subject: () => 'A rule only proposes from now on',
    headline: () => 'A rule answered more invites than was forecast, so it stopped by itself.',
    action: see,
  },
};
