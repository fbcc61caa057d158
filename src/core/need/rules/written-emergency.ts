import type { NeedRule } from '../need.ts';

/** An emergency by the written definition is live, whatever else speaks: exceptions are written down beforehand. */
export const writtenEmergency: NeedRule = {
  name: 'written-emergency',
  source: 'policy: emergencies',
  judge: ({ signals }) => {
    const { value, confidence } = signals.urgency;
    if (value !== 'emergency') return null;
    return {
      says: 'live',
      share: confidence,
      decisive: true,
      because: 'The policy names this an emergency: meet now.',
    };
  },
};
