import { type Command, Option } from 'commander';
import type { AuditLogArguments } from './audit-log.ts';
import type { CliDeps, ExitStatus } from './cli-deps.ts';
import type { ConnectArguments } from './connect.ts';
import type { EraseArguments } from './erase.ts';
import { examples } from './examples.ts';
import type { ReplayArguments } from './replay.ts';
import type { StartArguments } from './start.ts';

type Done = (status: ExitStatus) => void;

const settings = '\n\nSettings come from the environment; docs/settings.md lists them.';

/** The commands of the live product. */
export function addService(program: Command, deps: CliDeps, done: Done): void {
  addStart(program, deps, done);
  addProcesses(program, deps, done);
  addMailboxes(program, deps, done);
  addCases(program, deps, done);
  addCare(program, deps, done);
  addKeys(program, deps, done);
  addOversight(program, deps, done);
  addBrake(program, deps, done);
}

function addStart(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('start')
    .description('Run the whole product on invented calendars, without any account.')
    .option('--port <n>', 'port of the gate; 0 takes a free one (default: 8080, or PORT)')
    .option('--port-google <n>', 'port of the invented Google (default: 4010)')
    .option('--port-microsoft <n>', 'port of the invented Microsoft (default: 4011)')
    .option('--port-control <n>', 'port of the sandbox’s control and page (default: 4012)')
    .action(async (given: StartArguments) => {
      const { runStart } = await import('./start.ts');
      done(await runStart(deps, given));
    });
}

function addProcesses(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('serve')
    .description('Answer webhooks and pages; with the embedded database, do all the work.')
    .addHelpText('after', settings)
    .action(async () => {
      const { runServe } = await import('./serve.ts');
      done(await runServe(deps));
    });
  program
    .command('worker')
    .description('Work on jobs, beside any number of others, on PostgreSQL.')
    .addHelpText('after', settings)
    .action(async () => {
      const { runWorker } = await import('./serve.ts');
      done(await runWorker(deps));
    });
  program
    .command('migrate')
    .description('Bring the database up to date.')
    .addHelpText('after', settings)
    .action(async () => {
      const { runMigrate } = await import('./migrate.ts');
      done(await runMigrate(deps));
    });
}

function addMailboxes(program: Command, deps: CliDeps, done: Done): void {
  const connect = program.command('connect').description('Connect calendars.');
  for (const provider of ['google', 'microsoft'] as const)
    connect
      .command(provider)
      .description('Sign in to your own calendar, or connect mailboxes of a company.')
      .option('--company <address...>', 'these mailboxes, by the consent of the company')
      .option('--hint <address>', 'who is going to sign in')
      .addOption(organizationOption())
      .addHelpText(
        'after',
        examples([
          `meeting-gatekeeper connect ${provider}`,
          `meeting-gatekeeper connect ${provider} --company ann@acme.example ben@acme.example`,
        ]),
      )
      .action(async (given: ConnectArguments) => {
        const { runConnect } = await import('./connect.ts');
        done(await runConnect(deps, provider, given));
      });
  program
    .command('disconnect')
    .description('Leave a mailbox, and remove from it what the gate created.')
    .argument('<address>', 'the mailbox')
    .option('--withdraw-answers', 'take tentative answers back that are still on grace')
    .addOption(organizationOption())
    .action(async (address: string, given) => {
      const { runDisconnect } = await import('./cases.ts');
      done(await runDisconnect(deps, address, given));
    });
  program
    .command('mailboxes')
    .description('List the connected mailboxes.')
    .addOption(organizationOption())
    .addOption(jsonOption())
    .action(async (given) => {
      const { runMailboxes } = await import('./cases.ts');
      done(await runMailboxes(deps, given));
    });
}

function addCases(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('cases')
    .description('List what was judged lately, with the ids to undo it by.')
    .argument('[address]', 'only this mailbox')
    .option('--most <n>', 'so many (default: 20)')
    .addOption(organizationOption())
    .addOption(jsonOption())
    .action(async (address: string | undefined, given) => {
      const { runCases } = await import('./cases.ts');
      done(await runCases(deps, address, given));
    });
  program
    .command('undo')
    .description('Take back what was answered in a case; its meeting is never touched again.')
    .argument('<case>', 'the id that "cases" shows')
    .addOption(organizationOption())
    .action(async (caseId: string, given) => {
      const { runUndo } = await import('./cases.ts');
      done(await runUndo(deps, caseId, given));
    });
  program
    .command('observation')
    .description('Say what would have happened while mailboxes were only watched.')
    .argument('[address]', 'only this mailbox')
    .addOption(organizationOption())
    .addOption(jsonOption())
    .action(async (address: string | undefined, given) => {
      const { runObservation } = await import('./cases.ts');
      done(await runObservation(deps, address, given));
    });
}

