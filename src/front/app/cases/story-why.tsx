import type { Reason } from '../../../core/need/need.ts';
import type { EvidenceField } from '../../../core/signals/signal.ts';
import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { momentText } from '../when.ts';
import type { StoryQuestions } from './case-view-types.ts';
import { purposeTexts } from './purpose-texts.ts';
import { ruleWords } from './rule-words.ts';
import { Because, shownName } from './shown-text.tsx';
import { storyTexts } from './story-texts.ts';

/** Both questions, each rule that spoke with its reason, and the words of the invite that were read. */
export function StoryWhy({ questions, frame }: { questions: StoryQuestions; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  const { need, time } = questions;
  return (
    <section class="card">
      <h2>{texts.why}</h2>
      {need === null && time === null && <p>{texts.notJudged}</p>}
      <div class="grid-2">
        {time !== null && <TimeAnswer time={time} frame={frame} />}
        {need !== null && <NeedAnswer need={need} frame={frame} />}
      </div>
    </section>
  );
}

function NeedAnswer({ need, frame }: { need: NonNullable<StoryQuestions['need']>; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  const percent = new Intl.NumberFormat(frame.locale, { style: 'percent' }).format(need.confidence);
  return (
    <div>
      <h3>{texts.needQuestion}</h3>
      <p>
        {texts.need[need.answer]} <span class="soft">{texts.sure(percent)}</span>
      </p>
      <Reasons reasons={need.reasons} frame={frame} />
      <Quotes read={need.read} frame={frame} />
    </div>
  );
}

function TimeAnswer({ time, frame }: { time: NonNullable<StoryQuestions['time']>; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  const { ok, isExempt, judged, collided, reasons } = time;
  const free = isExempt ? texts.timeExempt : texts.timeFree;
  return (
    <div>
      <h3>{texts.timeQuestion}</h3>
      <p>
        {ok === null ? texts.timeUnknown : ok || isExempt ? free : texts.timeBlocked}{' '}
        {judged > 1 && collided > 0 && texts.ofSeries(collided, judged)}
      </p>
      <Reasons reasons={reasons} frame={frame} />
    </div>
  );
}

function Reasons({ reasons, frame }: { reasons: readonly Reason[]; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  if (reasons.length === 0) return null;
  return (
    <ul class="case-reasons">
      {reasons.map(({ rule, says, because }) => (
        <li>
          <strong>{ruleWords(rule, frame.language)?.name ?? shownName(rule)}</strong>{' '}
          <span class="soft">({texts.says[says]})</span>
          <br />
          <Because rule={rule} because={because} frame={frame} />
        </li>
      ))}
    </ul>
  );
}

type Read = NonNullable<StoryQuestions['need']>['read'];

function Quotes({ read, frame }: { read: Read; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  if (read.length === 0) return null;
  return (
    <>
      <h4>{texts.readFrom}</h4>
      <p class="hint">{texts.evidenceNow}</p>
      <dl class="case-read">
        {read.map(({ signal, value, evidence }) => (
          <>
            <dt>
              {texts.signals[signal]}: {valueText(signal, value, frame)}
            </dt>
            {evidence.map(({ field, text }) => (
              <dd>
                <q>{quotedText(field, text, frame)}</q> <small>({texts.fields[field]})</small>
              </dd>
            ))}
          </>
        ))}
      </dl>
    </>
  );
}

/** Core reads when an invite was written from the calendar, which says it for machines. */
function quotedText(field: EvidenceField, text: string, frame: PageFrame): string {
  const ms = field === 'created' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? displayText(text, 200) : momentText(ms, frame);
}

function valueText(signal: Read[number]['signal'], value: string, { language }: PageFrame): string {
  const table: Readonly<Partial<Record<string, string>>> =
    signal === 'purpose' ? purposeTexts[language] : signalValues[language];
  return (Object.hasOwn(table, value) ? table[value] : undefined) ?? shownName(value);
}

const signalValues = {
  en: {
    emergency: 'emergency',
    high: 'high',
    normal: 'normal',
    low: 'low',
    sensitive: 'sensitive',
    external: 'outside people',
    new: 'new',
    established: 'they know each other',
  },
  de: {
    emergency: 'Notfall',
    high: 'hoch',
    normal: 'normal',
    low: 'gering',
    sensitive: 'heikel',
    external: 'Menschen von außerhalb',
    new: 'neu',
    established: 'bekannt miteinander',
  },
} as const;
