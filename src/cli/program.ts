import { Command, Option } from 'commander';
import type { AuditArguments } from './audit.ts';
import type { CliDeps, ExitStatus } from './cli-deps.ts';
import { examples } from './examples.ts';
import type { FairnessArguments } from './fairness-options.ts';
import type { PolicyCheckArguments } from './policy-check.ts';
import { addService } from './program-service.ts';
import type { SandboxArguments } from './sandbox.ts';
import type { TriageArguments } from './triage.ts';

/** Called with the exit status of the command that ran. */
type Done = (status: ExitStatus) => void;

const kinds =
  'Files are .ics, or events of Google Calendar or Microsoft Graph as JSON or JSON Lines; - is standard input.';

/** The commands, their options and their help. A command is loaded when it runs: help must not wait for calendars. */
export function createProgram(deps: CliDeps, done: Done): Command {
  const program = new Command('meeting-gatekeeper')
    .description('Asks of every meeting: does it have to be live, and may it be at this hour?')
    .option('--debug', 'show where in the code a fault happened')
    .showHelpAfterError('Add --help to see the options and examples.');
  addTriage(program, deps, done);
  addAudit(program, deps, done);
  addFairness(program, deps, done);
  addPolicy(program, deps, done);
  addSandbox(program, deps, done);
  program
    .command('demo')
    .description('Show how invites are judged, on a month of an invented calendar.')
    .action(async () => {
      const { runDemo } = await import('./demo.ts');
      done(await runDemo(deps));
    });
  addService(program, deps, done);
  return program;
}

function addTriage(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('triage')
    .description('Give a verdict with its reasons for every invite.')
    .argument('<files...>', kinds)
    .addOption(policyOption())
    .addOption(meOption())
    .addOption(
      new Option('--as <role>', 'on whose side: yours as invitee, or as organizer').choices([
        'invitee',
        'organizer',
      ]),
    )
    .option('--now <time>', 'judge as of this ISO 8601 time (default: when each invite was written)')
    .addOption(zoneOption())
    .option('--json', 'one JSON line for each meeting')
    .option('--drafts <file>', 'write what to send instead, prefilled from the invites, as Markdown')
    .addHelpText(
      'after',
      examples([
        'meeting-gatekeeper triage invite.ics',
        'meeting-gatekeeper triage --me sam@acme.example --policy policy.yaml week.ics',
        'meeting-gatekeeper triage --drafts instead.md invite.ics',
        'curl -s https://acme.example/team.ics | meeting-gatekeeper triage --json -',
      ]),
    )
    .action(async (files: string[], given: TriageArguments) => {
      const { runTriage } = await import('./triage.ts');
      done(await runTriage(deps, files, given));
    });
}

function addAudit(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('audit')
    .description('Measure the meeting load of a month, and say what the gate would have done.')
    .argument('<files...>', `${kinds} All files are one calendar.`)
    .addOption(meOption())
    .option('--month <YYYY-MM>', 'the month (default: the last full one)')
    .addOption(zoneOption())
    .addOption(policyOption())
    .option('--json', 'the figures as one JSON object')
    .option('--html <file>', 'write a page to read, print or forward')
    .addHelpText(
      'after',
      examples([
        'meeting-gatekeeper audit --me sam@acme.example --month 2026-10 calendar.ics',
        'meeting-gatekeeper audit --month 2026-10 --html october.html calendar.ics',
      ]),
    )
    .action(async (files: string[], given: AuditArguments) => {
      const { runAudit } = await import('./audit.ts');
      done(await runAudit(deps, files, given));
    });
}

/** What the numbers mean, where people look for it first. */
const fairnessHelp = `

Numbers are point-minutes: for each minute 0 in working hours, 1 within two hours of them, 2 awake, 6 asleep
(23:00 to 07:00), 2 more on a day off. Without --policy people work Monday to Friday, 09:00 to 17:00.
Times without an offset are UTC. A range has 400 days at most, a meeting 24 hours.
A ledger is {"Ann": 480, "Ben": 0}. A series brings its own past, halved every twelve weeks; --ledger replaces it.
A rotation tries half-hourly times, at most eight blocks of four weeks or longer unless --block says otherwise.
Exit status: 0 all was read, 2 something was refused, 1 our fault. The definitions are in docs/fairness.md.`;

