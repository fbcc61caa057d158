import { describe, expect, it } from '@jest/globals';
import type { VisibleAct } from '../../src/sandbox/acts.ts';
import type { SandboxMail } from '../../src/sandbox/parts.ts';
import { type Books, declinesOf, openBooks, type PlayedInvite, type Told } from './check/books.ts';
import { checkBooks } from './check/check-books.ts';
import { playByTheRules } from './check/right-gate.ts';
import type { InviteKind } from './invites/planned-invite.ts';

const { all, books: playedBooks } = await playByTheRules(240);
/** A gate that tells of each decline. */
const opened = openBooks(playedBooks);
const told: ReadonlyMap<string, Told> = new Map(
  all.flatMap(({ invite: { uid, owners } }) =>
    owners.map(
      (mailbox) =>
        [
          `${uid} ${mailbox}`,
          { answered: declinesOf(opened.answersOf(uid, mailbox)).length, inDoubt: 0 },
        ] as const,
    ),
  ),
);
const books: Books = { ...playedBooks, told };
const uidsOf = (...kinds: readonly InviteKind[]) =>
  all.filter(({ invite }) => kinds.includes(invite.kind)).map(({ invite }) => invite.uid);
const firstOf = (kind: InviteKind, isMeant: (played: PlayedInvite) => boolean = () => true): string =>
  all.find((played) => played.invite.kind === kind && isMeant(played))?.invite.uid ?? 'none';
const isShared = ({ invite }: PlayedInvite) => invite.owners.length > 1 && invite.organizerIsInside;

const isDecline = (act: VisibleAct) => act.kind === 'answer' && act.detail === 'declined';
const declineOf = (uid: string) => books.acts.find((act) => isDecline(act) && act.uid === uid) as VisibleAct;
/** In the place of an act that did not happen, so that the others keep their numbers. */
const elsewhere: VisibleAct = { ...declineOf(firstOf('wednesday')), kind: 'mail', uid: null };
const mailOf = (uid: string) => books.mails.find(({ text }) => text.includes(uid)) as SandboxMail;

/** The books as a gate with one defect would have left them: `change` is applied to the acts of one meeting. */
function acts(uid: string, change: (act: VisibleAct) => VisibleAct): Books {
  return { ...books, acts: books.acts.map((act) => (act.uid === uid ? change(act) : act)) };
}

/** A calendar in which one Wednesday is held. */
const [anyCopy] = books.copies as [Books['copies'][number]];
const hold = {
  ...anyCopy,
  uid: 'hold',
  title: 'No-meeting day',
  startMs: Date.parse('2026-11-25T06:00:00Z'),
};
const held = { mailboxes: [hold.mailbox], weeks: 1 };

const wednesday = firstOf('wednesday');
const shared = firstOf('wednesday', isShared);
const answered = firstOf('answered-before');
const undone = firstOf('undone');

describe('the check of a fault run', () => {
  it('finds nothing in the books of a gate that does what it promises', () => {
    expect(checkBooks(all, books)).toEqual([]);
  });

  it('lets an offer be brought twice, and a decline go untold, only where the gate said that it does not know', () => {
    const twice = acts(shared, (act) =>
      isDecline(act) ? { ...act, comment: declineOf(shared).comment } : act,
    );
    const key = `${shared} ${ownerOf(shared)}`;
    const doubted = { ...twice, told: new Map([...told, [key, { answered: 0, inDoubt: 1 }]]) };
    expect(checkBooks(all, doubted)).toEqual([]);
    const untold = { ...twice, told: new Map([...told, [key, { answered: 0, inDoubt: 0 }]]) };
    expect(checkBooks(all, untold)).toHaveLength(2);
  });

  it('has seen every kind of invite', () => {
    expect(new Set(all.map(({ invite }) => invite.kind)).size).toBe(12);
    expect(uidsOf('wednesday', 'series-all').length).toBeGreaterThan(80);
  });

  it.each<[string, string, Books, string]>([
    [
      'an answer that was sent twice',
      wednesday,
      { ...books, acts: [...books.acts, declineOf(wednesday)] },
      '2 declines, not 1',
    ],
    [
      'an answer that never came',
      wednesday,
      acts(wednesday, (act) => (isDecline(act) ? elsewhere : act)),
      '0 declines, not 1',
    ],
    [
      'a decline without a reason',
      wednesday,
      acts(wednesday, (act) => (isDecline(act) ? { ...act, comment: 'I cannot make it.' } : act)),
      'without its reason',
    ],
    [
      'a second offer of one meeting',
      shared,
      acts(shared, (act) => (isDecline(act) ? { ...act, comment: declineOf(shared).comment } : act)),
      '2 offers in 2 declines',
    ],
    [
      'no offer at all',
      shared,
      acts(shared, (act) =>
        isDecline(act) ? { ...act, comment: act.comment?.replace(/https?:\S+/, '') ?? null } : act,
      ),
      '0 offers with a link',
    ],
    [
      'an answer over the one that the owner gave by hand',
      answered,
      {
        ...books,
        acts: [...books.acts, { ...declineOf(wednesday), uid: answered, from: ownerOf(answered) }],
      },
      '1 answers, not 0',
    ],
    [
      'a decline after the undo',
      undone,
      { ...books, acts: [...books.acts, { ...declineOf(undone), from: ownerOf(undone) }] },
      'declines after the undo',
    ],
    [
      'a mail that was sent twice',
      wednesday,
      { ...books, mails: [...books.mails, mailOf(wednesday)] },
      'sent twice',
    ],
    [
      'a decline that the gate took for one of the owner',
      wednesday,
      { ...books, told: new Map([...told].filter(([key]) => !key.startsWith(`${wednesday} `))) },
      'the gate set out to tell of 0 of 1 declines',
    ],
    [
      'a decline that the gate tells of and never gave',
      wednesday,
      {
        ...books,
        told: new Map([...told, [`${wednesday} ${ownerOf(wednesday)}`, { answered: 2, inDoubt: 0 }]]),
      },
      'the gate set out to tell of 2 of 1 declines',
    ],
    [
      'a copy with another title',
      wednesday,
      {
        ...books,
        copies: books.copies.map((copy) => (copy.uid === wednesday ? { ...copy, rest: 'other' } : copy)),
      },
      'differs in more than its answer',
    ],
    [
      'a copy that is gone',
      wednesday,
      { ...books, copies: books.copies.filter(({ uid }) => uid !== wednesday) },
      'the copy is gone',
    ],
    [
      'a meeting that nobody wanted',
      'an entry',
      {
        ...books,
        copies: [...books.copies, { ...books.copies[0], uid: 'strange' } as Books['copies'][number]],
      },
      'nobody planned',
    ],
    [
      'time that was held twice',
      'a hold',
      { ...books, held, copies: [...books.copies, hold, hold] },
      '1 holds were made twice',
    ],
    ['a calendar without its holds', 'a hold', { ...books, held }, '0 Wednesdays are held, not 1'],
    [
      'an occurrence that was passed by',
      firstOf('series-some'),
      acts(firstOf('series-some'), (act) => (act === declineOf(firstOf('series-some')) ? elsewhere : act)),
      '0 declines of',
    ],
  ])('finds %s', (_, uid, broken, finding) => {
    const found = checkBooks(all, broken);
    expect(found.map(({ what }) => what)).toContainEqual(expect.stringContaining(finding));
    // And blames nobody else.
    expect(found.every((one) => one.uid === uid || one.uid === null)).toBe(true);
  });
});

function ownerOf(uid: string): string {
  return all.find(({ invite }) => invite.uid === uid)?.invite.owners[0] ?? '';
}
