import { describe, expect, it } from '@jest/globals';
import { nearestName } from '../../../src/config/policy/nearest-name.ts';

describe('nearestName', () => {
  const days = ['monday', 'tuesday', 'wednesday'];

  it.each([
    ['wensday', 'wednesday'],
    ['Monday', 'monday'],
    ['tues-day', 'tuesday'],
    ['holiday', null],
    ['', null],
  ])('finds for %j the name %j', (name, expected) => {
    expect(nearestName(name, days)).toBe(expected);
  });

  it('compares nothing that is too long to be a slip', () => {
    expect(nearestName('monday'.repeat(100_000), days)).toBeNull();
  });

  it('has no answer where nothing is allowed', () => {
    expect(nearestName('monday', [])).toBeNull();
  });
});
