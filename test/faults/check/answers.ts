import { occurrenceKey } from '../../../src/sandbox/calendar/calendar-engine.ts';
import type { InviteKind } from '../invites/planned-invite.ts';
import type { CopyView } from '../world/copy-view.ts';
import {
  declinesOf,
  type GateAnswer,
  lastStep,
  type OpenBooks,
  type PlayedInvite,
  type Violation,
  violation,
} from './books.ts';

/** One owner's side of one invite. */
interface Side {
  readonly played: PlayedInvite;
  readonly mailbox: string;
  /** By the gate, declines only. */
  readonly declines: readonly GateAnswer[];
  /** By the gate, everything else: what it took back. */
  readonly others: readonly GateAnswer[];
  readonly copy: CopyView | null;
}

/** What is wrong, in words. */
type Findings = readonly string[];

/**
 * A request that was on its way when the organizer moved or cancelled the meeting arrives after it, and Graph has no
 * precondition for answers. Milliseconds; as long as a provider is asked again for one answer.
 */
const onItsWayMs = 90_000;

/** What must have been answered, by kind of invite. Written from the promises, without the code that keeps them. */
const expected: Readonly<Record<InviteKind, (side: Side) => Findings>> = {
  wednesday: declinedOnce,
  rewritten: declinedOnceOrReopened,
  'series-all': declinedOnce,
  'other-day': untouched,
  own: untouched,
  'answered-before': untouched,
  'series-some': ({ played, declines, others, copy }) => [
    ...count('withdrawals', others.length, 0),
    ...played.invite.wednesdays.flatMap((startMs) => {
      const key = occurrenceKey({ kind: 'instant', ms: startMs, zone: 'UTC' });
      const about = declines.filter(({ originalStart }) => originalStart === key);
      const shown = copy?.occurrences[key]?.answer;
      return [
        ...count(`declines of ${key}`, about.length, 1),
        ...(shown === 'declined' ? [] : [`${key} shows ${shown ?? 'no answer of its own'}, not declined`]),
      ];
    }),
    ...count('declines in all', declines.length, played.invite.wednesdays.length),
    ...shows(copy, ['needsAction']),
  ],
  'answered-after': (side) => {
    const step = lastStep(side.played, 'answered', side.mailbox);
    if (step === null) return declinedOnce(side);
    return [
      ...count('declines', side.declines.length, 1),
      ...count('answers after the one by hand', after(side, step.moment.acts).length, 0),
      ...shows(side.copy, ['accepted']),
    ];
  },
  'moved-off': ({ declines, copy }) => [
    ...atMost('declines', declines.length, 1),
    ...shows(copy, ['needsAction', 'tentative']),
  ],
  'moved-to': (side) => {
    const step = lastStep(side.played, 'moved');
    const early = side.declines.filter(({ number }) => step !== null && number <= step.moment.acts);
    return [...count('declines before it was on Wednesday', early.length, 0), ...declinedOnce(side)];
  },
  cancelled: ({ played, declines, others }) => {
    const step = lastStep(played, 'cancelled');
    const late = [...declines, ...others].filter(
      ({ atMs }) => step !== null && atMs > step.moment.atMs + onItsWayMs,
    );
    return [
      ...atMost('declines', declines.length, 1),
      ...count('answers to a cancelled meeting', late.length, 0),
    ];
  },
  undone: (side) => {
    const step = lastStep(side.played, 'undone', side.mailbox);
    if (step === null) return declinedOnceOrReopened(side);
    const later = after(side, step.moment.acts);
    const always = [
      ...count('declines', side.declines.length, 1),
      ...count('declines after the undo', declinesOf(later).length, 0),
    ];
    // Written anew before the undo was carried out, it is open again without anybody's answer.
    if (side.others.length === 0 && isReopened(side))
      return [...always, ...shows(side.copy, ['needsAction'])];
    return [
      ...always,
      ...count('withdrawals', side.others.length, 1),
      // Outlook cannot make an invitation open again: the nearest answer is the stated second way.
      ...shows(side.copy, isOnOutlook(side.mailbox) ? ['tentative'] : ['needsAction']),
    ];
  },
};