function addFairness(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('fairness')
    .description(
      'Find the fairest times for people in several zones, or judge a series by what it costs whom.',
    )
    .addOption(listOption('--people <name=zone,...>', 'who meets, and where; an IANA or Windows zone'))
    .option('--duration <length>', 'how long: 30m, 1h, 1h30m or minutes (default: 30m)')
    .option('--from <time>', 'from this ISO 8601 time on (default: now)')
    .option('--to <time>', 'until this time (default: two weeks later; for a series twelve months later)')
    .option('--current <time>', 'where the meeting is now')
    .option('--ledger <file>', 'what people carried so far: {"NAME": point-minutes} as JSON')
    .option('--limit <n>', 'so many times or series at most (default: 10)')
    .option('--series <file>', 'judge the series of this calendar file, and plan a rotation')
    .option('--uid <uid>', 'only this series')
    .option('--block <n>', 'occurrences of the series between two changes of the rotation')
    .option('--policy <file>', 'your policy: people named by address take hours, zone and days off from it')
    .addOption(
      listOption('--holidays <name=region,...>', 'public holidays by ISO 3166 code, for example DE-BE'),
    )
    .addOption(listOption('--optional <name,...>', 'who need not be there'))
    .addOption(listOption('--no-off-hours <name,...>', 'who takes no off-hours; nobody asks why'))
    .option('--quorum <n>', 'how many must be able to come (default: all who are not optional)')
    .option('--buffer <length>', 'free time before and after (default: none)')
    .addOption(listOption('--busy <name=file>', 'the calendar of one person; may be given several times'))
    .option('--json', 'everything as one JSON object')
    .addHelpText(
      'after',
      examples([
        'meeting-gatekeeper fairness --people Ann=Europe/Paris,Ben=America/New_York,Chi=Asia/Singapore',
        'meeting-gatekeeper fairness --people Ann=Europe/Paris,Ben=Asia/Kolkata --duration 1h --ledger carried.json',
        'meeting-gatekeeper fairness --people Ann=Europe/Paris,Ben=Asia/Tokyo --busy Ann=ann.ics --busy Ben=ben.ics',
        'meeting-gatekeeper fairness --people Ann=Europe/Paris,Ben=Asia/Singapore --series team.ics',
      ]) + fairnessHelp,
    )
    .action(async ({ offHours, ...given }: FairnessArguments & OffHours) => {
      const { runFairness } = await import('./fairness.ts');
      done(await runFairness(deps, { ...given, takesNoOffHours: offHours === true ? [] : offHours }));
    });
}

/** The parser reads `--no-off-hours` as the opposite of an `--off-hours`, names it so, and sets that where it is missing. */
interface OffHours {
  readonly offHours: readonly string[] | true;
}

function addPolicy(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('policy')
    .description('Work with policies, the files that say what is protected.')
    .command('check')
    .description('Say in sentences what a policy means, or everything that is wrong with it.')
    .argument('[file]', 'a policy in YAML or JSON; without one, the default policy')
    .option('--json', 'the sentences and problems as one JSON object')
    .addHelpText(
      'after',
      examples(['meeting-gatekeeper policy check', 'meeting-gatekeeper policy check policy.yaml']),
    )
    .action(async (file: string | undefined, given: PolicyCheckArguments) => {
      const { runPolicyCheck } = await import('./policy-check.ts');
      done(await runPolicyCheck(deps, file ?? null, given));
    });
}

function addSandbox(program: Command, deps: CliDeps, done: Done): void {
  program
    .command('sandbox')
    .description('Run invented calendars that speak as Google Calendar and Microsoft Graph do.')
    .option('--port-google <n>', 'port of the Google APIs; 0 takes a free one (default: 4010)')
    .option('--port-microsoft <n>', 'port of Microsoft Graph (default: 4011)')
    .option('--port-control <n>', 'port of its control and of a page to look at (default: 4012)')
    .option('--state <file>', 'keep everything in this file (default: forget it at the end)')
    .option('--seed <n>', 'a run with the same seed gives the same ids (default: 1)')
    .option('--empty', 'the people without any meeting')
    .addHelpText(
      'after',
      examples(['meeting-gatekeeper sandbox', 'meeting-gatekeeper sandbox --state company.jsonl']),
    )
    .action(async (given: SandboxArguments) => {
      const { runSandbox } = await import('./sandbox.ts');
      done(await runSandbox(deps, given));
    });
}

/** An option that may be given several times. */
function listOption(flags: string, description: string): Option {
  const collect = (text: string, before: unknown): readonly string[] => [
    ...(Array.isArray(before) ? before : []),
    text,
  ];
  return new Option(flags, description).argParser(collect);
}

function policyOption(): Option {
  return new Option('--policy <file>', 'your policy (default: the one that "policy check" explains)');
}

function meOption(): Option {
  return new Option('--me <email>', 'whose calendar it is');
}

function zoneOption(): Option {
  return new Option(
    '--zone <name>',
    "an IANA time zone, for example Europe/Paris (default: the calendar's own)",
  );
}
