import type { Capabilities } from '../../app/ports/provider.ts';

export const googleCapabilities: Capabilities = {
  undoDecline: 'exact',
  undoTentative: 'exact',
  proposeTime: 'in-comment',
  focusTime: 'native-or-busy',
  workingHours: 'zone-only',
  declineKeepsEntry: true,
  disconnecting: 'ends-the-grant',
  freeBusyKinds: 'busy-only',
  subscriptionDays: 7,
  renewal: 'new-subscription',
  notificationNames: 'mailbox',
};
