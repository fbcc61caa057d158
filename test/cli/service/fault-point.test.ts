import { describe, expect, it } from '@jest/globals';
import { createFaultPoint, faultLeaseOf } from '../../../src/cli/service/fault-point.ts';

describe('the lease of a fault run', () => {
  const real = { FAULT_LEASE_MS: 15_000, GOOGLE_ENDPOINT: null, MICROSOFT_ENDPOINT: null };

  it('holds for emulated calendars only', () => {
    expect(faultLeaseOf(real)).toBeNull();
    expect(faultLeaseOf({ ...real, GOOGLE_ENDPOINT: 'http://127.0.0.1:4010/' })).toBe(15_000);
    expect(faultLeaseOf({ ...real, MICROSOFT_ENDPOINT: 'http://127.0.0.1:4011/' })).toBe(15_000);
  });

  it('is the usual one where none is stated', () => {
    expect(
      faultLeaseOf({ ...real, FAULT_LEASE_MS: null, GOOGLE_ENDPOINT: 'http://127.0.0.1:4010/' }),
    ).toBeNull();
  });
});

describe('a fault point', () => {
  it('is none where none is stated', () => {
    expect(createFaultPoint(null)).toBeUndefined();
  });

  it('leaves the process alone at other points, and before its time has come', () => {
    const onPoint = createFaultPoint('tellOwner:after-call:3');
    for (const name of [
      'tellOwner:after-call',
      'tellOwner:before-call',
      'answerInvite:after-call',
      'tellOwner:after-call',
    ])
      onPoint?.(name);
    expect(onPoint).toBeInstanceOf(Function);
  });
});
