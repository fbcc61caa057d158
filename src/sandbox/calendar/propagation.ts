import { blankOwn, newGuest } from './blank-event.ts';
import type { Copies } from './copies.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { EventCopy, OwnFields } from './event-copy.ts';
import { type GuestView, guestCopy, type Keeping } from './guest-copy.ts';
import { derivedProviderId } from './ids.ts';
import { addressOf, invited, invitedBefore, ownerOf, providerOf } from './invited.ts';
import { showAsFor } from './show-as.ts';

/** What an update of the organizer means for the guests who have a copy already. */
export interface News {
  /** A new time, rule or end made all answers open. */
  readonly reopensAll: boolean;
  /** The exceptions of the series no longer fit. */
  readonly dropsExceptions: boolean;
  /**
   * Guests whose copy comes back from Deleted Items, with an open answer; where it is about one occurrence, also those
   * who are invited anew to it.
   */
  readonly returning: ReadonlySet<string>;
  /** Occurrence that is open again, for everybody or for those of `returning`. */
  readonly renewed: { readonly originalStart: string; readonly forAll: boolean } | null;
}

export interface Propagation {
  /** Brings the state of the organizer's copy to all guests: new ones get a copy, gone ones keep a cancelled one. */
  readonly spread: (before: EventCopy | null, after: EventCopy, news: News) => void;
  /** Shows the new answer of a guest to the other guests on Google; the guest's own copy has it already. */
  readonly showAnswers: (organizer: EventCopy, answerer: string) => void;
}

const keepsAll: Keeping = { localFields: true, answers: true, occurrences: true, renewed: new Set() };
const keepsNothing: Keeping = { ...keepsAll, localFields: false, answers: false, occurrences: false };

export function createPropagation(deps: EngineDeps, copies: Copies): Propagation {
  const { people } = deps;

  function viewOf(mailbox: string): GuestView {
    const isOwner = ownerOf(mailbox, people);
    const person = people.find(mailbox);
    const isGoogle = person?.provider === 'google';
    const hasSelfEntry = isGoogle && deps.positions()['google.group-invitation'] === 'self-entry';
    return {
      isOwner,
      showsOthers: isGoogle,
      selfEntry: hasSelfEntry ? newGuest(mailbox, person.name) : null,
      isInvited: (guests) => invited(guests, '', people).has(mailbox),
    };
  }

  function welcome(mailbox: string, organizer: EventCopy): void {
    const present = copies.findByUid(mailbox, organizer.uid);
    const provider = providerOf(mailbox, people);
    const blank = { ...(present ?? newCopy(mailbox, organizer)), exceptions: {} };
    const copy = guestCopy(organizer, blank, viewOf(mailbox), keepsNothing);
    const answer = copy.fields.guests.find(ownerOf(mailbox, people))?.answer ?? 'needsAction';
    const own: OwnFields = { ...blank.own, showAs: showAsFor(provider, answer, organizer.own.showAs) };
    const isDeclined = provider === 'microsoft' && answer === 'declined';
    copies.write({ ...copy, own, folder: isDeclined ? 'deleted' : 'calendar' });
  }

  function newCopy(mailbox: string, organizer: EventCopy): EventCopy {
    const key = deps.newId(40);
    const person = people.find(mailbox);
    const providerId = person?.provider === 'google' ? sharedId(organizer) : key;
    const hidden = person?.provider === 'google' && person.hidesInvitations;
    const nowMs = deps.clock.nowMs();
    return {
      ...organizer,
      key,
      mailbox,
      providerId,
      own: blankOwn,
      hidden,
      transactionId: null,
      createdMs: nowMs,
      version: 0,
    };
  }

  /** All Google copies of an event have one id. */
  function sharedId({ mailbox, providerId, uid }: EventCopy): string {
    return providerOf(mailbox, people) === 'google' ? providerId : derivedProviderId(uid);
  }

  function inform(present: EventCopy, organizer: EventCopy, news: News): void {
    if (present.folder === 'purged') return;
    const { mailbox } = present;
    const { renewed } = news;
    const returns = news.returning.has(mailbox);
    const comesBack = returns && renewed === null;
    const isRenewed = renewed !== null && (renewed.forAll || returns);
    const copy = guestCopy(organizer, present, viewOf(mailbox), {
      localFields: false,
      answers: !news.reopensAll && !comesBack,
      occurrences: !news.dropsExceptions && !comesBack,
      renewed: new Set(isRenewed ? [renewed.originalStart] : []),
    });
    if (!news.reopensAll && !comesBack) {
      copies.write(copy);
      return;
    }
    const showAs = showAsFor(providerOf(mailbox, people), 'needsAction', organizer.own.showAs);
    copies.write({ ...copy, own: { ...copy.own, showAs }, folder: 'calendar' });
  }

  function callOff(present: EventCopy): void {
    if (present.folder === 'purged') return;
    const folder = providerOf(present.mailbox, people) === 'google' ? 'purged' : present.folder;
    copies.write({ ...present, fields: { ...present.fields, cancelled: true }, folder });
  }

  function spread(before: EventCopy | null, after: EventCopy, news: News): void {
    const [listBefore, list] = [listOf(before), listOf(after)];
    const was = withMailbox(invitedBefore(listBefore, list, after.mailbox, people));
    const is = withMailbox(invited(list, after.mailbox, people));
    for (const mailbox of was) {
      const present = is.has(mailbox) ? null : copies.findByUid(mailbox, after.uid);
      if (present) callOff(present);
    }
    for (const mailbox of is) {
      const present = was.has(mailbox) ? copies.findByUid(mailbox, after.uid) : null;
      if (present) inform(present, after, news);
      else welcome(mailbox, after);
    }
  }

  function withMailbox(guests: ReadonlySet<string>): ReadonlySet<string> {
    return new Set(
      [...guests].filter((mailbox) => providerOf(addressOf(mailbox, people), people) !== 'outside'),
    );
  }

  return {
    spread,
    showAnswers: (organizer, answerer) => {
      for (const mailbox of withMailbox(invited(organizer.fields.guests, organizer.mailbox, people))) {
        if (mailbox === answerer) continue;
        const present = copies.findByUid(mailbox, organizer.uid);
        if (!present || present.folder === 'purged' || providerOf(mailbox, people) !== 'google') continue;
        copies.write(guestCopy(organizer, present, viewOf(mailbox), keepsAll));
      }
    },
  };
}

/** Nobody is on the list before there is a meeting, or once it is called off. */
function listOf(organizer: EventCopy | null): EventCopy['fields']['guests'] {
  return organizer === null || organizer.fields.cancelled ? [] : organizer.fields.guests;
}
