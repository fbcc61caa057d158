import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type SupervisedProcess, superviseProcess } from './gate/supervised-process.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'supervised-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that does this at its first start and goes on quietly at the next one. */
function supervise(first: string, how: { readonly isDatabaseAway: boolean }): SupervisedProcess {
  const file = path.join(folder, 'program.cjs');
  writeFileSync(file, `if (process.env.FAULT_POINT) { ${first} } else setInterval(() => {}, 1000);`);
  return superviseProcess({
    name: 'worker 1',
    file,
    args: [],
    cwd: folder,
    environment: {},
    logFile: path.join(folder, 'log'),
    pointOf: (start) => (start === 0 ? 'tellOwner:after-call:3' : null),
    wasDatabaseAway: () => how.isDatabaseAway,
  });
}

async function afterItsEnd(each: SupervisedProcess) {
  for (let attempt = 0; attempt < 200 && each.figures().starts < 2; attempt += 1) await delay(50);
  await each.stop();
  return each.figures();
}

const refused = "console.error('DATABASE_URL: nothing answers at this address'); process.exit(1);";

describe('a supervised process', () => {
  it('that cannot start while the database is away is started again', async () => {
    const figures = await afterItsEnd(supervise(refused, { isDatabaseAway: true }));
    expect(figures).toMatchObject({ starts: 2, failedStarts: 1, crashes: [] });
  });

  it.each<[string, string, boolean]>([
    ['although the database was there', refused, false],
    ['for another reason', "console.error('boom'); process.exit(1);", true],
    ['after it had started', `console.log('Working on jobs.'); ${refused}`, true],
  ])('that ends %s is a crash, told with its last words', async (_, first, isDatabaseAway) => {
    const figures = await afterItsEnd(supervise(first, { isDatabaseAway }));
    expect(figures).toMatchObject({ failedStarts: 0, points: [] });
    expect(figures.crashes).toEqual([
      expect.stringMatching(/^worker 1 ended with 1: .*(?:boom|nothing answers)/s),
    ]);
  });

  it('that kills itself at its point is counted there', async () => {
    const figures = await afterItsEnd(
      supervise("process.kill(process.pid, 'SIGKILL');", { isDatabaseAway: false }),
    );
    expect(figures).toMatchObject({ points: ['tellOwner:after-call'], crashes: [], failedStarts: 0 });
  });
});
