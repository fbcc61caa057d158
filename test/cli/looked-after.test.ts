import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { channels } from '../../src/sandbox/google/channel-store.ts';
import { gateSettings } from '../faults/gate/gate-processes.ts';
import { freePort } from '../faults/world/free-port.ts';
import { sandboxOrders } from '../faults/world/orders.ts';
import { faultPeople } from '../faults/world/people.ts';
import { buildOnce } from '../support/build-once.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { type Process, startProcess } from './built-main.ts';
import { run } from './memory-deps.ts';
import { signIn } from './sign-in.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'looked-after-'));
const people = faultPeople(2);
/** One is answered for, on Google; the other is only watched, on Outlook. */
const [owner = '', watched = ''] = people.owners.map(({ address }) => address);
const patienceMs = 60_000;

let postgres: TestPostgres;
let database: pg.Client;
let sandbox: TestSandbox;
let settings: Record<string, string>;
let server: Process;
let worker: Process;

/** A command beside the processes of server and worker. It runs in this one: starting another takes a second. */
async function command(argv: readonly string[], change: Record<string, string> = {}) {
  const surroundings = { environment: { ...settings, ...change }, nowMs: () => Date.now() };
  const { status, stdout: out, stderr: err } = await run(argv, surroundings);
  return { status, out, err };
}

beforeAll(async () => {
  buildOnce();
  postgres = await startTestPostgres();
  sandbox = await startTestSandbox({ realNowMs: () => Date.now(), people: everybody() });
  const databaseUrl = await postgres.createDatabase();
  const place = { folder, databaseUrl, google: sandbox.google.origin, microsoft: sandbox.microsoft.origin };
  settings = await gateSettings(place, await freePort());
  database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await command(['migrate']);
  await command(['connect', 'microsoft', '--company', watched], { OBSERVE_DAYS: '7' });
  await signIn({ provider: 'google', person: owner, decision: 'allow' }, folder, settings);
  [server, worker] = [startProcess(['serve'], folder, settings), startProcess(['worker'], folder, settings)];
  await Promise.all([server.until('Listening on'), worker.until('Working on jobs')]);
  await eventually(
    async () => (await ask('select 1 from gatekeeper.mailboxes where pulled_ms is null')).length === 0,
  );
}, 120_000);

afterAll(async () => {
  for (const each of [server, worker]) each?.child.kill('SIGKILL');
  await Promise.all([server?.ended, worker?.ended]);
  await sandbox?.close();
  await database?.end();
  await postgres?.close();
  rmSync(folder, { recursive: true });
});

function everybody() {
  return [...people.owners, ...people.colleagues, ...people.outsiders];
}

/** Asked as the superuser, whom row-level security does not bind. */
async function ask<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return (await database.query<Row>(text, [...values])).rows;
}

