import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  type SwitchName,
  type SwitchPositions,
  switches,
  switchPositions,
} from '../../../src/sandbox/switches.ts';
import { declineAndUndo, type UndoneAs } from './decline-and-undo.ts';
import { type LiveWorld, openInProcess } from './live-world.ts';

type Provider = 'google' | 'microsoft';
type Turned = Partial<SwitchPositions>;

/** The story of an invite on one calendar, with each of its unverified facts in both positions. */
export function describeEachSwitch(provider: Provider): void {
  const rows = rowsOf(provider);
  let world: LiveWorld;
  let next = 0;

  beforeAll(async () => {
    world = await openInProcess(2 * rows.length, null);
  }, 120_000);

  afterAll(async () => {
    await world?.close();
  });

  /** Somebody who was not connected yet: some switches matter only then. */
  const nextOwner = (): string => {
    const owners = world.people.owners.filter((person) => person.provider === provider);
    next += 1;
    return owners[next - 1]?.address ?? '';
  };

  describe(`an invite for Wednesday, live on ${provider}`, () => {
    it.each(rows)(
      'is declined with a reason and an offer, undone, and never touched again: %s',
      async (_, turned) => {
        world.sandbox.turn({ ...switchPositions(), ...turned });
        await declineAndUndo(world, nextOwner(), undoneAs(provider, turned));
      },
      60_000,
    );
  });
}

/** As believed, and each switch turned alone: so each is seen in both positions. */
function rowsOf(provider: Provider): (readonly [string, Turned])[] {
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
function undoneAs(provider: Provider, turned: Turned): UndoneAs {
  if (provider === 'google') return 'as-before';
  return turned['microsoft.undo-decline'] === 'refused' ? 'own-copy' : 'nearest-answer';
}
