import type { Verdict } from '../../../core/gate/verdict.ts';
import type { Reason } from '../../../core/need/need.ts';
import type { Evidence } from '../../../core/signals/signal.ts';
import { displayText } from '../../plain-text.ts';
import { verdictNames, verdictTones } from '../cases/inbox-texts.ts';
import { Because } from '../cases/shown-text.tsx';
import type { PageFrame } from '../page-frame.ts';
import { Badge } from '../parts.tsx';
import { momentText, whenText } from '../when.ts';
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
  const next = texts.verdictsNext[judgement.verdict];
  return (
    <div class="card">
      <Badge tone={verdictTones[judgement.verdict]}>{verdictNames[frame.language][judgement.verdict]}</Badge>
      <p class="lead">{texts.verdicts[judgement.verdict]}</p>
      {next !== '' && <p>{next}</p>}
      {plan.clock !== null && (
        <p class="notice">{texts.clocks[plan.clock](momentText(plan.startMs, frame))}</p>
      )}
      <Reasons judgement={judgement} frame={frame} />
      <Changes judged={judged} frame={frame} />
    </div>
  );
}

/** A time is proposed out of the fairest ones: they are what can be chosen. */
function Changes({ judged, frame }: { judged: JudgedPlan; frame: PageFrame }) {
  const texts = planTexts[frame.language];
  const { judgement, hours, plan, wantsOtherTime } = judged;
  const [fairest] = hours.slots;
  const fairer = wantsOtherTime && fairest && fairest.startMs !== plan.startMs ? fairest : null;
  if (judgement.changes.length === 0 && fairer === null) return null;
  return (
    <>
      <h3>{texts.changes}</h3>
      <ul>
        {judgement.changes.map((change) => (
          <li lang="en">{displayText(change, longestLine)}</li>
        ))}
        {fairer !== null && <li>{texts.fairerTime(whenText(fairer.startMs, fairer.endMs, frame))}</li>}
      </ul>
    </>
  );
}

/** What a reason has to say to carry a verdict; a question is carried by all that is known. */
const carrying: Readonly<Record<Verdict, readonly Reason['says'][]>> = {
  meet: ['live', 'exempt'],
  'meet-differently': ['live', 'exempt'],
  'go-async': ['async'],
  move: ['block'],
  decline: ['block'],
  ask: ['live', 'async', 'limit', 'exempt'],
  skip: ['skip'],
};

/** What carried the verdict, and folded what did not; what would help has a list of its own. */
function Reasons({ judgement, frame }: { judgement: JudgedPlan['judgement']; frame: PageFrame }) {
  const texts = planTexts[frame.language];
  const { signals, verdict } = judgement;
  const reasons = judgement.reasons.filter(({ rule }) => rule !== 'meet-differently');
  const carried = reasons.filter(({ says }) => carrying[verdict].includes(says));
  const others = reasons.filter((reason) => !carried.includes(reason));
  const evidence = [signals.purpose, signals.urgency, signals.complexity, signals.relationship].flatMap(
    (signal) => signal.evidence.filter(isWording).map(({ text }) => displayText(text, 80)),
  );
  const quoted = [...new Set(evidence)].filter((text) => text !== '').slice(0, mostEvidence);
  if (reasons.length === 0 && quoted.length === 0) return null;
  return (
    <>
      <h3>{texts.why}</h3>
      <ReasonList reasons={carried} frame={frame} />
      {others.length > 0 && (
        <details>
          <summary id="why-else">{texts.whyElse}</summary>
          <ReasonList reasons={others} frame={frame} />
        </details>
      )}
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

function ReasonList({ reasons, frame }: { reasons: readonly Reason[]; frame: PageFrame }) {
  if (reasons.length === 0) return null;
  return (
    <ul>
      {reasons.map(({ rule, because }) => (
        <li>
          <Because rule={rule} because={because} frame={frame} />
        </li>
      ))}
    </ul>
  );
}

/** Words that the planner wrote: how many guests there are, or when it was written, is read from no words. */
function isWording({ field, text }: Evidence): boolean {
  return (field === 'summary' || field === 'description') && /\p{L}/u.test(text);
}
