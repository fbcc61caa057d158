import { describe } from '@jest/globals';
import { switchRows } from '../support/switch-rows.ts';
import { describeContract } from './contract.ts';
import { worldsOf } from './open-world.ts';

/** The believed positions stand in microsoft.test.ts; here facts turn out the other way, every two of them together and alone. */
describe.each(switchRows('microsoft'))('Microsoft keeps the contract where it is %s', (_, positions) => {
  describeContract(worldsOf('microsoft', { positions }));
});
