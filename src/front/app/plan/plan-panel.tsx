import { displayText } from '../../plain-text.ts';
import { ruleWords } from '../cases/rule-words.ts';
import type { PageFrame } from '../page-frame.ts';
import { Badge } from '../parts.tsx';
import { momentText } from '../when.ts';
import { PlanCreate } from './plan-create.tsx';
import { problemText } from './plan-form.tsx';
import { PlanHours } from './plan-hours.tsx';
import { PlanInstead } from './plan-instead.tsx';
import { PlanSlots } from './plan-slots.tsx';
import { type PlanTexts, planTexts } from './plan-texts.ts';
import type { JudgedPlan, PlanView } from './plan-view.ts';

const longestLine = 300;
const mostEvidence = 4;

/**
 * What the gate says of the form as it is: verdict, reasons, whose hour it is, and what can be done. Everything in it
 * that takes the focus has an id: by that htmx gives the focus back where the panel is replaced under somebody's hands.
 */
export function PlanPanel({ view, frame }: { view: PlanView; frame: PageFrame }) {
  const texts = planTexts[frame.language];
  const { judged } = view;
  return (
    <>
      <h2 id="panel-title">{texts.panelTitle}</h2>
      {judged === null ? (
        <Unjudged view={view} texts={texts} />
      ) : (
        <>
          <Judged judged={judged} frame={frame} />
          {judged.draft !== null && (
            <PlanInstead draft={judged.draft} canWrite={view.desk.calendar !== null} frame={frame} />
          )}
          <PlanHours judged={judged} frame={frame} />
          <PlanSlots judged={judged} frame={frame} />
          <PlanCreate view={view} judged={judged} frame={frame} />
        </>
      )}
    </>
  );
}

function Unjudged({ view, texts }: { view: PlanView; texts: PlanTexts }) {
  if (view.problems.length === 0) return <p class="soft">{texts.panelEmpty}</p>;
  const fields = [...new Set(view.problems.map(({ field }) => field))].filter((field) => field !== 'key');
  return (
    <div class="card">
      <h3>{texts.problemsTitle}</h3>
      <ul>
        {fields.map((field) => (
          <li>
            <strong>{texts.fields[field]}:</strong> {problemText(view, texts, field)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Judged({ judged, frame }: { judged: JudgedPlan; frame: PageFrame }) {
  const texts = planTexts[frame.language];
  const { judgement, plan } = judged;
  const { need } = judgement.need;
  const next = texts.verdictsNext[judgement.verdict];
  return (
    <div class="card">
      <Badge tone={need}>{texts.needs[need]}</Badge>
      <p class="lead">{texts.verdicts[judgement.verdict]}</p>
      {next !== '' && <p>{next}</p>}
      {plan.clock !== null && (
        <p class="notice">{texts.clocks[plan.clock](momentText(plan.startMs, frame))}</p>
      )}
      <Reasons judgement={judgement} frame={frame} />
      {judgement.changes.length > 0 && (
        <>
          <h3>{texts.changes}</h3>
          <ul lang="en">
            {judgement.changes.map((change) => (
              <li>{displayText(change, longestLine)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The reasons of core are English: in other languages the rule's own sentence goes before them. */
function Reasons({ judgement, frame }: { judgement: JudgedPlan['judgement']; frame: PageFrame }) {
  const texts = planTexts[frame.language];
  const { signals, reasons } = judgement;
  const evidence = [signals.purpose, signals.urgency, signals.complexity, signals.relationship].flatMap(
    (signal) => signal.evidence.map(({ text }) => displayText(text, 80)),
  );
  const quoted = [...new Set(evidence)].filter((text) => text !== '').slice(0, mostEvidence);
  if (reasons.length === 0 && quoted.length === 0) return null;
  return (
    <>
      <h3>{texts.why}</h3>
      <ul>
        {reasons.map(({ rule, because }) => (
          <li>
            {frame.language !== 'en' && <>{ruleWords(rule, frame.language)?.sentence ?? rule} </>}
            <span lang="en" class={frame.language === 'en' ? '' : 'soft'}>
              {displayText(because, longestLine)}
            </span>
          </li>
        ))}
      </ul>
      {quoted.length > 0 && (
        <p class="soft">
          {texts.readFrom}{' '}
          {quoted.map((text, index) => (
            <>
              {index > 0 && ', '}
              <q>{text}</q>
            </>
          ))}
        </p>
      )}
    </>
  );
}