async function eventually(look: () => Promise<boolean>): Promise<void> {
  const untilMs = performance.now() + patienceMs;
  while (!(await look())) {
    if (performance.now() > untilMs) throw new Error(`it did not come: ${server.said.err}${worker.said.err}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** For the Wednesday after the next six days, at 10:00 UTC. */
function invite(uid: string): void {
  const dayMs = 86_400_000;
  const inSixDays = Math.ceil(Date.now() / dayMs + 6) * dayMs;
  const startMs = inSixDays + ((10 - new Date(inSixDays).getUTCDay()) % 7) * dayMs + 10 * 3_600_000;
  sandboxOrders(sandbox).invite({
    ...{ uid, code: '[000001]', kind: 'wednesday', organizer: people.colleagues[0]?.address ?? '' },
    ...{ organizerIsInside: true, owners: [owner, watched], otherGuests: [], summary: 'Vendor choice' },
    ...{
      body: 'Which vendor we keep',
      startMs,
      minutes: 60,
      rule: null,
      wednesdays: [],
      pauseMs: 0,
      movesToMs: null,
    },
  });
}

const answersTo = (uid: string) =>
  sandbox.parts.acts.all().filter((act) => act.kind === 'answer' && act.uid === uid);

describe('server and worker as processes of their own', () => {
  it('take an invite and answer it; a mailbox that is observed only tells what would have been done', async () => {
    invite('first@looked.example');
    await eventually(async () => answersTo('first@looked.example').length > 0);
    expect(answersTo('first@looked.example')).toMatchObject([{ from: owner, detail: 'declined' }]);
    const report = async () => JSON.parse((await command(['observation', watched, '--json'])).out);
    await eventually(async () => (await report())[0].byRule['no-meeting-day'] === 1);
    expect(await report()).toMatchObject([{ address: watched, state: 'observing' }]);
    const { out } = await command(['observation', watched]);
    expect(out).toContain('no-meeting-day');
    expect(answersTo('first@looked.example')).toHaveLength(1);
  }, 120_000);
});

describe('replay', () => {
  it(
    'lists what was taken, and reads the mailbox of one again',
    async () => {
      const listed = await command(['replay']);
      const [id = ''] = new RegExp(`^\\S{36}(?=.* changed {2}${owner},)`, 'm').exec(listed.out) ?? [];
      const again = await command(['replay', id]);
      expect(again).toMatchObject({ status: 0, err: '' });
      expect(again.out).toMatch(new RegExp(`^${owner}: "changed" of .* now read and judged\\.\\n$`));
      const unknown = await command(['replay', '11111111-2222-4333-8444-555555555555']);
      expect(unknown).toMatchObject({
        status: 2,
        err: expect.stringContaining('there is no such notification'),
      });
    },
    patienceMs,
  );

  it(
    'of a captured request takes a genuine one, and refuses a forged one',
    async () => {
      const [channel] = [...channels(sandbox.parts).values()].filter(({ mailbox }) => mailbox === owner);
      const replayed = async (token: string) => {
        const headers = {
          'X-Goog-Channel-ID': channel?.id,
          'X-Goog-Channel-Token': token,
          'X-Goog-Resource-State': 'exists',
        };
        const file = path.join(folder, 'request.json');
        writeFileSync(file, JSON.stringify({ provider: 'google', headers }));
        return await command(['replay', '--file', file]);
      };
      const count = async () => (await ask('select 1 from gatekeeper.inbox')).length;
      const before = await count();
      expect((await replayed(`${channel?.token?.slice(1)}x`)).out).toBe('The webhook answers 403: refused\n');
      expect(await count()).toBe(before);
      expect((await replayed(channel?.token ?? '')).out).toBe('The webhook answers 200\n');
      expect(await count()).toBe(before + 1);
    },
    patienceMs,
  );

  it(
    'puts back the job that the doctor names, which the worker then does',
    async () => {
      const [mailbox] = await ask('select * from gatekeeper.mailboxes where address = $1', [owner]);
      const data = JSON.stringify({
        kind: 'pull',
        organizationId: mailbox?.organization_id,
        mailboxId: mailbox?.id,
      });
      const [letter] = await ask<{ id: string }>(
        `insert into pgboss.job (name, data, source_name, source_output, source_retry_count)
       values ('pull-dead', $1, 'pull', '{"why":"unavailable"}', 11) returning id`,
        [data],
      );
      const { out } = await command(['doctor']);
      expect(out).toContain(`dead letter ${letter?.id}: pull, 12 attempts`);
      expect(out).toContain(`run "meeting-gatekeeper replay --dead-letters ${letter?.id}"`);
      const unknown = await command(['replay', '--dead-letters', '11111111-2222-4333-8444-555555555555']);
      expect(unknown).toMatchObject({
        status: 2,
        err: expect.stringContaining('there is no such dead letter'),
      });
      const back = await command(['replay', '--dead-letters', letter?.id ?? '']);
      expect(back).toMatchObject({ status: 0, out: expect.stringContaining('1 back in their queues.') });
      const pulledLater = 'select 1 from gatekeeper.mailboxes where id = $1 and pulled_ms > $2';
      await eventually(async () => (await ask(pulledLater, [mailbox?.id, mailbox?.pulled_ms])).length > 0);
      expect((await command(['doctor'])).out).toContain('dead letters: none');
    },
    patienceMs,
  );
});

describe('disconnect', () => {
  it(
    'ends the subscription and forgets the grant and the place in the list of changes',
    async () => {
      const ofOwner = () => [...channels(sandbox.parts).values()].filter(({ mailbox }) => mailbox === owner);
      expect(ofOwner().some(({ stopped }) => !stopped)).toBe(true);
      const [before] = await ask('select * from gatekeeper.mailboxes where address = $1', [owner]);
      expect(before).toMatchObject({ state: 'active', cursor: expect.any(String) });
      const { status, out } = await command(['disconnect', owner]);
      expect({ status, out }).toEqual({
        status: 0,
        out: expect.stringContaining(`${owner}: nothing more is answered`),
      });
      const left = async () =>
        (
          await ask('select * from gatekeeper.mailboxes where address = $1 and state = $2', [owner, 'left'])
        )[0];
      await eventually(async () => (await left()) !== undefined);
      expect(await left()).toMatchObject({ cursor: null });
      expect((await left())?.sealed_grant.length).toBeLessThan(before?.sealed_grant.length);
      expect(ofOwner().every(({ stopped }) => stopped)).toBe(true);
      expect((await command(['mailboxes'])).out).not.toContain(owner);
      invite('later@looked.example');
      const read = 'select 1 from gatekeeper.cases where uid = $1';
      await eventually(async () => (await ask(read, ['later@looked.example'])).length > 0);
      expect(answersTo('later@looked.example')).toEqual([]);
    },
    patienceMs,
  );
});

describe('SIGTERM', () => {
  it(
    'ends both within five seconds',
    async () => {
      const beganMs = performance.now();
      for (const { child } of [server, worker]) child.kill('SIGTERM');
      expect(await Promise.all([server.ended, worker.ended])).toEqual([0, 0]);
      expect(performance.now() - beganMs).toBeLessThan(5_000);
    },
    patienceMs,
  );
});

describe('keys', () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

  it.each(['serve', 'worker'])(
    'of another installation keep %s from starting',
    async (name) => {
      const [id] = settings.ENCRYPTION_KEYS?.split(':') ?? [];
      const same = await command([name], { ENCRYPTION_KEYS: `${id}:${key(1)}` });
      expect(same.status).toBe(2);
      expect(same.err).toContain(`refused: ENCRYPTION_KEYS: the key "${id}" is another one`);
      const other = await command([name], { ENCRYPTION_KEYS: `other:${key(1)}` });
      expect(other.err).toContain(`was encrypted with the key "${id}"; stated is "other"`);
      expect(other.err).toContain('run "connect" for each mailbox again');
      expect(same.err + other.err).not.toContain(key(1));
    },
    patienceMs,
  );

  it(
    'that are lost are mended by connecting again',
    async () => {
      const lost = { ENCRYPTION_KEYS: `other:${key(1)}` };
      const doctor = JSON.parse((await command(['doctor', '--json'], lost)).out);
      expect(doctor).toContainEqual(
        expect.objectContaining({
          check: `access to ${watched}`,
          status: 'fail',
          remedy: expect.stringContaining('run "meeting-gatekeeper connect microsoft" for it again'),
        }),
      );
      expect((await command(['mailboxes'], lost)).out).toContain(watched);
      expect(await command(['cases', watched], lost)).toMatchObject({ status: 0, err: '' });
      const rotated = await command(['rotate-keys'], lost);
      expect(rotated).toMatchObject({ status: 2, err: '' });
      expect(rotated.out).toContain(`${watched}: its grant was not opened; it needs the key "k1"`);
      const refused = await command(['disconnect', watched], lost);
      expect(refused).toMatchObject({
        status: 2,
        err: expect.stringContaining('refused: ENCRYPTION_KEYS: '),
      });
      await command(['connect', 'microsoft', '--company', watched], lost);
      expect((await command(['rotate-keys'], lost)).status).toBe(0);
      const running = startProcess(['serve'], folder, { ...settings, ...lost });
      await running.until('Listening on');
      running.child.kill('SIGTERM');
      expect(await running.ended).toBe(0);
    },
    patienceMs,
  );
});
