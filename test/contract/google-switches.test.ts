import { describe } from '@jest/globals';
import { switches } from '../../src/sandbox/switches.ts';
import { describeContract } from './contract.ts';
import { worldsOf } from './open-world.ts';

/** The believed positions stand in google.test.ts; here each fact turns out the other way. */
describe.each(
  Object.entries(switches).flatMap(([name, { positions }]) =>
    name.startsWith('google.') ? [[name, positions[1]] as const] : [],
  ),
)('Google keeps the contract where %s is %s', (name, position) => {
  describeContract(worldsOf('google', { positions: { [name]: position } }));
});
