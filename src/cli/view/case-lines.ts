import { displayText } from '../../front/plain-text.ts';
import type { OperationValue } from '../service/operations.ts';
import { timeText } from './time-text.ts';

const longestTitle = 60;
const mostExamples = 10;

export function caseLines(cases: OperationValue<'cases'>): string {
  if (cases.length === 0) return 'No case yet.\n';
  return cases
    .map((each) => {
      const title =
        each.summary === null ? '(private or without a title)' : displayText(each.summary, longestTitle);
      const when = each.startMs === null ? 'time unknown' : timeText(each.startMs);
      const would = each.wouldAct === each.act ? '' : ` (without observing and brake: ${each.wouldAct})`;
      const rule = each.rule === null ? '' : ` by ${each.rule}`;
      const undone = each.overridden ? ', undone' : '';
      return [
        `${when}  ${title}  ${each.address}`,
        `    ${each.verdict ?? 'not judged'}, ${each.act}${would}${rule}; ${each.state}${undone}`,
        `    undo ${each.id}`,
        '',
      ].join('\n');
    })
    .join('');
}

export function undoLine({ result, works }: OperationValue<'undo'>): string {
  const later = works ? '' : ' A worker takes the answer back when it runs.';
  return result === 'already'
    ? 'It was undone before.\n'
    : `Undone; this meeting is never touched again.${later}\n`;
}

export function observationLines(reports: OperationValue<'observation'>): string {
  if (reports.length === 0) return 'No mailbox is connected.\n';
  return reports
    .map(({ address, sinceMs, untilMs, byRule, examples, isPart }) => {
      if (untilMs === null) return `${address}: was never only watched.\n`;
      const rules = Object.entries(byRule).map(([rule, count]) => `${count} by ${rule}`);
      const lines = examples.slice(0, mostExamples).map(({ startMs, wouldAct, rule, because }) => {
        const when = startMs === null ? 'time unknown' : timeText(startMs);
        return `    ${when}  ${wouldAct} by ${rule ?? 'no rule'}: ${because[0] ?? ''}\n`;
      });
      return [
        `${address}: watched from ${timeText(sinceMs)} to ${timeText(untilMs)}; `,
        rules.length === 0
          ? 'nothing would have been answered.\n'
          : `would have answered ${rules.join(', ')}.\n`,
        isPart ? '    Only the newest cases were looked at.\n' : '',
        ...lines,
      ].join('');
    })
    .join('');
}
