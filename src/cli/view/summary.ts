import type { JudgedMeeting } from '../../app/triage.ts';
import { type Verdict, verdicts } from '../../core/gate/verdict.ts';
import { wrapCells } from './cells.ts';
import type { Frame } from './frame.ts';
import { createPalette, type Palette } from './palette.ts';
import { verdictNames } from './verdict-names.ts';

const widestLine = 100;

/** Counts by verdict, those that occur: `3 meet · 2 go async`; on as many lines as `columns` cells make of them. */
export function verdictCounts(
  counts: Readonly<Record<Verdict, number>>,
  columns: number,
  palette: Palette,
): string[] {
  const present = verdicts.filter((verdict) => counts[verdict] > 0);
  const parts = present.map((verdict, index) => {
    const separator = index < present.length - 1 ? `${unbreakable}·` : '';
    const text = `${counts[verdict]} ${verdictNames[verdict]}`.replaceAll(' ', unbreakable);
    return palette.verdict(verdict, text) + separator;
  });
  return wrapCells(parts.join(' '), columns).map((line) => line.replaceAll(unbreakable, ' '));
}

const unbreakable = '\u00a0';

/** The lines under a table of verdicts: how many of each, what could be written, what to do next. */
export function triageSummary(judged: readonly JudgedMeeting[], frame: Frame): string {
  const palette = createPalette(frame.colors);
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { judgement } of judged) counts[judgement.verdict] += 1;
  const async = judged.filter(({ judgement }) => couldBeAsync(judgement)).length;
  const meetings = judged.length - counts.skip;
  const columns = frame.columns ?? widestLine;
  const sentences = [
    ...(async > 0
      ? [`${async} of ${meetings} need not be live: a document, a video or a thread would do.`]
      : []),
    ...answerSentence(judged),
    ...nextSteps(counts),
  ];
  return `${[
    palette.bold(invites(judged.length)),
    ...verdictCounts(counts, Math.min(columns, widestLine), palette),
    ...sentences.flatMap((sentence) => wrapCells(sentence, Math.min(columns, widestLine))),
  ].join('\n')}\n`;
}

/** What this policy would do by itself, so that nobody is surprised. */
function answerSentence(judged: readonly JudgedMeeting[]): string[] {
  const declined = judged.filter(({ judgement }) => judgement.act === 'decline').length;
  const tentative = judged.filter(({ judgement }) => judgement.act === 'tentative').length;
  const answers = [
    ...(declined > 0 ? [`decline ${declined} at once`] : []),
    ...(tentative > 0 ? [`answer ${tentative} tentatively`] : []),
  ];
  return answers.length > 0
    ? [`By itself this policy would ${answers.join(' and ')}; all else is up to you.`]
    : [];
}

function nextSteps(counts: Readonly<Record<Verdict, number>>): string[] {
  const steps = [
    ...(counts['go-async'] > 0 ? ['offer the organizer the written form'] : []),
    ...(counts.decline + counts.move > 0 ? ['propose another time for what lies in protected hours'] : []),
    ...(counts.ask > 0 ? ['ask what the unclear ones are for'] : []),
  ];
  return steps.length > 0 ? [`Next: ${steps.join('; ')}. All fields of each verdict: --json.`] : [];
}

function invites(count: number): string {
  return count === 1 ? '1 invite' : `${count} invites`;
}

/** True where the gate offers a document, a video or a thread instead. */
function couldBeAsync({ verdict, alternative }: JudgedMeeting['judgement']): boolean {
  return verdict === 'go-async' || (verdict === 'decline' && alternative !== null);
}
