import type { Draft } from '../../core/offer/draft.ts';
import { purposeTexts } from '../app/cases/purpose-texts.ts';
import { storyTexts } from '../app/cases/story-texts.ts';
import { displayText } from '../plain-text.ts';
import { DraftSections } from './draft-sections.tsx';
import { pageWith } from './page-frame.tsx';

/** Structure of `CaseView`; see there. */
export interface CasePage {
  readonly title: string | null;
  readonly whenText: string | null;
  readonly done:
    | { readonly kind: 'answered'; readonly answer: 'accepted' | 'declined' | 'tentative' }
    | { readonly kind: 'withdrawn' }
    | { readonly kind: 'undone' }
    | { readonly kind: 'nothing' };
  readonly rule: string | null;
  readonly reasons: readonly { readonly because: string; readonly source: string }[];
  readonly changes: readonly string[];
  readonly draft: Draft | null;
  readonly zone: string | null;
  readonly canUndo: boolean;
  readonly provider: 'google' | 'microsoft' | null;
  readonly purpose: 'wanted' | 'stated' | 'no-matter';
}

/** Where the forms are posted to. */
interface CaseForms {
  readonly undoPath: string;
  readonly justifyPath: string;
  /** One came back without a purpose. */
  readonly isPurposeMissing: boolean;
}

const longestTitle = 200;
const longestLine = 300;

/** What the gate did with a meeting, why, and what can be done about it. Texts of the invite are cleaned and escaped. */
export function casePage(story: CasePage, forms: CaseForms): string {
  const title = story.title === null ? '' : displayText(story.title, longestTitle);
  const name = title === '' ? 'A meeting' : title;
  return pageWith(
    name,
    <>
      <p class="soft">{whenOf(story)}</p>
      <h1>{name}</h1>
      <p class="lead">{doneText(story.done)}</p>
      {story.purpose === 'stated' && <p>You said what it is for, and it was judged again with that.</p>}
      {story.canUndo && <UndoForm story={story} undoPath={forms.undoPath} />}
      {story.purpose === 'wanted' && <PurposeForm {...forms} />}
      <Why story={story} />
      {story.changes.length > 0 && <Proposals changes={story.changes} />}
      {story.draft !== null && (
        <>
          <h2>{displayText(story.draft.title, longestTitle)}</h2>
          <p class="hint">A draft to start from, in case it need not be a meeting.</p>
          <DraftSections draft={story.draft} />
        </>
      )}
    </>,
  );
}

function UndoForm({ story, undoPath }: { story: CasePage; undoPath: string }) {
  const answered = story.done.kind === 'answered';
  return (
    <form class="actions" method="post" action={undoPath}>
      <button type="submit">{answered ? 'Undo the answer' : 'Leave this meeting alone'}</button>
      <small>
        This meeting will not be touched again.
        {answered && story.provider === 'microsoft' && ` ${storyTexts.en.acts.undoOnOutlook}`}
      </small>
    </form>
  );
}

/** The mail links to it by its id. */
function PurposeForm({ justifyPath, isPurposeMissing }: CaseForms) {
  return (
    <section id="live">
      <h2>This has to be live</h2>
      <form method="post" action={justifyPath}>
        <label for="purpose">What is it for?</label>
        {isPurposeMissing && <p id="missing">Please choose what the meeting is for. Nothing was done yet.</p>}
        <div class="actions">
          <select
            id="purpose"
            name="purpose"
            required
            aria-describedby={isPurposeMissing ? 'missing judged' : 'judged'}
          >
            <option value="">Please choose</option>
            {Object.entries(purposeTexts.en).map(([purpose, name]) => (
              <option value={purpose}>{name}</option>
            ))}
          </select>
          <button type="submit">Judge it with this</button>
        </div>
        <small id="judged">It is judged again with what you say. You can do this once.</small>
      </form>
    </section>
  );
}

function Why({ story: { rule, reasons } }: { story: CasePage }) {
  if (reasons.length === 0) return null;
  return (
    <section>
      <h2>Why</h2>
      {rule !== null && <p class="hint">Decided by the rule “{displayText(rule, longestLine)}”.</p>}
      <ul>
        {reasons.map(({ because, source }) => (
          <li>
            {displayText(because, longestLine)}{' '}
            <small>({displayText(withoutCodes(source), longestLine)})</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proposals({ changes }: { changes: readonly string[] }) {
  return (
    <section>
      <h2>What would help</h2>
      <ul>
        {changes.map((change) => (
          <li>{displayText(change, longestLine)}</li>
        ))}
      </ul>
    </section>
  );
}

function whenOf({ whenText, zone }: CasePage): string {
  return whenText === null ? 'Time unknown' : `${displayText(whenText, longestLine)} (${zone ?? 'UTC'})`;
}

const answers = { accepted: 'accepted', declined: 'declined', tentative: 'tentatively accepted' } as const;

function doneText(done: CasePage['done']): string {
  switch (done.kind) {
    case 'answered':
      return `The gate has ${answers[done.answer]} this invite for you.`;
    case 'withdrawn':
      return 'The automatic answer was taken back.';
    case 'undone':
      return 'Undone. Your calendar follows within seconds, and this meeting will not be touched again.';
    case 'nothing':
      return 'Nothing was answered for you.';
  }
}

/** Codes of the principles say something to whoever maintains them only. */
function withoutCodes(source: string): string {
  return source.replace(/ \(E\d{1,2}(?:, E\d{1,2})*\)$/, '');
}
