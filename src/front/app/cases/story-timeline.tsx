import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { momentText } from '../when.ts';
import type { Story, StoryStep } from './case-view-types.ts';
import { deadlineText } from './deadline-text.ts';
import { isByInviter } from './is-by-inviter.ts';
import { troubleText } from './outcome.ts';
import { ruleWords } from './rule-words.ts';
import { shownName } from './shown-text.tsx';
import { timelineTexts } from './timeline-texts.ts';

type EffectStep = Extract<StoryStep, { readonly kind: 'effect' }>;

/** Deadlines of what is written instead. */
const inWriting: ReadonlySet<string> = new Set(['thread', 'escalation']);

/** What happened to a case, oldest first, then what is to come. */
export function StoryTimeline({ story, frame }: { story: Story; frame: PageFrame }) {
  const texts = timelineTexts[frame.language];
  return (
    <section class="card">
      <h2>{texts.heading}</h2>
      <ol class="case-steps">
        <li>
          <Moment text={momentText(story.openedMs, frame)} />
          <p>{texts.opened}</p>
        </li>
        {story.steps.map((step) => (
          <Step step={step} story={story} frame={frame} />
        ))}
        {story.deadlines.map(({ name, dueMs }) => (
          <li class="to-come">
            <Moment text={(inWriting.has(name) ? deadlineText : momentText)(dueMs, frame)} />
            <p>{entryOf(texts.toCome, name) ?? texts.otherDeadline}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ step, story, frame }: { step: StoryStep; story: Story; frame: PageFrame }) {
  const texts = timelineTexts[frame.language];
  const inviter = story.organizer === null ? null : shownName(story.organizer);
  if (step.kind === 'event') {
    const { event, facts, atMs } = step;
    const who = isByInviter(step) ? (inviter ?? texts.byInviter.unnamed) : actorText(step.actor, frame);
    const told = isByInviter(step) ? texts.byInviter.converted : entryOf(texts.events, event)?.(facts);
    const rule = facts.rule === null ? null : ruleName(facts.rule, frame);
    return (
      <li>
        <Moment text={momentText(atMs, frame)} who={who} />
        <p>
          {told ?? texts.otherEvent} {rule !== null && texts.rule(rule)}
        </p>
        {facts.because !== undefined && <blockquote>{displayText(facts.because, 500)}</blockquote>}
      </li>
    );
  }
  const { words, wordsArrived, trouble, atMs } = step;
  const isForInviter = step.effect === 'openThread' && step.state === 'done' && story.steps.some(isByInviter);
  return (
    <li>
      <Moment text={momentText(atMs, frame)} who={texts.actors.gate} />
      <p>{isForInviter ? texts.byInviter.threadOpened(inviter) : effectText(step, frame)}</p>
      {typeof trouble?.code === 'string' && (
        <p class="hint">{texts.problemCode(displayText(trouble.code, 80))}</p>
      )}
      {words !== null && (
        <details>
          <summary>{texts.words}</summary>
          {!wordsArrived && <p class="hint">{texts.wordsDropped}</p>}
          <blockquote lang="en">
            {words.subject !== null && (
              <p>
                <strong>{displayText(words.subject, 200)}</strong>
              </p>
            )}
            {linesOf(words.text).map((line) => (
              <p>{line}</p>
            ))}
          </blockquote>
        </details>
      )}
    </li>
  );
}

function Moment({ text, who }: { text: string; who?: string }) {
  return (
    <p class="hint">
      <time>{text}</time>
      {who !== undefined && ` · ${who}`}
    </p>
  );
}

function effectText(step: EffectStep, { language }: PageFrame): string {
  const texts = timelineTexts[language];
  const { effect, state, answer, about, withdrawal } = step;
  if (state === 'refused' || state === 'in-doubt') return troubleText({ kind: state, effect }, language);
  if (state === 'superseded') return entryOf(texts.dropped, effect) ?? texts.otherEvent;
  if (state !== 'done') return entryOf(texts.planned, effect) ?? texts.otherEvent;
  switch (effect) {
    case 'answerInvite':
      return texts.answered[answer ?? 'tentative'];
    case 'withdrawAnswer':
      return entryOf(texts.withdrawn, withdrawal ?? 'nothing-stood') ?? texts.otherEvent;
    case 'openThread':
      return texts.threadOpened;
    case 'escalateThread':
      return texts.escalated;
    default:
      return entryOf(texts.mailed, about ?? '') ?? texts.otherMail;
  }
}

function actorText(actor: string, { language, viewer }: PageFrame): string {
  const { actors } = timelineTexts[language];
  if (actor === viewer?.address) return actors.you;
  return entryOf<string>(actors, actor) ?? shownName(actor);
}

function ruleName(rule: string, { language }: PageFrame): string {
  return ruleWords(rule, language)?.name ?? shownName(rule);
}

const mostLines = 60;
const longestRead = 20_000;

/** Words that were sent, line by line. */
function linesOf(text: string): readonly string[] {
  return text
    .slice(0, longestRead)
    .split('\n')
    .map((line) => displayText(line, 400))
    .filter((line) => line !== '')
    .slice(0, mostLines);
}

/** An own entry of a table; names come from the store, and could be `constructor`. */
function entryOf<Value>(table: Readonly<Partial<Record<string, Value>>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
