import type { CalendarProvider } from '../../../src/app/ports/provider.ts';
import type { VisibleAct } from '../../../src/sandbox/acts.ts';
import type { ContractWorld } from '../../contract/world.ts';
import { normalised, sorted } from './normalised.ts';
import { mailboxes, strangers } from './storm-people.ts';

/** What the emulators hold and what other people saw, without what they choose themselves. */
export interface FinalState {
  /** Every copy of every mailbox, deleted ones too. */
  readonly copies: readonly unknown[];
  /** Everything that somebody else could see, mails of the owner apart. */
  readonly acts: readonly unknown[];
  readonly mails: readonly unknown[];
  readonly documents: readonly unknown[];
  /** Subscriptions that still send. */
  readonly subscriptions: number;
}

export async function finalState(name: CalendarProvider['name'], world: ContractWorld): Promise<FinalState> {
  const { engine, acts } = world.sandbox.parts;
  const copies = [...mailboxes, ...strangers].flatMap((address) => engine.copies(address));
  const titles = new Map(copies.map(({ uid, fields }) => [uid, fields.summary]));
  const seen = (act: VisibleAct) => normalised({ ...act, title: titles.get(act.uid ?? '') ?? null });
  return {
    copies: sorted(copies.map(normalised)),
    acts: sorted(
      acts
        .all()
        .filter(({ kind }) => kind !== 'mail')
        .map(seen),
    ),
    mails: sorted(world.mails().map(normalised)),
    documents: await documentsOf(name, world),
    subscriptions: liveSubscriptions(world),
  };
}

interface StoredFile {
  readonly id: string;
  readonly name: string;
}

/** Every file by its name, with the words in it. */
async function documentsOf(
  name: CalendarProvider['name'],
  world: ContractWorld,
): Promise<FinalState['documents']> {
  const table = name === 'google' ? 'google-drive-files' : 'microsoft-drive-items';
  const files = [...world.sandbox.parts.tables.table<StoredFile & Record<string, unknown>>(table).values()];
  const read = files.map(async (file) => {
    const address = mailboxes.find((mailbox) => JSON.stringify(file).includes(mailbox)) ?? '';
    const isDocument = /Document/.test(file.name);
    return { name: file.name, text: isDocument ? await world.documentText(address, file.id) : null };
  });
  return sorted(await Promise.all(read));
}

function liveSubscriptions({ sandbox }: ContractWorld): number {
  const { tables, clock } = sandbox.parts;
  const graph = [...tables.table<{ expiresMs: number }>('graph-subscriptions').values()];
  const google = [...tables.table<{ expirationMs: number; stopped: boolean }>('google-channels').values()];
  const live = graph.filter(({ expiresMs }) => expiresMs > clock.nowMs());
  return (
    live.length +
    google.filter(({ stopped, expirationMs }) => !stopped && expirationMs > clock.nowMs()).length
  );
}
