import { displayText } from '../../plain-text.ts';
import { appPage } from '../app-page.tsx';
import type { PageFrame } from '../page-frame.ts';
import { momentText, whenText } from '../when.ts';
import type { Story, StoryInput } from './case-view-types.ts';
import { outcomeSentences } from './outcome.ts';
import { saidText } from './said-texts.ts';
import { shownName, shownOrganizer, shownSentence, shownTitle, VerdictBadge } from './shown-text.tsx';
import { StoryActs, StoryUndo } from './story-acts.tsx';
import { StoryChanges } from './story-changes.tsx';
import { storyTexts } from './story-texts.ts';
import { StoryTimeline } from './story-timeline.tsx';
import { StoryWhy } from './story-why.tsx';
import { StoryOffer, StoryWritten } from './story-written.tsx';

/** What a form of the page held, and what was wrong with it, where it comes back. */
const untouched: StoryInput = { values: {}, problem: null };

/** One case of its owner: what was done, what can be done about it, why, and all that happened. */
export function storyPage(story: Story, frame: PageFrame, input: StoryInput = untouched): string {
  const texts = storyTexts[frame.language];
  const title = shownTitle(story, frame);
  const [done, ...more] = outcomeSentences(story.status, story.verdict, frame);
  // What waits for the reader stands above why it does.
  const isProposed = story.status.state === 'proposed';
  return appPage(
    frame,
    { title, current: 'cases', said: saidText(frame) },
    <>
      <p>
        <a class="case-back" href="/cases">
          {texts.back}
        </a>
      </p>
      <p class="case-head">
        <VerdictBadge verdict={story.verdict} status={story.status} frame={frame} />
        <span class="soft">{factsOf(story, frame)}</span>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {done} {more.join(' ')}
      </p>
      <StoryUndo story={story} frame={frame} />
      {isProposed && <StoryChanges story={story} frame={frame} />}
      {story.note !== null && (
        <section class="card">
          <h2>{texts.note}</h2>
          <p>{displayText(story.note, 500)}</p>
        </section>
      )}
      <StoryWhy questions={story.questions} frame={frame} />
      <StoryWritten story={story} frame={frame} />
      {!isProposed && <StoryChanges story={story} frame={frame} />}
      <StoryOffer offer={story.offer} frame={frame} />
      <StoryActs story={story} frame={frame} input={input} />
      <StoryTimeline story={story} frame={frame} />
      <Related story={story} frame={frame} />
      <Technical story={story} frame={frame} />
    </>,
  );
}

function factsOf(story: Story, frame: PageFrame): string {
  const facts = [whenText(story.startMs, story.endMs, frame), shownOrganizer(story, frame)];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function Related({ story: { related }, frame }: { story: Story; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  if (related.length === 0) return null;
  return (
    <section class="card">
      <h2>{texts.related}</h2>
      <ul class="case-related">
        {related.map(({ id, startMs, isWhole, status }) => (
          <li>
            <a href={`/cases/${id}`}>
              {isWhole || startMs === null ? texts.wholeSeries : momentText(startMs, frame)}
            </a>{' '}
            <span class="soft">{outcomeSentences(status, null, frame)[0]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For whoever maintains the rules: names, sources and the words of core, which nobody else has to read. */
function Technical({ story, frame }: { story: Story; frame: PageFrame }) {
  const { id, technical, rule, questions } = story;
  const reasons = [...(questions.time?.reasons ?? []), ...(questions.need?.reasons ?? [])];
  const rows = Object.entries({ id, rule: rule ?? '', ...technical });
  return (
    <details class="case-technical">
      <summary>{storyTexts[frame.language].technical}</summary>
      <dl lang="en">
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>
              <code>{displayText(String(value), 300)}</code>
            </dd>
          </>
        ))}
        {reasons.map((reason) => (
          <>
            <dt>{shownName(reason.rule)}</dt>
            <dd>
              {shownSentence(reason.because, frame)} <small>({displayText(reason.source, 200)})</small>
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}
