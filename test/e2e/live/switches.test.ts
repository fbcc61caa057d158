import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  type SwitchName,
  type SwitchPositions,
  switches,
  switchPositions,
} from '../../../src/sandbox/switches.ts';
import { declineAndUndo, type UndoneAs } from './decline-and-undo.ts';
import { type LiveWorld, openInProcess } from './live-world.ts';

type Turned = Partial<SwitchPositions>;

/** As believed, and each switch turned alone: so each is seen in both positions. */
function rowsOf(provider: 'google' | 'microsoft'): (readonly [string, Turned])[] {
  const own = (Object.keys(switches) as SwitchName[]).filter((name) => name.startsWith(provider));
  return [
    ['as believed', {}],
    ...own.map((name): readonly [string, Turned] => {
      const [, other] = switches[name].positions;
      return [`${name} ${other}`, { [name]: other }];
    }),
  ];
}

/** Outlook cannot make an invitation open again; refused an answer in Deleted Items, it keeps the decline. */
function undoneAs(provider: 'google' | 'microsoft', turned: Turned): UndoneAs {
  if (provider === 'google') return 'as-before';
  return turned['microsoft.undo-decline'] === 'refused' ? 'own-copy' : 'nearest-answer';
}

let world: LiveWorld;
let next = 0;

beforeAll(async () => {
  world = await openInProcess(2 * (Object.keys(switches).length + 2), null);
}, 120_000);

afterAll(async () => {
  await world?.close();
});

/** Somebody of that calendar who was not connected yet: some switches matter only then. */
function nextOwner(provider: 'google' | 'microsoft'): string {
  next += 1;
  const owners = world.people.owners.filter((person) => person.provider === provider);
  return owners[next % owners.length]?.address ?? '';
}

describe.each(['google', 'microsoft'] as const)('an invite for Wednesday, live on %s', (provider) => {
  it.each(rowsOf(provider))(
    'is declined with a reason and an offer, undone, and never touched again: %s',
    async (_, turned) => {
      world.sandbox.turn({ ...switchPositions(), ...turned });
      await declineAndUndo(world, nextOwner(provider), undoneAs(provider, turned));
    },
    60_000,
  );
});
