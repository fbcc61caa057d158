import type { ReceiveDeps } from '../../../src/app/intake/receive-notification.ts';
import type { Providers } from '../../../src/app/ports/surroundings.ts';
import { createGoogleProvider } from '../../../src/providers/google/provider.ts';
import { createMicrosoftProvider } from '../../../src/providers/microsoft/provider.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { createMemoryLog, type LogLine, subscription } from './webhook-requests.ts';

export const nowMs = Date.parse('2026-11-23T08:00:00Z');

/** Two people of one company and one of another. */
export const ann = subscription('ann');
export const mia = subscription('mia');
export const mila = subscription('mia-of-other', { organizationId: 'other' });

/** Both calendars as they are; nothing here ever asks them for anything. */
export const providers: Providers = {
  google: createGoogleProvider({ clientId: 'gate', clientSecret: 'unused', serviceAccount: null }),
  microsoft: createMicrosoftProvider({
    clientId: 'gate',
    clientSecret: 'unused',
    tenantId: 'common',
    endpoints: { graph: 'http://127.0.0.1:9/', login: 'http://127.0.0.1:9/' },
    nowMs: () => nowMs,
  }),
};

/** What the webhook works with: the real readers of both providers, a store in memory, a clock that stands still. */
export function createReceiver(change: Partial<ReceiveDeps> = {}): {
  readonly deps: ReceiveDeps;
  readonly memory: MemoryStore;
  readonly lines: readonly LogLine[];
} {
  const memory = createMemoryStore([ann, mia, mila, subscription('empty', { secret: '' })]);
  const log = createMemoryLog();
  let number = 0;
  const uuid = () => {
    number += 1;
    return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  };
  const chance = { uuid, secret: () => 'unused' };
  return {
    deps: { store: memory.store, providers, clock: { nowMs: () => nowMs }, chance, log, ...change },
    memory,
    lines: log.lines,
  };
}
