import type { Draft } from '../../core/offer/draft.ts';
import { documentLink } from '../document-link.ts';
import { displayText } from '../plain-text.ts';
import { clockName, spokenDeadline, withClock } from '../wording/spoken-time.ts';
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

/** Where this page and what belongs to it are; `isSandbox` where the company is invented. */
interface OfferPlaces {
  readonly offerPath: string;
  readonly markdownPath: string;
  readonly writePath: string;
  readonly isSandbox: boolean;
}

/** The draft that an offer brings, begun with the invite's own agenda. Texts of the invite are cleaned and escaped. */
export function offerPage(
  { draft, otherTimes, zone, writing }: OfferPage,
  { offerPath, markdownPath, writePath, isSandbox }: OfferPlaces,
): string {
  const title = displayText(draft.title, longestTitle);
  return pageWith(
    title,
    <>
      {isSandbox && (
        <p class="invented">
          All of this is invented. <a href="/sandbox">Back to the sandbox</a>
        </p>
      )}
      <p class="soft">{formats[draft.alternative.format]}</p>
      <h1>{title}</h1>
      <p class="lead">
        This is a preview of the document; the points of your invite are in it already. The rest is filled in
        once it is written: whoever was invited reads and answers in their own time.
      </p>
      {draft.dueMs !== null && (
        <p>
          Answers by <strong>{spokenDeadline(draft.dueMs, zone)}</strong>.
        </p>
      )}
      <Writing writing={writing} offerPath={offerPath} writePath={writePath} isSandbox={isSandbox} />
      <p class="actions">
        <a class="button quiet" href={markdownPath} download="draft.md">
          Save as Markdown
        </a>
      </p>
      <DraftSections draft={draft} />
      {otherTimes.length > 0 && (
        <section>
          <h2>If it has to be live</h2>
          <ul>
            {otherTimes.map((each) => (
              <li>{withClock(displayText(each, longestTitle), clockName(zone ?? 'UTC'))}</li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

/** The button that turns the meeting into a document, or where that is. */
function Writing({
  writing,
  ...places
}: { writing: OfferPage['writing'] } & Omit<OfferPlaces, 'markdownPath'>) {
  if (writing.kind === 'over') return null;
  if (writing.kind === 'possible')
    return (
      <form class="actions" method="post" action={places.writePath}>
        <button type="submit">I will write it instead</button>
        <small>A document with this draft is created, open to the colleagues who were invited.</small>
      </form>
    );
  const link = documentLink(writing.documentUrl, places.isSandbox);
  if (link === null)
    return (
      <p class="lead" role="status">
        The document is being created. <a href={places.offerPath}>Look again</a> in a minute.
      </p>
    );
  return (
    <p class="lead">
      <a href={link}>It is written here</a>.
    </p>
  );
}