/** Every owner's answers to every invite. */
export function checkAnswers(all: readonly PlayedInvite[], books: OpenBooks): Violation[] {
  return all.flatMap((played) => {
    const { uid, kind, owners, organizer } = played.invite;
    const sides = owners.map((mailbox) => sideOf(played, mailbox, books));
    const ownActs = books.answersOf(uid, organizer).length;
    return [
      ...sides.flatMap((side) =>
        [...expected[kind](side), ...reasonless(side)].map((what) => violation(uid, side.mailbox, what)),
      ),
      ...(ownActs === 0 ? [] : [violation(uid, organizer, `${ownActs} answers of the organizer`)]),
    ];
  });
}

function sideOf(played: PlayedInvite, mailbox: string, books: OpenBooks): Side {
  const { uid } = played.invite;
  const answers = books.answersOf(uid, mailbox);
  const declines = declinesOf(answers);
  const others = answers.filter(({ detail }) => detail !== 'declined');
  return { played, mailbox, declines, others, copy: books.copyOf(uid, mailbox) };
}

function declinedOnce({ declines, others, copy }: Side): Findings {
  return [
    ...count('declines', declines.length, 1),
    ...count('withdrawals', others.length, 0),
    ...declines.flatMap(({ originalStart }) =>
      originalStart === null ? [] : [`${originalStart} was declined alone, not the whole`],
    ),
    ...shows(copy, ['declined']),
  ];
}

/**
 * Outlook brings a declined meeting back as an open one when its organizer changes it. The organizer knows the answer
 * already, so it may stay open; where it is answered again, that is once for what was written anew.
 */
function declinedOnceOrReopened(side: Side): Findings {
  const step = lastStep(side.played, 'rewritten');
  const earlier = side.declines.filter(({ number }) => number <= (step?.moment.acts ?? 0));
  if (earlier.length === 0 || !isReopened(side)) return declinedOnce(side);
  return [
    ...count('declines before it was written anew', earlier.length, 1),
    ...atMost('declines since', side.declines.length - earlier.length, 1),
    ...shows(side.copy, ['declined', 'needsAction']),
  ];
}

/** Whether the calendar showed it as open right after the organizer wrote it anew. */
function isReopened({ played, mailbox }: Side): boolean {
  const copies = lastStep(played, 'rewritten')?.moment.copies ?? [];
  return copies.find((copy) => copy.mailbox === mailbox)?.answer === 'needsAction';
}

function untouched({ declines, others }: Side): Findings {
  return count('answers', declines.length + others.length, 0);
}

/** A no says why. Outsiders get words as well, but no text of the policy and no link. */
function reasonless({ played, declines }: Side): Findings {
  const isSaid = played.invite.organizerIsInside
    ? (comment: string) => /wednesday|no-meeting|free of meetings|without meetings/i.test(comment)
    : (comment: string) => comment.length > 20 && !/https?:/.test(comment);
  return declines.flatMap(({ comment }) =>
    isSaid(comment ?? '') ? [] : [`a decline without its reason: ${JSON.stringify(comment)}`],
  );
}

function after({ declines, others }: Side, acts: number): readonly GateAnswer[] {
  return [...declines, ...others].filter(({ number }) => number > acts);
}

function shows(copy: CopyView | null, wanted: readonly (string | null)[]): Findings {
  const shown = copy?.answer ?? null;
  return wanted.includes(shown) ? [] : [`the calendar shows ${shown}, not ${wanted.join(' or ')}`];
}

function count(of: string, is: number, wanted: number): Findings {
  return is === wanted ? [] : [`${is} ${of}, not ${wanted}`];
}

function atMost(of: string, is: number, most: number): Findings {
  return is <= most ? [] : [`${is} ${of}, at most ${most}`];
}

/** Mailboxes alternate, see `faultPeople`. */
function isOnOutlook(mailbox: string): boolean {
  return Number(/-(\d+)@/.exec(mailbox)?.[1]) % 2 === 0;
}
