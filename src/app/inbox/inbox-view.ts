import type { Verdict } from '../../core/gate/verdict.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import type { Reason } from '../../core/need/need.ts';
import { meetingOf } from '../effects/meeting-of.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { ProblemCode } from '../ports/problem.ts';
import type { CaseBelongings, CaseRecord, CaseShelf, ShelfPlace, ShelvedCase } from '../ports/store/cases.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type CaseStatus, caseStatus, decidingReason } from './case-status.ts';
import type { OwnMailbox } from './own-case.ts';

/** One case in the list. Title and organizer are text of an invite. */
interface InboxCase extends CaseStatus {
  readonly id: string;
  /** Null where the meeting has no title, is private or is not known any more. */
  readonly title: string | null;
  readonly isPrivate: boolean;
  /** Epoch milliseconds; null where unknown. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Name or address; null where unknown. */
  readonly organizer: string | null;
  /** The owner called it. */
  readonly isOwn: boolean;
  /** One of its occurrences, and not the whole. */
  readonly isOccurrence: boolean;
  readonly verdict: Verdict | null;
  readonly reason: Pick<Reason, 'rule' | 'because'> | null;
}

export interface Inbox {
  readonly kind: 'inbox';
  readonly shelf: CaseShelf;
  /** Of the calendar: what can be undone depends on it. */
  readonly provider: OwnMailbox['provider'];
  /** How many cases need the owner; not counted beyond `mostCounted`. */
  readonly needsYou: number;
  readonly cases: readonly InboxCase[];
  readonly isFirstPage: boolean;
  /** Where the next page begins; null where this is the last one. */
  readonly older: string | null;
  /** While the mailbox is only observed: until when, and answers by rule that would have been given so far. */
  readonly observing: {
    readonly untilMs: number | null;
    readonly byRule: Readonly<Record<string, number>>;
  } | null;
  /** Whether the owner's own pause holds. */
  readonly isPaused: boolean;
  /** Since when all answers of the organization are stopped; null where they are not. */
  readonly stoppedMs: number | null;
  /** What keeps the mailbox from working; null where nothing does. */
  readonly problem: ProblemCode | null;
}

/** `not-connected`: nobody connected a mailbox with this address. */
export type InboxView = Inbox | { readonly kind: 'not-connected'; readonly address: string };

const perPage = 30;
const mostCounted = 99;

/**
 * The cases of the mailbox with this address, one page of a shelf.
 *
 * @param asked null: what needs the owner, or all where nothing does
 * @param after `older` of the page before; anything else is the first page
 */
export function inboxView(
  { store, policies, clock }: Pick<GateDeps, 'store' | 'policies' | 'clock'>,
  organizationId: string,
  address: string,
  { shelf: asked, after }: { readonly shelf: CaseShelf | null; readonly after: string | null },
): Promise<InboxView> {
  return store.inOrganization(organizationId, async (tx): Promise<InboxView> => {
    const mailbox = await tx.mailboxes.findByAddress(address);
    if (mailbox === null) return { kind: 'not-connected', address };
    const needsYou = await tx.cases.countNeedingOwner(mailbox.id, mostCounted);
    const shelf = asked ?? (needsYou > 0 ? 'needs-you' : 'all');
    const place = placeOf(after);
    // One more than is shown, to see whether there is another page.
    const page = { after: place, most: perPage + 1 };
    const found = await tx.cases.onShelf(mailbox.id, shelf, page);
    const shown = found.slice(0, perPage);
    const belongings = await tx.cases.belongingsOf(shown.map(({ record }) => record.id));
    const entries = await entriesOf(tx, mailbox, shown);
    const cases: InboxCase[] = [];
    for (const { record } of shown) {
      const meeting = entries.get(record.entryId) ?? (await meetingOf(tx, record));
      cases.push(inboxCase(mailbox, record, meeting, belongings));
    }
    const organization = await tx.organizations.read();
    const policy = await policies.policyOf(organization.policyText, address, clock.nowMs());
    const last = shown.at(-1);
    return {
      kind: 'inbox',
      shelf,
      provider: mailbox.provider,
      needsYou,
      cases,
      isFirstPage: place === null,
      older: last && found.length > perPage ? placeText(last.place) : null,
      observing: await observingOf(tx, mailbox),
      isPaused: policy.paused,
      stoppedMs: organization.answersStoppedMs,
      problem: mailbox.problem?.code ?? null,
    };
  });
}

/** The meetings of a page that still stand where they were looked at last, by entry, in one question. */
async function entriesOf(
  { cases }: StoreTransaction,
  { id }: OwnMailbox,
  shown: readonly ShelvedCase[],
): Promise<ReadonlyMap<string, Meeting>> {
  const records = await cases.entriesOf(
    id,
    shown.map(({ record }) => record.entryId),
  );
  const there = records.filter(({ removedMs }) => removedMs === null);
  return new Map(there.map(({ entryId, entry }) => [entryId, entry.meeting]));
}

function inboxCase(
  { address }: OwnMailbox,
  record: CaseRecord,
  meeting: Meeting | null,
  belongings: CaseBelongings,
): InboxCase {
  const reason = decidingReason(record);
  const organizer = meeting?.organizer ?? null;
  const { id, startMs, endMs, verdict, occurrence } = record;
  return {
    ...caseStatus(record, belongings),
    id,
    title: meeting === null || meeting.isPrivate ? null : meeting.summary,
    isPrivate: meeting?.isPrivate ?? false,
    startMs,
    // The end of a series is that of its last occurrence, and says nothing about the next one.
    endMs: meeting?.recurrence && occurrence === '' ? null : endMs,
    organizer: organizer?.name ?? organizer?.email ?? null,
    isOwn: organizer !== null && (organizer.self || organizer.email === address),
    isOccurrence: occurrence !== '',
    verdict,
    reason: reason && { rule: reason.rule, because: reason.because },
  };
}

async function observingOf(
  tx: StoreTransaction,
  { id, state, observingUntilMs, connectedMs }: OwnMailbox,
): Promise<Inbox['observing']> {
  if (state !== 'observing') return null;
  return { untilMs: observingUntilMs, byRule: await tx.cases.countWouldAnswer(id, connectedMs) };
}

function placeText({ ms, seq }: ShelfPlace): string {
  return `${ms ?? ''}.${seq}`;
}

function placeOf(text: string | null): ShelfPlace | null {
  const found = /^(-?\d{0,15})\.(\d{1,15})$/.exec(text ?? '');
  if (found === null) return null;
  const ms = Number(found[1]);
  return { ms: found[1] === '' ? null : ms, seq: Number(found[2]) };
}
