import { describe } from '@jest/globals';
import { switches } from '../../src/sandbox/switches.ts';
import { describeContract } from './contract.ts';
import { worldsOf } from './open-world.ts';

/** The believed positions stand in microsoft.test.ts; here each fact turns out the other way. */
describe.each(
  Object.entries(switches).flatMap(([name, { positions }]) =>
    name.startsWith('microsoft.') ? [[name, positions[1]] as const] : [],
  ),
)('Microsoft keeps the contract where %s is %s', (name, position) => {
  describeContract(worldsOf('microsoft', { positions: { [name]: position } }));
});
