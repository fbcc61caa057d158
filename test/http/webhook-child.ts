import { randomUUID } from 'node:crypto';
import type { Log } from '../../src/app/ports/surroundings.ts';
import { createApp } from '../../src/http/create-app.ts';
import { listen } from '../../src/http/listen.ts';
import { googleWebhook } from '../../src/http/routes/google-webhook.ts';
import { createGoogleProvider } from '../../src/providers/google/provider.ts';
import { createStore } from '../../src/store/create-store.ts';
import { openDatabase } from '../../src/store/open-database.ts';

/** The webhook of Google in a process of its own, to be killed. Argument: the address of a database. Says its origin. */
const [url = ''] = process.argv.slice(2);
const database = await openDatabase({ kind: 'postgres', url });
const keyring = { current: 'test', keys: new Map([['test', new Uint8Array(32).fill(7)]]) };
const store = createStore({ database, keyring, enqueue: async () => {} });
const google = createGoogleProvider({ clientId: 'gate', clientSecret: 'unused', serviceAccount: null });
const log: Log = { info: () => {}, warn: () => {}, error: () => {} };
const chance = { uuid: randomUUID, secret: randomUUID };
const deps = {
  store,
  providers: { google, microsoft: null },
  clock: { nowMs: () => Date.now() },
  chance,
  log,
};
const app = createApp({ log, chance, baseUrl: null, routers: [googleWebhook(deps)] });
process.stdout.write((await listen(app, { host: '127.0.0.1', port: 0 })).origin);
