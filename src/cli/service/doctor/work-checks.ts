import { statfs } from 'node:fs/promises';
import type { Service } from '../create-service.ts';
import { dataFolder } from '../data-folder.ts';
import { broken, doubtful, durationText, type Finding, fine } from './finding.ts';

/** Jobs run within seconds; one that waits for minutes has nobody who works. */
const longWaitMs = 5 * 60_000;
const mostNamed = 5;
const leastFreeBytes = 500_000_000;

/** What waits, what was given up, and what a person has to look at. */
export async function checkWork(service: Service): Promise<readonly Finding[]> {
  const { jobs, works } = service;
  const worker = works ? 'see what the log says' : 'start "worker" (or "serve" with the embedded database)';
  const figures = await jobs.desk.figures();
  const queues = figures.map(({ kind, waiting, delayed, active, oldestMs }) => {
    const said = `${waiting} waiting, ${active} at work, ${delayed} for later`;
    return oldestMs !== null && oldestMs > longWaitMs
      ? doubtful(`queue ${kind}`, `${said}; the oldest waits for ${durationText(oldestMs)}`, worker)
      : fine(`queue ${kind}`, said);
  });
  const dead = await jobs.desk.deadLetters();
  const letters = dead
    .slice(0, mostNamed)
    .map(({ id, job, why, attempts }) =>
      doubtful(
        `dead letter ${id}`,
        `${job.kind}, ${attempts} attempts: ${why}`,
        `repair it, then: replay --dead-letters ${id}`,
      ),
    );
  const none = dead.length === 0 ? [fine('dead letters', 'none')] : [];
  const more =
    dead.length > mostNamed
      ? [doubtful('dead letters', `${dead.length} in all`, 'replay --dead-letters takes all')]
      : [];
  return [
    ...queues,
    ...none,
    ...letters,
    ...more,
    ...(await checkEffects(service)),
    ...(await checkBrake(service)),
  ];
}

async function checkEffects({ store }: Service): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id, name } of await store.directory.organizations()) {
    const troubled = await store.inOrganization(id, ({ effects }) => effects.troubled(mostNamed));
    for (const { id: effectId, kind, state, caseId } of troubled)
      findings.push(
        doubtful(
          `${kind} ${effectId}`,
          `${state === 'in-doubt' ? 'it may have happened, so it was not repeated' : 'it was refused'} (${name}, case ${caseId ?? 'none'})`,
          'look into the mailbox; its owner was told',
        ),
      );
  }
  return findings.length > 0 ? findings : [fine('effects', 'none in doubt or refused')];
}

async function checkBrake({ store }: Service): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { id, name } of await store.directory.organizations()) {
    const { stoppedMs, fallbacks } = await store.inOrganization(id, async (tx) => ({
      stoppedMs: (await tx.organizations.read()).answersStoppedMs,
      fallbacks: await tx.fallbacks.open(),
    }));
    if (stoppedMs !== null)
      findings.push(doubtful('brake', `${name}: nothing is answered`, 'release it with "brake release"'));
    for (const { rule, answered, forecast } of fallbacks)
      findings.push(
        doubtful(
          `rule ${rule}`,
          `${name}: fell back, ${answered} answers where ${forecast} were forecast`,
          `look at "cases", then "brake lift ${rule}"`,
        ),
      );
  }
  return findings.length > 0 ? findings : [fine('brake', 'off, and no rule fell back')];
}

/** Keys, and the data folder where there is one. */
export async function checkPlace({ settings, keyring, database }: Service): Promise<readonly Finding[]> {
  const old = keyring.keys.size - 1;
  const keys = fine('encryption keys', `current ${keyring.current}${old > 0 ? `, ${old} older` : ''}`);
  if (database.kind !== 'embedded') return [keys];
  const { folder } = dataFolder(settings.DATA_FOLDER);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const said = `${Math.round(free / 1e6)} MB free in ${folder}`;
  const disk = free >= leastFreeBytes ? fine('disk', said) : broken('disk', said, 'make room');
  return [keys, disk, fine('lock', `held by process ${process.pid}`)];
}
