import path from 'node:path';
import { audit, auditJson } from '../app/audit.ts';
import { readingWindow } from '../app/audit-month.ts';
import type { ReadProblem } from '../core/meeting/reading.ts';
import type { AuditPageData } from '../front/report/audit-page-data.ts';
import { auditPageData } from './audit-page.ts';
import { type CliDeps, type ExitStatus, exitStatus } from './cli-deps.ts';
import { jsonText } from './json-text.ts';
import { type JudgingArguments, prepareJudging } from './judging.ts';
import { sayNotes, sayRefused } from './messages.ts';
import { parseMonth } from './option-values.ts';
import { namedInputs, readAll } from './read-inputs.ts';
import { auditText } from './view/audit-text.ts';
import { frameOf } from './view/frame.ts';
import { writeOutput } from './write-output.ts';

export interface AuditArguments extends Omit<JudgingArguments, 'as' | 'now'> {
  readonly month?: string;
  readonly json?: boolean;
  readonly html?: string;
}

/**
 * `audit`: the meeting load of a month, and what the gate would have done. All files are one calendar.
 *
 * @returns 2 where an option or a part of a file was refused; the rest is in the figures
 */
export async function runAudit(
  deps: CliDeps,
  files: readonly string[],
  given: AuditArguments,
): Promise<ExitStatus> {
  const judging = await prepareJudging(deps, given);
  const month = given.month === undefined ? null : parseMonth(given.month);
  if (!judging.ok || month?.ok === false) {
    const wrongMonth = month?.ok === false ? [month.problem] : [];
    await sayRefused(deps, [...wrongMonth, ...(judging.ok ? [] : judging.problems)]);
    return exitStatus.refused;
  }
  await sayNotes(deps, judging.notes);
  const nowMs = deps.nowMs();
  const askedMonth = month?.value ?? null;
  const inputs = namedInputs(deps, files, readingWindow(askedMonth, nowMs));
  const items = await readAll(inputs);
  const result = audit(items, { ...judging.options, month: askedMonth, nowMs });
  if (!items.some(({ kind }) => kind !== 'note')) await sayNotes(deps, [noEvents(files)]);
  const { hourlyRate } = judging.options.policyOf(judging.options.me);
  if (given.json) await deps.stdout.write(`${jsonText(auditJson(result))}\n`);
  else await deps.stdout.write(auditText(result, hourlyRate.currency, frameOf(deps.stdout)));
  const unwritten =
    given.html === undefined
      ? null
      : await writeOutput(
          deps,
          given.html,
          await renderPage(
            auditPageData(
              result,
              inputs.map(({ name }) => path.basename(name)),
              judging.options.me,
              hourlyRate,
            ),
          ),
          'The page is in',
        );
  const refused = [...result.refused, ...(unwritten ? [unwritten] : [])];
  await sayRefused(deps, refused);
  return refused.length > 0 ? exitStatus.refused : exitStatus.ok;
}

/** The page brings a chart library, which every other command can do without. */
async function renderPage(data: AuditPageData): Promise<string> {
  const { renderAuditPage } = await import('../front/report/audit-page.tsx');
  return renderAuditPage(data);
}

function noEvents(files: readonly string[]): ReadProblem {
  const what = files.length === 1 ? 'the calendar holds no events' : 'the calendars hold no events';
  return { place: files.join(', '), what, remedy: 'if they should, export them again' };
}
