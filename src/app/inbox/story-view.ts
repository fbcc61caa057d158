import type { Verdict } from '../../core/gate/verdict.ts';
import type { Meeting } from '../../core/meeting/meeting.ts';
import type { Policy } from '../../core/meeting/policy.ts';
import { type Draft, draftOffer } from '../../core/offer/draft.ts';
import { policyInForce } from '../cases/policy-in-force.ts';
import { meetingOf } from '../effects/meeting-of.ts';
import type { GateDeps } from '../gate-deps.ts';
import { caseAlternative } from '../offers/case-alternative.ts';
import type { CaseRecord } from '../ports/store/cases.ts';
import type { DeadlineRecord } from '../ports/store/deadlines.ts';
import type { MailboxRecord } from '../ports/store/mailboxes.ts';
import type { OfferRecord, ThreadRecord } from '../ports/store/offers.ts';
import type { StoreTransaction } from '../ports/store/store.ts';
import { type CaseStatus, caseStatus, changesToShow } from './case-status.ts';
import { ownCase } from './own-case.ts';
import { type StoryQuestions, storyQuestions } from './story-questions.ts';
import { type StoryStep, storySteps } from './story-steps.ts';

/** Everything about one case, for its owner. Titles, names, words and drafts are text of an invite. */
export interface Story {
  readonly id: string;
  readonly status: CaseStatus;
  readonly title: string | null;
  readonly isPrivate: boolean;
  /** Epoch milliseconds; null where unknown. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly organizer: string | null;
  readonly isOwn: boolean;
  /** Of the owner's calendar. */
  readonly provider: MailboxRecord['provider'];
  readonly openedMs: number;
  readonly verdict: Verdict | null;
  readonly rule: string | null;
  readonly questions: StoryQuestions;
  /** What the gate proposes, in sentences. */
  readonly changes: readonly string[];
  readonly offer: {
    readonly draft: Draft;
    /** The answer carried it; else it would be offered. */
    readonly wasMade: boolean;
  } | null;
  readonly thread: StoryThread | null;
  readonly steps: readonly StoryStep[];
  readonly deadlines: readonly Pick<DeadlineRecord, 'name' | 'dueMs'>[];
  /** Of a series: the cases of its occurrences, or of one of them the series; by start. */
  readonly related: readonly {
    readonly id: string;
    readonly startMs: number | null;
    readonly isWhole: boolean;
    readonly status: CaseStatus;
  }[];
  /** Why the owner wants it left alone, in their own words. */
  readonly note: string | null;
  readonly acts: StoryActs;
  readonly technical: Pick<
    CaseRecord,
    'uid' | 'occurrence' | 'entryId' | 'mailboxId' | 'state' | 'revision' | 'fingerprint'
  >;
}

interface StoryThread {
  readonly documentUrl: string | null;
  readonly openedMs: number;
  readonly isEscalated: boolean;
  readonly decision: {
    readonly what: string;
    readonly why: string | null;
    readonly notChosen: readonly string[];
    readonly by: string | null;
    readonly atMs: number;
  } | null;
}

/** What the owner can do now. */
interface StoryActs {
  /** Take the answer back. */
  readonly undo: boolean;
  /** Leave the meeting alone from now on. */
  readonly override: boolean;
  /** Say what it is for, and have it judged again. */
  readonly justify: boolean;
  readonly decide: boolean;
}

const mostRelated = 60;

