import { statfs } from 'node:fs/promises';
import { checkSecrets } from '../../../store/check-secrets.ts';
import type { Service } from '../create-service.ts';
import { dataFolder } from '../data-folder.ts';
import { foreignKeysRemedy } from '../start-problem.ts';
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
        `repair its cause, then run "meeting-gatekeeper replay --dead-letters ${id}"`,
      ),
    );
  const none = dead.length === 0 ? [fine('dead letters', 'none')] : [];
  const more =
    dead.length > mostNamed
      ? [
          doubtful(
            'dead letters',
            `${dead.length} in all`,
            '"meeting-gatekeeper replay --dead-letters" repeats all',
          ),
        ]
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
    const { troubled, mailboxes } = await store.inOrganization(id, async (tx) => ({
      troubled: await tx.effects.troubled(mostNamed),
      mailboxes: await tx.mailboxes.summaries(),
    }));
    for (const { id: effectId, kind, state, caseId, mailboxId } of troubled) {
      const address =
        mailboxes.find((mailbox) => mailbox.id === mailboxId)?.address ?? 'a mailbox that was left';
      findings.push(
        doubtful(
          `${kind} ${effectId}`,
          `${state === 'in-doubt' ? 'it may have happened, so it was not repeated' : 'it was refused'} (${address} of ${name}, case ${caseId ?? 'none'})`,
          'look into the mailbox; its owner was told',
        ),
      );
    }
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
  const { opened, unreadable } = await checkSecrets(database, keyring);
  const said = `current ${keyring.current}${old > 0 ? `, ${old} older` : ''}`;
  const keys =
    opened === 0 && unreadable.length > 0
      ? broken('encryption keys', `${said}; nothing that is encrypted opens with them`, foreignKeysRemedy)
      : fine('encryption keys', said);
  if (database.kind !== 'embedded') return [keys];
  const { folder } = dataFolder(settings.DATA_FOLDER);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const space = `${Math.round(free / 1e6)} MB free in ${folder}`;
  const disk = free >= leastFreeBytes ? fine('disk', space) : broken('disk', space, 'make room');
  return [keys, disk, fine('lock', `held by process ${process.pid}`)];
}
