import { describe } from '@jest/globals';
import { describeContract } from './contract.ts';
import { worldsOf } from './open-world.ts';

describe('Microsoft keeps the contract of a calendar', () => {
  describeContract(worldsOf('microsoft'));
});
