import type { DeadlineName } from '../../../core/gate/case-events.ts';

export interface DeadlineRecord {
  readonly id: string;
  readonly caseId: string;
  readonly name: DeadlineName;
  readonly revision: number;
  readonly dueMs: number;
}

export interface Deadlines {
  add(deadline: DeadlineRecord): Promise<void>;
  /** Null where it was cancelled, or has come. */
  find(id: string): Promise<DeadlineRecord | null>;
  /** It came, or no longer matters. */
  remove(id: string): Promise<void>;
  cancelOfCase(caseId: string): Promise<void>;
  due(nowMs: number, most: number): Promise<readonly DeadlineRecord[]>;
}