function addCare(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('doctor')
    .description('Check everything that the product needs, and say how to fix what is missing.')
    .addOption(jsonOption())
    .addHelpText('after', `${settings}\nExit status: 0 nothing is broken, 2 something is.`)
    .action(async (given: { json?: boolean }) => {
      const { runDoctor } = await import('./doctor.ts');
      done(await runDoctor(deps, given));
    });
  program
    .command('replay')
    .description('Repeat a notification, or jobs that were given up.')
    .argument('[ids...]', 'id of a notification (without one the latest are listed), or ids of dead letters')
    .option('--file <file>', 'a captured request: {"provider", "headers", "query", "body"}')
    .option('--dead-letters', 'jobs that were given up; all where no id is named')
    .addOption(organizationOption())
    .action(async (ids: string[], given: ReplayArguments) => {
      const { runReplay } = await import('./replay.ts');
      done(await runReplay(deps, ids, given));
    });
  program
    .command('sweep')
    .description('Look at everything now, as happens each minute: what notifications lost, what is due.')
    .action(async () => {
      const { runOperation } = await import('./service/do-operation.ts');
      done(await runOperation(deps, 'sweep', {}, () => 'Looked at everything.\n'));
    });
}

function addKeys(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('rotate-keys')
    .description('Write everything anew under the first of ENCRYPTION_KEYS.')
    .action(async () => {
      const { runRotateKeys } = await import('./rotate-keys.ts');
      done(await runRotateKeys(deps));
    });
}

function addOversight(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('audit-log')
    .description('List what people did with the gate, and check that nothing of it was changed.')
    .option('--most <n>', 'so many (default: 20)')
    .option('--verify', 'work the chain out again')
    .option('--head <link>', 'the same, against a link that was kept elsewhere')
    .addOption(organizationOption())
    .addOption(jsonOption())
    .action(async (given: AuditLogArguments) => {
      const { runAuditLog } = await import('./audit-log.ts');
      done(await runAuditLog(deps, given));
    });
  program
    .command('erase')
    .description('Disconnect a person’s mailbox and remove everything that is kept of them.')
    .argument('<address>', 'any address of theirs')
    .option('--yes', 'really do it; it cannot be undone')
    .addOption(organizationOption())
    .action(async (address: string, given: EraseArguments) => {
      const { runErase } = await import('./erase.ts');
      done(await runErase(deps, address, given));
    });
}

function addBrake(program: Command, deps: CliDeps, done: Done): void {
  const brake = program.command('brake').description('Stop all answers, or take back what a rule did.');
  brake
    .command('stop')
    .description('Answer nothing from now on.')
    .option('--reason <words>', 'why, for the audit log')
    .addOption(organizationOption())
    .action(async (given) => done(await (await import('./brake.ts')).runBrakeStop(deps, given)));
  brake
    .command('release')
    .description('Answer again.')
    .addOption(organizationOption())
    .action(async (given) => done(await (await import('./brake.ts')).runBrakeRelease(deps, given)));
  brake
    .command('undo')
    .description('Take back everything that a rule answered since a time.')
    .requiredOption('--rule <name>', 'for example no-meeting-day')
    .requiredOption('--since <time>', 'ISO 8601, for example 2026-11-20T08:00Z')
    .addOption(organizationOption())
    .action(async (given) => done(await (await import('./brake.ts')).runBrakeUndo(deps, given)));
  brake
    .command('status')
    .description('Say whether answers are stopped, and which rules fell back.')
    .addOption(organizationOption())
    .action(async (given) => done(await (await import('./brake.ts')).runBrakeStatus(deps, given)));
  brake
    .command('lift')
    .description('Let a rule answer again that fell back.')
    .argument('<rule>', 'for example no-meeting-day')
    .addOption(organizationOption())
    .action(async (rule: string, given) =>
      done(await (await import('./brake.ts')).runBrakeLift(deps, rule, given)),
    );
}

function organizationOption(): Option {
  return new Option('--organization <name>', 'name or id (default: that of the settings)');
}

function jsonOption(): Option {
  return new Option('--json', 'for programs');
}
