import { DateTime } from 'luxon';
import type { Draft } from '../../core/offer/draft.ts';
import { displayText } from '../plain-text.ts';
import { DraftSections } from './draft-sections.tsx';
import { pageWith } from './page-frame.tsx';

/** Structure of `OfferView`; see there. */
export interface OfferPage {
  readonly draft: Draft;
  readonly otherTimes: readonly string[];
  readonly zone: string | null;
  readonly writing:
    | { readonly kind: 'possible' }
    | { readonly kind: 'begun'; readonly documentUrl: string | null }
    | { readonly kind: 'over' };
}

const longestTitle = 200;
const formats = {
  document: 'This can be a document instead of a meeting',
  video: 'This can be a recording instead of a meeting',
  thread: 'This can be settled in writing',
} as const;

/** The draft that an offer brings, begun with the invite's own agenda. Texts of the invite are cleaned and escaped. */
export function offerPage(
  { draft, otherTimes, zone, writing }: OfferPage,
  { markdownPath, writePath }: { readonly markdownPath: string; readonly writePath: string },
): string {
  const title = displayText(draft.title, longestTitle);
  return pageWith(
    title,
    <>
      <p class="soft">{formats[draft.alternative.format]}</p>
      <h1>{title}</h1>
      <p class="lead">
        The points of your invite are in it already. Fill in the rest and send it round: whoever was invited
        reads and answers in their own time.
      </p>
      {draft.dueMs !== null && (
        <p>
          Answers by <strong>{dueText(draft.dueMs, zone)}</strong>.
        </p>
      )}
      <Writing writing={writing} writePath={writePath} />
      <p class="actions">
        <a class="button" href={markdownPath} download="draft.md">
          Save as Markdown
        </a>
      </p>
      <DraftSections draft={draft} />
      {otherTimes.length > 0 && (
        <section>
          <h2>If it has to be live</h2>
          <ul>
            {otherTimes.map((each) => (
              <li>{displayText(each, longestTitle)}</li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

/** The button that turns the meeting into a document, or where that is. */
function Writing({ writing, writePath }: { writing: OfferPage['writing']; writePath: string }) {
  if (writing.kind === 'over') return null;
  if (writing.kind === 'possible')
    return (
      <form class="actions" method="post" action={writePath}>
        <button type="submit">I will write it instead</button>
        <small>A document with this draft is created, open to the colleagues who were invited.</small>
      </form>
    );
  const { documentUrl } = writing;
  const isLink = documentUrl !== null && /^https?:\/\//.test(documentUrl);
  return (
    <p class="lead">
      {isLink ? (
        <a href={documentUrl}>It is written here</a>
      ) : (
        'The document is being created; look again in a minute'
      )}
      .
    </p>
  );
}

function dueText(dueMs: number, zone: string | null): string {
  const due = DateTime.fromMillis(dueMs, { zone: zone ?? 'utc', locale: 'en-GB' });
  return `${due.toFormat('cccc d LLLL, HH:mm')} (${zone ?? 'UTC'})`;
}
