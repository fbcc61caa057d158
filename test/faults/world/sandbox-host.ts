import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { SandboxOrders } from './orders.ts';
import type { Order, OrderAnswer } from './sandbox-process.ts';

type Remote = {
  readonly [name in keyof SandboxOrders]: (
    ...parameters: Parameters<SandboxOrders[name]>
  ) => Promise<ReturnType<SandboxOrders[name]>>;
};

/** The sandbox in a process of its own: each order as a promise, in the order in which they were given. */
export interface SandboxHost extends Remote {
  readonly processId: number;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** @param owners how many mailboxes the gate looks after; `faultPeople` of the same number says who */
export async function startSandboxHost(owners: number, seed: number): Promise<SandboxHost> {
  const file = path.join(import.meta.dirname, 'sandbox-process.ts');
  const child = fork(file, [String(owners), String(seed)], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  const ready = Promise.withResolvers<unknown>();
  waiting.set(0, ready);
  child.on('message', (answer: OrderAnswer) => settle(waiting, answer));
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the sandbox ended with ${code}`));
    waiting.clear();
  });
  await ready.promise;
  let last = 0;
  const order = (name: string, parameters: readonly unknown[]): Promise<unknown> => {
    last += 1;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.set(last, { resolve, reject });
    child.send({ id: last, name, parameters } satisfies Order);
    return promise;
  };
  const own = { processId: child.pid ?? 0, close: () => end(child) };
  return new Proxy(own, {
    get: (target, name: string) => {
      // Whoever awaits the host itself asks for `then`.
      if (name === 'then') return undefined;
      return name in target
        ? target[name as keyof typeof own]
        : (...parameters: unknown[]) => order(name, parameters);
    },
  }) as SandboxHost;
}

function settle(waiting: Map<number, Waiting>, answer: OrderAnswer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('error' in answer) asked?.reject(new Error(answer.error));
  else asked?.resolve(answer.value);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.disconnect();
  await promise;
}