/** The story of a case of the mailbox with this address; null where there is none, also where it is somebody else's. */
export function storyView(
  deps: Pick<GateDeps, 'store' | 'policies' | 'clock'>,
  organizationId: string,
  address: string,
  caseId: string,
): Promise<Story | null> {
  return deps.store.inOrganization(organizationId, async (tx): Promise<Story | null> => {
    const own = await ownCase(tx, address, caseId);
    if (own === null) return null;
    const { record, mailbox } = own;
    const policy = await policyInForce(tx, deps, mailbox, await tx.organizations.read());
    const meeting = await meetingOf(tx, record);
    const belongings = await tx.cases.belongingsOf([record.id]);
    const status = caseStatus(record, belongings);
    const thread = await tx.threads.find(record.id);
    return {
      id: record.id,
      status,
      ...meetingPart(meeting, record, address),
      provider: mailbox.provider,
      openedMs: record.openedMs,
      verdict: record.verdict,
      rule: record.rule,
      questions: storyQuestions(record, meeting, { address, policy }),
      changes: changesToShow(record),
      offer: offerOf(record, meeting, policy, thread, await tx.cases.offerOf(record.id)),
      thread: thread && threadPart(thread),
      steps: storySteps(await tx.log.ofCase(record.id), await tx.cases.effectsOf(record.id)),
      deadlines: belongings.deadlines.map(({ name, dueMs }) => ({ name, dueMs })),
      related: await relatedOf(tx, record),
      note: await tx.cases.noteOf(record.id),
      acts: actsOf(record, status),
      technical: technicalOf(record),
    };
  });
}

function meetingPart(
  meeting: Meeting | null,
  { startMs, endMs, occurrence }: CaseRecord,
  address: string,
): Pick<Story, 'title' | 'isPrivate' | 'startMs' | 'endMs' | 'organizer' | 'isOwn'> {
  const organizer = meeting?.organizer ?? null;
  return {
    title: meeting === null || meeting.isPrivate ? null : meeting.summary,
    isPrivate: meeting?.isPrivate ?? false,
    startMs,
    // The end of a series is that of its last occurrence.
    endMs: meeting?.recurrence && occurrence === '' ? null : endMs,
    organizer: organizer?.name ?? organizer?.email ?? null,
    isOwn: organizer !== null && (organizer.self || organizer.email === address),
  };
}

/** The draft that was offered or begun; else the one that would be. */
function offerOf(
  record: CaseRecord,
  meeting: Meeting | null,
  policy: Policy,
  thread: ThreadRecord | null,
  offer: OfferRecord | null,
): Story['offer'] {
  const made = thread?.draft ?? offer?.draft ?? null;
  if (made !== null) return { draft: made, wasMade: true };
  const isFine = record.verdict === 'meet' || record.verdict === 'skip' || record.verdict === null;
  if (meeting === null || meeting.isPrivate || isFine) return null;
  return { draft: draftOffer(meeting, caseAlternative(record), policy, record.openedMs), wasMade: false };
}

function threadPart({
  documentUrl,
  openedMs,
  escalatedEntryId,
  decidedMs,
  decision,
}: ThreadRecord): StoryThread {
  const said = (decision ?? {}) as Partial<NonNullable<StoryThread['decision']>>;
  return {
    documentUrl,
    openedMs,
    isEscalated: escalatedEntryId !== null,
    decision:
      decidedMs === null
        ? null
        : {
            what: said.what ?? '',
            why: said.why ?? null,
            notChosen: said.notChosen ?? [],
            by: said.by ?? null,
            atMs: decidedMs,
          },
  };
}

async function relatedOf(tx: StoreTransaction, record: CaseRecord): Promise<Story['related']> {
  const all = await tx.cases.ofMeeting(record.mailboxId, record.uid, mostRelated);
  const others = all.filter(({ id, occurrence }) => id !== record.id && occurrence !== record.occurrence);
  const belongings = await tx.cases.belongingsOf(others.map(({ id }) => id));
  return others.map((other) => ({
    id: other.id,
    startMs: other.startMs,
    isWhole: other.occurrence === '',
    status: caseStatus(other, belongings),
  }));
}

function actsOf(record: CaseRecord, { state, answer }: CaseStatus): StoryActs {
  const isAnswered = answer.kind === 'given' || answer.kind === 'being-given';
  return {
    undo: isAnswered && !record.overridden,
    override: !record.overridden && (!record.closed || isAnswered),
    justify: record.state === 'declined' || record.state.startsWith('waiting'),
    decide: state === 'in-writing' && !record.closed,
  };
}

function technicalOf({
  uid,
  occurrence,
  entryId,
  mailboxId,
  state,
  revision,
  fingerprint,
}: CaseRecord): Story['technical'] {
  return { uid, occurrence, entryId, mailboxId, state, revision, fingerprint };
}
