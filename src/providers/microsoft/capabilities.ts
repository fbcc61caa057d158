import type { Capabilities } from '../../app/ports/provider.ts';

/** Outlook through Microsoft Graph v1.0. */
export const microsoftCapabilities: Capabilities = {
  // A declined item lies in Deleted Items; whether answering it there brings it back is not documented.
  undoDecline: 'if-kept',
  undoTentative: 'stays-tentative',
  proposeTime: 'native',
  focusTime: 'busy',
  workingHours: 'known',
  declineKeepsEntry: false,
  disconnecting: 'forgets-it',
  freeBusyKinds: 'by-kind',
  subscriptionDays: 7,
  renewal: 'same-subscription',
  notificationNames: 'entry',
};
