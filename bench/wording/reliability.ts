import { binsOf } from './confidence-bins.ts';
import { contradictions, type JudgedInvite, judgeAll, type LabelledMeeting } from './judged-invite.ts';
import { type Outcomes, outcomesOf, predictionsOf, signalOutcomes } from './outcomes.ts';
import { hasTellingBody, steadinessOf, withNeutralTitles, withShuffledTitles } from './self-checks.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
const share = (part: number, whole: number): string => `${part} of ${whole} (${percent(part, whole)})`;

/** Everything that the bench says about one set, as lines of text. */
export function reportOf(meetings: readonly LabelledMeeting[]): string[] {
  const judged = judgeAll(meetings);
  return [
    ...needLines('need', outcomesOf(judged)),
    ...wrongLines(outcomesOf(judged)),
    '',
    'signals, on invites labelled live or async',
    ...signalOutcomes(judged).map(
      ({ name, labelled, known, right }) =>
        `  ${name.padEnd(13)} known ${share(known, labelled)}, right ${share(right, known)}`,
    ),
    ...byLanguage(judged),
    '',
    ...selfCheckLines(meetings, judged),
  ];
}

function needLines(title: string, outcomes: Outcomes): string[] {
  const { decidable, answered, right, unclear, leftUnclear, forbidden } = outcomes;
  return [
    `${title}, answered ${share(answered, decidable)}, right ${share(right, answered)}`,
    `  unclear where labelled unclear ${share(leftUnclear, unclear)}, forbidden mistakes ${forbidden.length}`,
  ];
}

function wrongLines({ wrong }: Outcomes): string[] {
  return wrong.map(
    ({ meeting, label, judgement: { need } }) =>
      `  wrong: ${need.need} (${need.confidence.toFixed(2)}), labelled ${label.need} ${label.kind}: ${meeting.summary}`,
  );
}

/** The whole set, then each language; a set without languages is told as a whole only. */
function byLanguage(judged: readonly JudgedInvite[]): string[] {
  const languages = [...new Set(judged.map(({ label }) => label.lang))].filter((lang) => lang !== undefined);
  return [
    ...reliabilityLines('all languages', judged),
    ...languages.flatMap((language) => {
      const own = judged.filter(({ label }) => label.lang === language);
      return ['', ...needLines(`in ${language}`, outcomesOf(own)), ...reliabilityLines(language, own)];
    }),
  ];
}

function reliabilityLines(name: string, judged: readonly JudgedInvite[]): string[] {
  const rows = binsOf(predictionsOf(judged)).filter(({ count }) => count > 0);
  return [
    '',
    `reliability, ${name}: confidence, stated on average, right, Wilson 95 % interval`,
    ...rows.map(({ from, to, count, right, stated, interval }) => {
      const [low, high] = interval ?? [0, 1];
      return `  ${from.toFixed(2)}-${to.toFixed(2)}  ${(stated ?? 0).toFixed(3)}  ${share(right, count).padEnd(22)}  ${low.toFixed(3)}-${high.toFixed(3)}`;
    }),
  ];
}

function selfCheckLines(meetings: readonly LabelledMeeting[], judged: readonly JudgedInvite[]): string[] {
  const telling = judged.filter(hasTellingBody);
  const line = (name: string, before: readonly JudgedInvite[], after: readonly LabelledMeeting[]): string => {
    const { invites, same, flipped } = steadinessOf(before, after);
    return `  ${name.padEnd(34)} same ${share(same, invites)}, live and async exchanged ${flipped}`;
  };
  const shuffled = withShuffledTitles(meetings);
  return [
    'self-checks',
    line('shuffled titles, all', judged, shuffled),
    line('shuffled titles, 15 words or more', telling, shuffled.filter(hasTellingBody)),
    line('neutral titles, all', judged, withNeutralTitles(meetings)),
    line('neutral titles, 15 words or more', telling, withNeutralTitles(telling)),
  ];
}

/** Bodies that contradict their titles; the label is the body's. */
export function contradictionLines(): string[] {
  const outcomes = outcomesOf(judgeAll(contradictions()));
  return [...needLines('bodies against titles', outcomes), ...wrongLines(outcomes)];
}
