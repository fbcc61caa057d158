import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type SwitchPositions, switchPositions } from '../../../src/sandbox/switches.ts';
import { type SwitchRow, switchRows } from '../../support/switch-rows.ts';
import { declineAndUndo, type UndoneAs } from './decline-and-undo.ts';
import { type LiveWorld, openInProcess } from './live-world.ts';

type Provider = 'google' | 'microsoft';
type Turned = Partial<SwitchPositions>;

/** The story of an invite on one calendar, with each two of its unverified facts in all four combinations. */
export function describeEachSwitch(provider: Provider): void {
  const rows: readonly SwitchRow[] = [['as believed', {}], ...switchRows(provider)];
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

/** Outlook cannot make an invitation open again; refused an answer in Deleted Items, it keeps the decline. */
function undoneAs(provider: Provider, turned: Turned): UndoneAs {
  if (provider === 'google') return 'as-before';
  return turned['microsoft.undo-decline'] === 'refused' ? 'own-copy' : 'nearest-answer';
}
