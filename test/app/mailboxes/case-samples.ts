import { randomUUID } from 'node:crypto';
import type { CaseRecord } from '../../../src/app/ports/store/cases.ts';
import { nowMs } from '../../contract/world.ts';

/** A case that a rule would have declined, unless changed. */
export function caseOf(mailboxId: string, change: Partial<CaseRecord> = {}): CaseRecord {
  const id = randomUUID();
  return {
    id,
    mailboxId,
    uid: `${id}@kiln.example`,
    occurrence: '',
    entryId: id,
    openedMs: nowMs,
    changedMs: nowMs,
    snapshot: {},
    state: 'admitted',
    closed: false,
    verdict: 'decline',
    act: 'none',
    wouldAct: 'decline',
    rule: 'no-meeting-day',
    reasons: [
      {
        rule: 'no-meeting-day',
        says: 'block',
        because: 'It is on a free day.',
        source: 'policy: noMeetingDays',
      },
    ],
    changes: [],
    revision: 0,
    overridden: false,
    fingerprint: 'f',
    startMs: nowMs + 3_600_000,
    endMs: nowMs + 7_200_000,
    ...change,
  };
}
