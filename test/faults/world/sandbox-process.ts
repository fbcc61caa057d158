import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { sandboxOrders } from './orders.ts';
import { faultPeople } from './people.ts';

/** The sandbox as a process of its own, so that it outlives the gate. Orders come and are answered over IPC. */
export interface Order {
  readonly id: number;
  readonly name: string;
  readonly parameters: readonly unknown[];
}

export type OrderAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

const [owners = '40', seed = '1'] = process.argv.slice(2);
if (process.send === undefined) throw new Error('started by hand: this is the sandbox of the fault runs');
const reply = (answer: OrderAnswer): void => void process.send?.(answer);

const people = faultPeople(Number(owners));
const sandbox = await startSandbox({
  realNowMs: () => Date.now(),
  startMs: null,
  seed: Number(seed),
  stateFile: null,
  ports: { google: 0, microsoft: 0, control: 0 },
  people: [...people.owners, ...people.colleagues, ...people.outsiders],
  sample: false,
  // Hundreds of invites a minute reach one mailbox: what the vendors let a person do is not what is tested here.
  limits: {
    google: { projectPerMinute: 10_000_000, userPerMinute: 1_000_000 },
    microsoft: { mailboxPer10Minutes: 1_000_000, applicationPerSecond: 1_000_000 },
  },
  // Quicker than the vendors, whose first pause a run would spend waiting.
  pace: { pausesMs: [250, 500, 1000, 2000, 4000, 8000], answerMs: 10_000 },
  log: (text) => console.error(text),
});
const orders: Record<string, (...parameters: never[]) => unknown> = sandboxOrders(sandbox);

process.on('message', ({ id, name, parameters }: Order) => {
  try {
    const order = orders[name];
    if (order === undefined) throw new Error(`there is no order ${name}`);
    reply({ id, value: order(...(parameters as never[])) ?? null });
  } catch (error) {
    reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
reply({ id: 0, value: 'ready' });
