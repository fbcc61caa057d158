import { documentLink } from '../../document-link.ts';
import { displayText } from '../../plain-text.ts';
import type { PageFrame } from '../page-frame.ts';
import { momentText } from '../when.ts';
import type { Story } from './case-view-types.ts';
import { deadlineText } from './deadline-text.ts';
import { isByInviter } from './is-by-inviter.ts';
import { shownName } from './shown-text.tsx';
import { storyTexts } from './story-texts.ts';

const longestText = 2_000;

/** What replaced the meeting: the document, and what was decided in it. */
export function StoryWritten({ story, frame }: { story: Story; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  const { thread, steps, organizer } = story;
  if (thread === null) return null;
  const { documentUrl, isEscalated, decision } = thread;
  const link = documentLink(documentUrl, frame.isSandbox);
  return (
    <section class="card">
      <h2>{decision === null ? texts.thread : texts.decision}</h2>
      {decision !== null && <Decision decision={decision} frame={frame} />}
      {steps.some(isByInviter) && (
        <p>{texts.threadByInviter(organizer === null ? null : shownName(organizer))}</p>
      )}
      {link !== null ? (
        <p>
          <a href={link} rel="noreferrer">
            {texts.threadLink}
          </a>
        </p>
      ) : (
        decision === null && <p>{texts.threadWaits}</p>
      )}
      {isEscalated && <p>{texts.threadEscalated}</p>}
    </section>
  );
}

type Decided = NonNullable<NonNullable<Story['thread']>['decision']>;

function Decision({ decision, frame }: { decision: Decided; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  const { what, why, notChosen, by, atMs } = decision;
  return (
    <>
      <p class="lead">{displayText(what, longestText)}</p>
      <p class="soft">{texts.decisionBy(by === null ? '' : shownName(by), momentText(atMs, frame))}</p>
      {why !== null && (
        <>
          <h3>{texts.decisionWhy}</h3>
          <p>{displayText(why, longestText)}</p>
        </>
      )}
      {notChosen.length > 0 && (
        <>
          <h3>{texts.decisionNotChosen}</h3>
          <ul>
            {notChosen.map((alternative) => (
              <li>{displayText(alternative, longestText)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The draft that goes with the answer, or could; what stands in it is text of the invite, the rest English. */
export function StoryOffer({ offer, frame }: { offer: Story['offer']; frame: PageFrame }) {
  const texts = storyTexts[frame.language];
  if (offer === null) return null;
  const { title, sections, dueMs } = offer.draft;
  return (
    <section class="card">
      <h2>{offer.wasMade ? texts.offerMade : texts.offerPossible}</h2>
      <p class="hint">{texts.offerHint}</p>
      {dueMs !== null && offer.wasMade && <p>{texts.dueBy(deadlineText(dueMs, frame))}</p>}
      <details>
        <summary>{displayText(title, 200)}</summary>
        <div lang="en">
          {sections.map(({ heading, hint, lines }) => (
            <>
              <h3>{heading}</h3>
              <p class="hint">{hint}</p>
              {lines.length > 0 && (
                <ul>
                  {lines.map((line) => (
                    <li>{displayText(line, 300)}</li>
                  ))}
                </ul>
              )}
            </>
          ))}
        </div>
      </details>
    </section>
  );
}
