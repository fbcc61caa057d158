import type { GivenNotificationFaults } from '../delivery/notification-faults.ts';
import type { FaultPlan } from '../faults/fault-plan.ts';
import type { Limits } from '../limits/limits.ts';
import type { SandboxParts } from '../parts.ts';
import type { SwitchPositions } from '../switches.ts';
import type { Vendors } from '../vendors.ts';

/** What can be done to a running sandbox from outside the two APIs. */
export interface SandboxControl {
  readonly parts: SandboxParts;
  readonly setFaults: (plan: FaultPlan | null) => void;
  readonly setNotificationFaults: (faults: GivenNotificationFaults | null) => void;
  readonly turn: (positions: Partial<SwitchPositions>) => void;
  readonly limits: Limits['report'];
  readonly nextInvites: (count: number) => readonly { readonly uid: string; readonly organizer: string }[];
  readonly vendors: Vendors;
}
