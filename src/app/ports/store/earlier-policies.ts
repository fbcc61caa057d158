import type { Organization } from './organizations.ts';

/** A text of the policy that held until somebody replaced all of it or what it says of others. */
export interface EarlierPolicy {
  /** The `policyVersion` that it had. */
  readonly version: number;
  /** As it was written; null is the default policy. */
  readonly text: Organization['policyText'];
  readonly replacedMs: number;
  /** Address of whoever replaced it, or `operator`. */
  readonly replacedBy: string;
}

/** The newest of the texts that were replaced, so that there is a way back. */
export interface EarlierPolicies {
  /** Keeps one more; of those that are no longer among the newest fifty the oldest are dropped. */
  keep(policy: EarlierPolicy): Promise<void>;
  /** Newest first, without their texts, which may be long. */
  list(): Promise<readonly Omit<EarlierPolicy, 'text'>[]>;
  find(version: number): Promise<EarlierPolicy | null>;
  /** Writes one in its place: only to forget somebody who was erased. */
  replace(policy: EarlierPolicy): Promise<void>;
  remove(version: number): Promise<void>;
}
