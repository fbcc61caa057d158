import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { judgeMailbox } from '../../../src/app/cases/judge-mailbox.ts';
import type { JudgingDeps } from '../../../src/app/cases/judging.ts';
import { reportToCase } from '../../../src/app/cases/report-to-case.ts';
import type { CalendarEntry } from '../../../src/app/ports/calendar.ts';
import type { CaseRecord, CaseStep } from '../../../src/app/ports/store/cases.ts';
import type { EffectRecord } from '../../../src/app/ports/store/effects.ts';
import type { MailboxRecord } from '../../../src/app/ports/store/mailboxes.ts';
import type { StoreTransaction } from '../../../src/app/ports/store/store.ts';
import type { Providers } from '../../../src/app/ports/surroundings.ts';
import type { CaseEvent } from '../../../src/core/gate/case-events.ts';
import type { Policy } from '../../../src/core/meeting/policy.ts';
import { me } from '../../core/gate/invites.ts';
import { freeDay, policy } from '../../core/time/samples.ts';
import { openTestStore, type TestStore } from '../../support/test-store.ts';

/** A Wednesday; the samples' invite is a week later, on a day that is kept free. */
export const startMs = Date.parse('2026-11-18T09:00:00Z');

/** A mailbox under the gate, with hands for what happens around it. */
export interface Gate {
  readonly deps: JudgingDeps;
  readonly organizationId: string;
  readonly mailboxId: string;
  readonly inside: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /** The mailbox shows these entries, and they are judged. */
  readonly see: (...entries: readonly CalendarEntry[]) => Promise<void>;
  /** These entries are gone, and that is judged. */
  readonly lose: (...entryIds: readonly string[]) => Promise<void>;
  readonly setNow: (ms: number) => void;
  /** The written policy from now on. */
  readonly setPolicy: (changes: Partial<Policy>) => void;
  /** Oldest first. */
  readonly cases: () => Promise<readonly CaseRecord[]>;
  readonly steps: (caseId: string) => Promise<readonly CaseStep[]>;
  /** What is to be carried out, in order. */
  readonly open: (caseId: string) => Promise<readonly EffectRecord[]>;
  /** Carries out what is open as calendars do that take everything; gives the kinds. */
  readonly carryOut: (caseId: string) => Promise<readonly string[]>;
  readonly report: (caseId: string, event: CaseEvent) => Promise<void>;
}

export interface GateOptions {
  readonly mailbox?: Partial<MailboxRecord>;
  readonly policy?: Partial<Policy>;
  /** Outlook: a declined entry leaves the calendar. */
  readonly declineKeepsEntry?: boolean;
}

/** One store for a file of tests; each gate has an organization of its own in it. */
export function gates(): (options?: GateOptions) => Promise<Gate> {
  let opened: TestStore | null = null;
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(async () => opened?.close());
  return (options) => {
    if (opened === null) throw new Error('the store is not open yet');
    return openGate(opened, options);
  };
}

async function openGate({ store }: TestStore, options: GateOptions = {}): Promise<Gate> {
  let nowMs = startMs;
  let written = policy({ ...freeDay(3), ...options.policy });
  const { declineKeepsEntry = true } = options;
  const provider = { capabilities: { declineKeepsEntry } } as Providers['google'];
  const deps: JudgingDeps = {
    store,
    providers: { google: provider, microsoft: provider },
    policies: { policyOf: async () => written },
    clock: { nowMs: () => nowMs },
    chance: { uuid: randomUUID, secret: randomUUID },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const [organizationId, mailboxId] = [randomUUID(), randomUUID()];
  await store.directory.createOrganization({ id: organizationId, name: 'Test', createdMs: nowMs });
  const inside: Gate['inside'] = (work) => store.inOrganization(organizationId, work);
  await inside((tx) => tx.mailboxes.add({ ...blankMailbox, id: mailboxId, ...options.mailbox }));
  const judgeAll = async () => {
    await judgeMailbox(deps, organizationId, mailboxId);
  };
  const open: Gate['open'] = (caseId) => inside((tx) => tx.effects.openOf({ id: randomUUID(), caseId }));
  return {
    deps,
    organizationId,
    mailboxId,
    inside,
    open,
    see: async (...entries) => {
      await inside((tx) => tx.meetings.save(mailboxId, entries, nowMs));
      await judgeAll();
    },
    lose: async (...entryIds) => {
      await inside((tx) => tx.meetings.markRemoved(mailboxId, entryIds, nowMs));
      await judgeAll();
    },
    setNow: (ms) => {
      nowMs = ms;
    },
    setPolicy: (changes) => {
      written = policy({ ...freeDay(3), ...changes });
    },
    cases: async () => (await inside((tx) => tx.cases.ofMailbox(mailboxId, 1000))).toReversed(),
    steps: (caseId) => inside((tx) => tx.log.ofCase(caseId)),
    carryOut: async (caseId) => {
      const effects = await open(caseId);
      for (const effect of effects) await inside((tx) => carryOutOne(tx, deps, effect));
      return effects.map(({ kind, params }) => ('answer' in params ? `${kind} ${params.answer}` : kind));
    },
    report: async (caseId, event) => {
      await inside((tx) => reportToCase(tx, deps, caseId, event, 'operator'));
    },
  };
}

const blankMailbox: MailboxRecord = {
  id: '',
  provider: 'google',
  address: me,
  otherAddresses: [],
  grant: { kind: 'company' },
  state: 'active',
  observingUntilMs: null,
  connectedMs: startMs,
  cursor: null,
  window: { fromMs: startMs - 28 * 86_400_000, toMs: startMs + 182 * 86_400_000 },
  pulledMs: null,
  hours: null,
  problem: null,
  forecast: null,
};

/** What the calendar takes becomes a standing answer; what is taken back stands no more. */
async function carryOutOne(tx: StoreTransaction, deps: JudgingDeps, effect: EffectRecord): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const record = effect.caseId ? await tx.cases.find(effect.caseId) : null;
  if (record === null) throw new Error('an effect without a case');
  const { params, kind } = effect as EffectRecord<'answerInvite'>;
  await tx.effects.end(effect.id, { state: 'done', outcome: null, nowMs });
  if (kind === 'answerInvite') {
    const { answer, revision } = params;
    const originalMs = Date.parse(record.occurrence);
    const originalStart =
      record.occurrence === '' ? null : ({ kind: 'instant', ms: originalMs, zone: null } as const);
    await tx.answers.add({
      id: effect.id,
      caseId: record.id,
      mailboxId: record.mailboxId,
      uid: record.uid,
      target: { meetingId: record.entryId, originalStart },
      rule: record.rule ?? '',
      answer,
      revision,
      before: { answer: 'needs-action', comment: null, given: answer, entryId: record.entryId },
      givenMs: nowMs,
      confirmed: true,
      withdrawnMs: null,
      withdrawal: null,
    });
    await reportToCase(tx, deps, record.id, { type: 'ANSWER_GIVEN', revision, answer }, 'gate');
  }
  if ((kind as string) === 'withdrawAnswer') {
    for (const { id } of await tx.answers.ofCase(record.id))
      await tx.answers.markWithdrawn(id, nowMs, { kind: 'restored', answer: 'needs-action' });
  }
}
